using Twiga.Application.Common;
using Twiga.Application.Tools;
using Twiga.Domain.Conversations;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Conversations;

/// <summary>Makes of an answer what leaves for the teacher.</summary>
internal sealed class ReplyWriter(ReplyFiles files)
{
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
            ? WithNextSteps(Illustrated.Messages(whole, await PicturesAsync(whole, turn.Teacher, cancellationToken)), turn)
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

    private async Task<IReadOnlyList<Placed>> PicturesAsync(
        FormattedText text, TeacherId teacher, CancellationToken cancellationToken)
    {
        var pictures = new List<Placed>();
        foreach (var group in FormulaGroups.Of(text))
        {
            if (await files.PictureAsync(teacher, group.Latex, cancellationToken) is { } picture)
                pictures.Add(new Placed(picture, group.End));
        }

        return pictures;
    }

    /// <summary>Buttons stand below the last words where they are short enough, else in a message of their own.</summary>
    private static IReadOnlyList<OutgoingContent> WithNextSteps(IReadOnlyList<OutgoingContent> messages, TurnMemory turn) =>
        turn.Offers.Count == 0 ? messages
        : messages[^1] is TextContent { Body.Length: <= Limits.Body } last
            ? [.. messages.SkipLast(1), new ButtonsContent(last.Body, turn.Offers)]
            : [.. messages, new ButtonsContent(new ToolTexts(turn.Language).NextSteps, turn.Offers)];
}
