using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Twiga.Application.Messaging;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Persistence;

/// <summary>Stores webhooks in shared commits: those that arrive while a commit is under way go into the next one.</summary>
internal sealed partial class Inbox(
    PlainStore plain, CarefulStore careful, JobSignal signal, TimeProvider clock, ILogger<Inbox> logger) : IInbox
{
    private const int ItemsInACommit = 1000;
    private const int TriesOfAMoment = 5;

    private readonly Lock _door = new();
    private Queue<Post> _waiting = new();
    private bool _isStoring;

    public Task StoreAsync(ReadWebhook webhook, CancellationToken cancellationToken)
    {
        var post = new Post(webhook, clock.GetUtcNow());
        if (post.Items == 0)
            return Task.CompletedTask;

        lock (_door)
        {
            _waiting.Enqueue(post);
            if (_isStoring)
                return post.Stored.WaitAsync(cancellationToken);
            _isStoring = true;
        }

        _ = StoreAllAsync();
        return post.Stored.WaitAsync(cancellationToken);
    }

    private async Task StoreAllAsync()
    {
        // the commits belong to many requests, not to the one that happened to begin them
        Activity.Current = null;
        while (Next() is { Count: > 0 } posts)
            await StoreAsync(posts);
    }

    private List<Post> Next()
    {
        lock (_door)
        {
            var posts = new List<Post>();
            for (var items = 0; _waiting.TryPeek(out var next) && (posts.Count == 0 || items + next.Items <= ItemsInACommit);)
            {
                items += next.Items;
                posts.Add(_waiting.Dequeue());
            }

            _isStoring = posts.Count > 0;
            return posts;
        }
    }

    private async Task StoreAsync(List<Post> posts)
    {
        try
        {
            if (posts.Count == 1)
                await StoreAloneAsync(posts[0], TriesOfAMoment);
            else
                await StoreTogetherAsync(posts);
        }
#pragma warning disable CA1031 // whoever brought the post is told, and answers that it must be sent again
        catch (Exception fault)
#pragma warning restore CA1031
        {
            foreach (var post in posts.Where(p => !p.IsDone))
                post.Failed(Refusals.Cause(fault));
        }
    }

    private async Task StoreTogetherAsync(List<Post> posts)
    {
        try
        {
            await TryAsync(posts);
        }
        catch (Exception fault) when (Refusals.IsOfTheMoment(fault) || Refusals.IsOfTheValues(fault))
        {
            OneByOne(fault.GetType().Name, posts.Count);
            foreach (var post in posts.Where(p => !p.IsDone))
                await StoreAsync([post]);
        }
    }

    private async Task StoreAloneAsync(Post post, int tries)
    {
        try
        {
            await TryAsync([post]);
        }
        catch (Exception fault) when (Refusals.IsOfTheMoment(fault) && tries > 1)
        {
            await StoreAloneAsync(post, tries - 1);
        }
        catch (Exception fault) when (Refusals.IsOfTheValues(fault))
        {
            await StorePartsAsync(post, fault);
        }
    }

    // What PostgreSQL will not take must not keep the rest of its post out, nor make WhatsApp send it for a week.
    private async Task StorePartsAsync(Post post, Exception fault)
    {
        var parts = Parts.Of(post.Webhook, post.At, fault);
        foreach (var (part, instead) in parts)
        {
            try
            {
                await TryAsync([new Post(part, post.At)]);
            }
            catch (Exception refused) when (Refusals.IsOfTheValues(refused))
            {
                Quarantined(refused.GetType().Name);
                await TryAsync([new Post(instead, post.At)]);
            }
        }

        post.Done();
    }

    private async Task TryAsync(List<Post> posts)
    {
        var now = clock.GetUtcNow();
        var (some, others) = (posts.Where(p => p.IsPlain).ToList(), posts.Where(p => !p.IsPlain).ToList());
        if (some.Count > 0)
        {
            var (leftAlone, queued) = await plain.StoreAsync(some, now);
            others.AddRange(leftAlone);
            Finish(some.Except(leftAlone), queued);
        }

        if (others.Count > 0)
            Finish(others, await careful.StoreAsync(others, now));
    }

    private void Finish(IEnumerable<Post> posts, bool queued)
    {
        foreach (var post in posts)
            post.Done();
        if (queued)
            signal.Committed();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} webhooks are stored one by one after {Fault}")]
    private partial void OneByOne(string fault, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "An item of a webhook was quarantined: the database refused it with {Fault}")]
    private partial void Quarantined(string fault);
}
