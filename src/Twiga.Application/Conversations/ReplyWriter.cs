using Twiga.Application.Common;
using Twiga.Application.Tools;
using Twiga.Domain.Conversations;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Conversations;

/// <summary>Makes of an answer what leaves for the teacher.</summary>
internal static class ReplyWriter
{
    private const int LongestWithButtons = 1024;

    public static Reply Write(Answer answer, TurnMemory turn, TokenTally tally)
    {
        var texts = new ConversationTexts(turn.Language);
        var words = answer.Words.Length > 0 ? answer.Words
            : turn.FollowUps.Count > 0 || turn.Attachments.Count > 0 ? turn.Progress!
            : texts.NoAnswer;
        var cited = Citations.Settle(words, turn.Passages);
        var formatted = WhatsAppText.Read(cited.Text);
        var text = formatted.Text + cited.Footer(turn.Language);
        text = string.Join("\n\n", turn.Remarks.Prepend(string.IsNullOrWhiteSpace(text) ? texts.NoAnswer : text));
        if (turn.Classes.Count == 0)
            text += $"\n\n{texts.ChooseYourClasses}";

        var parts = (formatted with { Text = text }).Split();
        return new Reply(
            text,
            [.. WithButtons(parts, turn), .. turn.Attachments],
            new AnsweredBy(answer.PromptVersion, answer.Model, tally.Input, tally.Output),
            cited.Passages,
            turn.FollowUps)
        {
            Kept = turn.Kept,
        };
    }

    /// <summary>Buttons stand below the last part where it is short enough, else in a message of their own.</summary>
    private static IEnumerable<OutgoingContent> WithButtons(IReadOnlyList<string> parts, TurnMemory turn)
    {
        if (turn.Offers.Count == 0)
            return parts.Select(part => new TextContent(part));

        return parts[^1].Length <= LongestWithButtons
            ? [.. parts.SkipLast(1).Select(part => new TextContent(part)), new ButtonsContent(parts[^1], turn.Offers)]
            : [
                .. parts.Select(part => new TextContent(part)),
                new ButtonsContent(new ToolTexts(turn.Language).NextSteps, turn.Offers),
            ];
    }

    /// <summary>What the program says without the model.</summary>
    public static Reply Program(string text) =>
        new(text, [new TextContent(text)], new AnsweredBy("program", "none", 0, 0), [], []);
}
