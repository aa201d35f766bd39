using Twiga.Application.Common;
using Twiga.Application.Tools;
using Twiga.Domain.Conversations;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Conversations;

/// <summary>Makes of an answer what leaves for the teacher.</summary>
internal static class ReplyWriter
{
    public static Reply Write(Answer answer, TurnMemory turn, TokenTally tally)
    {
        var texts = new ConversationTexts(turn.Language);
        var words = answer.Words.Length > 0 ? answer.Words
            : turn.FollowUps.Count > 0 || turn.Attachments.Count > 0 ? turn.Progress!
            : texts.NoAnswer;
        var cited = Citations.Settle(words, turn.Passages);
        var formatted = WhatsAppText.Read(cited.Text);
        var text = formatted.Text + cited.Footer(turn.Language);
        if (turn.Classes.Count == 0)
            text += $"\n\n{texts.ChooseYourClasses}";

        var parts = (formatted with { Text = text }).Split().Select(part => new TextContent(part));
        return new Reply(
            text,
            [.. parts, .. turn.Attachments],
            new AnsweredBy(answer.PromptVersion, answer.Model, tally.Input, tally.Output),
            cited.Passages,
            turn.FollowUps);
    }

    /// <summary>What the program says without the model.</summary>
    public static Reply Program(string text) =>
        new(text, [new TextContent(text)], new AnsweredBy("program", "none", 0, 0), [], []);
}
