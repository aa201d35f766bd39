using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.AI;
using Twiga.Application.Common;

namespace Twiga.Application.Tools;

/// <summary>An item of an exercise; the answer is one of the options where there are any.</summary>
internal sealed record ExerciseItem(string Question, IReadOnlyList<string> Options, string Answer, int Passage);

/// <summary>What the model writes: items in the shape of their kind.</summary>
internal sealed record ExerciseDraft<TItem>(IReadOnlyList<TItem> Items)
    where TItem : IDraftedItem;

internal interface IDraftedItem
{
    ExerciseItem Item { get; }
}

internal static class ExerciseDraft
{
    public static async Task<IEnumerable<ExerciseItem>> AskAsync(
        IChatClient model, IList<ChatMessage> messages, ExerciseKind kind, int tokens, CancellationToken cancellation)
    {
        return kind switch
        {
            ExerciseKind.MultipleChoice => await DraftedAsync<ChoiceItem>(),
            ExerciseKind.TrueFalse => await DraftedAsync<StatementItem>(),
            ExerciseKind.Matching => await DraftedAsync<PairItem>(),
            _ => await DraftedAsync<OpenItem>(),
        };

        async Task<IEnumerable<ExerciseItem>> DraftedAsync<TItem>()
            where TItem : IDraftedItem =>
            (await model.AskAsync<ExerciseDraft<TItem>>(messages, tokens, cancellation)).Items.Select(i => i.Item);
    }
}

internal enum Choice
{
    A,
    B,
    C,
    D,
}

internal sealed record ChoiceItem(
    string Question, [MinLength(4), MaxLength(4)] IReadOnlyList<string> Options, Choice Right, int Passage) : IDraftedItem
{
    /// <summary>Options stand in order of the alphabet: where a model puts the right one gives it away.</summary>
    ExerciseItem IDraftedItem.Item => new(
        Question,
        [.. Options.Order(StringComparer.OrdinalIgnoreCase)],
        Options.ElementAtOrDefault((int)Right) ?? "",
        Passage);
}

internal sealed record StatementItem(string Statement, bool IsTrue, int Passage) : IDraftedItem
{
    ExerciseItem IDraftedItem.Item => new(Statement, [], IsTrue ? "true" : "false", Passage);
}

internal sealed record PairItem(string Left, string Right, int Passage) : IDraftedItem
{
    ExerciseItem IDraftedItem.Item => new(Left, [], Right, Passage);
}

internal sealed record OpenItem(string Question, string Answer, int Passage) : IDraftedItem
{
    ExerciseItem IDraftedItem.Item => new(Question, [], Answer, Passage);
}
