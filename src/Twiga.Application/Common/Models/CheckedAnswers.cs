using Microsoft.Extensions.AI;

namespace Twiga.Application.Common;

/// <summary>What came of asking a model under rules, and how many calls it took; nothing where it never kept them.</summary>
internal sealed record CheckedAnswer<T>(T? Sound, T? Last, int Calls, long Tokens)
    where T : class;

/// <summary>Answers that keep rules: what breaks one goes back with the fault, twice at most.</summary>
internal static class CheckedAnswers
{
    private const int RepairsAtMost = 2;

    /// <param name="model">Whom to ask.</param>
    /// <param name="messages">What is asked; the talk grows with it.</param>
    /// <param name="outputTokens">How long an answer may be.</param>
    /// <param name="read">Makes of an answer what is wanted, whatever is wrong with it.</param>
    /// <param name="faults">The rules it breaks, each a sentence; none where it is sound.</param>
    public static async Task<CheckedAnswer<T>> AskAsync<TDraft, T>(
        this IChatClient model,
        List<ChatMessage> messages,
        int outputTokens,
        Func<TDraft, T> read,
        Func<T, IReadOnlyList<string>> faults,
        CancellationToken cancellationToken)
        where TDraft : class
        where T : class
    {
        using var tally = TokenTally.Start();
        var (calls, beginning, last) = (0, messages.Count, (T?)null);
        for (var attempt = 0; attempt <= RepairsAtMost; attempt++)
        {
            try
            {
                calls++;
                last = read(await model.AskAsync<TDraft>(messages, outputTokens, cancellationToken));
                var broken = faults(last);
                if (broken.Count == 0)
                    return new CheckedAnswer<T>(last, last, calls, tally.Input + tally.Output);

                messages.Add(new ChatMessage(
                    ChatRole.User,
                    $"This cannot be used: {string.Join(" ", broken)}\nWrite the whole again without this fault."));
            }
            catch (Exception unusable) when (unusable is UnreadableAnswerException or ModelRequestRefusedException)
            {
                calls++;
                messages.RemoveRange(beginning, messages.Count - beginning);
            }
        }

        return new CheckedAnswer<T>(null, last, calls, tally.Input + tally.Output);
    }
}
