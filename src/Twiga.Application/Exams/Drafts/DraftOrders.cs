using Microsoft.Extensions.AI;
using Twiga.Application.Common;
using Twiga.Domain.Exams;

namespace Twiga.Application.Exams;

/// <summary>What the model is told to write for a kind of question, and in which shape it is read.</summary>
internal static class DraftOrders
{
    private const int TokensBeforeItems = 700;
    private const int TokensPerMark = 140;

    public static string Of(FormatQuestion wanted, int optionLetters) => wanted.Kind switch
    {
        QuestionKind.MultipleChoice =>
            $"{wanted.Items} multiple-choice items. Each has {optionLetters} different options of about the same length, "
            + "exactly one of them right and the others wrong but worth thinking about. Never \"all of the above\" or \"none\".",
        QuestionKind.Matching =>
            $"A matching question: {wanted.Items} pairs, the entry of List A a short description or definition, its partner in "
            + $"List B a term of one to four words; and {wanted.ListB - wanted.Items} further terms of the same sort for List B.",
        QuestionKind.TrueFalse =>
            $"{wanted.Items} statements, some clearly true and some clearly false; the answer is the word true or false.",
        QuestionKind.Gaps =>
            $"{wanted.Items} sentences with one gap each, written as ______; the answer is the missing word or words, and no "
            + "other fits.",
        QuestionKind.ShortAnswers =>
            $"{wanted.Items} questions that are answered by a few words, a number or one sentence.",
        QuestionKind.Comprehension =>
            $"A text of 120 to 200 words of your own to read, and {wanted.Items} questions that are answered from it.",
        QuestionKind.Structured =>
            $"A structured question in about {wanted.Items} parts. The marks of the parts come to exactly {Say(wanted.Marks)}. Each "
            + "part lists the marking points that earn its marks; their marks come to exactly those of the part.",
        QuestionKind.Calculation =>
            $"A calculation in about {wanted.Items} parts with all figures given. The marks of the parts come to exactly "
            + $"{Say(wanted.Marks)}. Marking points are the steps: formula, substitution, working, answer with its unit, each with "
            + "its marks; they come to exactly those of the part. Work each result out twice.",
        _ =>
            "An essay question in one or two sentences. For its marking: what the introduction says, exactly "
            + $"{EssayMarks.Points(wanted.Marks)} different points, each a statement with its explanation or example, and what "
            + "the conclusion says.",
    };

    public static async Task<Question> AskAsync(
        IChatClient model, IList<ChatMessage> messages, FormatQuestion wanted, Shuffle order, CancellationToken cancellation)
    {
        var tokens = TokensBeforeItems + (int)(TokensPerMark * Math.Max(wanted.Marks, wanted.Items));
        QuestionDraft draft = wanted.Kind switch
        {
            QuestionKind.MultipleChoice => await model.AskAsync<ChoiceDraft>(messages, tokens, cancellation),
            QuestionKind.Matching => await model.AskAsync<MatchingDraft>(messages, tokens, cancellation),
            QuestionKind.Structured or QuestionKind.Calculation => await model.AskAsync<PartsDraft>(messages, tokens, cancellation),
            QuestionKind.Essay => await model.AskAsync<EssayDraft>(messages, tokens, cancellation),
            _ => await model.AskAsync<ItemsDraft>(messages, tokens, cancellation),
        };
        return draft.AsQuestion(wanted, order);
    }

    private static string Say(decimal marks) => marks.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
