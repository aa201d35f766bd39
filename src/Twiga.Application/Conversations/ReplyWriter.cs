using Twiga.Application.Common;
using Twiga.Application.Tools;
using Twiga.Domain.Conversations;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Conversations;

/// <summary>Makes of an answer what leaves for the teacher.</summary>
internal sealed class ReplyWriter(ReplyFiles files)
{
    private const int LongestWithButtons = 1024;

    public async Task<Reply> WriteAsync(
        Answer answer, string question, TurnMemory turn, TokenTally tally, CancellationToken cancellationToken)
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

        var whole = formatted with { Text = text };
        var parts = whole.Split();
        var document = parts.Count > LongAnswer.PartsAtMost
            ? await files.PdfAsync(
                turn.Teacher, LongAnswer.Write(cited, turn.Remarks, question, turn.Language), texts.LongAnswer, cancellationToken)
            : null;
        var messages = document is null
            ? Messages(parts, await PicturesAsync(whole, turn.Teacher, cancellationToken), turn)
            : WithNextSteps([document], turn);
        return new Reply(
            text,
            [.. messages, .. turn.Attachments],
            new AnsweredBy(answer.PromptVersion, answer.Model, tally.Input, tally.Output),
            cited.Passages,
            turn.FollowUps)
        {
            Kept = turn.Kept,
        };
    }

    /// <summary>The exercise of the talk as a document, where that is what she asks for; null for anything else.</summary>
    public async Task<Reply?> AsDocumentAsync(
        string question, IReadOnlyList<Exchange> talk, TeacherId teacher, Language language, CancellationToken cancellationToken)
    {
        if (!ExercisePaper.IsAsked(question) || ExercisePaper.Of(talk) is not { } paper)
            return null;
        var texts = new ToolTexts(language);
        var document = await files.PdfOrWordAsync(teacher, paper, texts.ExerciseToPrint, cancellationToken);
        return document is null
            ? Program(texts.NoDocument)
            : new Reply(texts.ExerciseToPrint, [document], ByProgram, [], []);
    }

    /// <summary>What the program says without the model.</summary>
    public static Reply Program(string text) => new(text, [new TextContent(text)], ByProgram, [], []);

    private static AnsweredBy ByProgram => new("program", "none", 0, 0);

    private async Task<IReadOnlyList<OutgoingContent>> PicturesAsync(
        FormattedText text, TeacherId teacher, CancellationToken cancellationToken)
    {
        var pictures = new List<OutgoingContent>();
        foreach (var group in FormulaGroups.Of(text))
        {
            if (await files.PictureAsync(teacher, group, cancellationToken) is { } picture)
                pictures.Add(picture);
        }

        return pictures;
    }

    /// <summary>Buttons stand below the last part where it is short enough, else in a message of their own.</summary>
    private static IEnumerable<OutgoingContent> Messages(
        IReadOnlyList<string> parts, IReadOnlyList<OutgoingContent> pictures, TurnMemory turn)
    {
        if (turn.Offers.Count > 0 && pictures.Count == 0 && parts[^1].Length <= LongestWithButtons)
            return [.. parts.SkipLast(1).Select(part => new TextContent(part)), new ButtonsContent(parts[^1], turn.Offers)];

        return WithNextSteps([.. parts.Select(part => new TextContent(part)), .. pictures], turn);
    }

    private static IEnumerable<OutgoingContent> WithNextSteps(IReadOnlyList<OutgoingContent> messages, TurnMemory turn) =>
        turn.Offers.Count == 0 ? messages : messages.Append(new ButtonsContent(new ToolTexts(turn.Language).NextSteps, turn.Offers));
}
