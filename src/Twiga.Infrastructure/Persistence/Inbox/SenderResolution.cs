using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Twiga.Application.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence;

/// <summary>Finds the teacher of every message by any of her ids, links the new ones, and makes newcomers.</summary>
internal sealed class SenderResolution(IOptions<RegistrationOptions> options)
{
    /// <returns>Pairs of teachers that turned out to be one person; the first is to stay.</returns>
    public async Task<IReadOnlyList<(Teacher Kept, Teacher Other)>> ResolveAsync(
        TwigaContext context, IReadOnlyList<ReceivedMessage> messages, DateTimeOffset now)
    {
        var values = messages.SelectMany(m => m.Sender.Ids().Concat(m.Now().Ids())).Select(id => id.Value).ToHashSet();
        var known = await context.Teachers.Include(t => t.Identities)
            .Where(t => t.Identities.Any(i => values.Contains(i.Value)))
            .ToListAsync();
        var byId = known.SelectMany(t => t.Identities.Select(i => (Id: (i.Kind, i.Value), Teacher: t)))
            .ToDictionary(i => i.Id, i => i.Teacher);

        var same = new List<(Teacher Kept, Teacher Other)>();
        foreach (var message in messages)
        {
            var owners = message.Sender.Ids().Concat(message.Now().Ids())
                .Select(byId.GetValueOrDefault).OfType<Teacher>().Distinct().ToList();
            var teacher = owners.FirstOrDefault() ?? Newcomer(context, now);
            same.AddRange(owners.Skip(1).Select(other => (teacher, other)));
            Link(message, teacher, byId, now);
        }

        return same;
    }

    // Until an operator or what she writes says otherwise, a newcomer in Tanzania is spoken to in Swahili.
    private Teacher Newcomer(TwigaContext context, DateTimeOffset now) =>
        context.Teachers.Add(Teacher.Newcomer(Language.Swahili, options.Value.ApprovalRequired, now)).Entity;

    private static void Link(
        ReceivedMessage message,
        Teacher teacher,
        Dictionary<(IdentityKind Kind, string Value), Teacher> byId,
        DateTimeOffset now)
    {
        var current = message.Now().Ids().ToList();
        foreach (var id in current.Where(id => byId.TryAdd(id, teacher)))
            teacher.Link(id.Kind, id.Value, now);

        // an old number or id is no longer hers: somebody else may get it
        foreach (var old in message.Sender.Ids().Except(current))
        {
            if (byId.GetValueOrDefault(old) == teacher && byId.Remove(old))
                teacher.Unlink(old.Kind, old.Value);
        }
    }
}
