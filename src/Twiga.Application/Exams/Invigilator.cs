using System.ComponentModel;
using Microsoft.Extensions.AI;
using Twiga.Application.Common;
using Twiga.Domain.Exams;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Exams;

internal sealed record Verdicts(IReadOnlyList<Verdict> Questions);

internal sealed record Verdict(
    int Number,
    [property: Description("Your own answer, in a few words.")] string Answer,
    bool Sound,
    [property: Description("What must change; empty where it is sound.")] string? Fault);

/// <summary>The second reader, by another prompt: looks for wrong keys and stems that can be understood in two ways.</summary>
internal sealed class Invigilator(ExamBrief brief, IChatClient model)
{
    private const int TokensPerQuestion = 250;

    private static readonly Prompt Prompt = Prompt.Load("Exams.Prompts", "exam_review-1");

    /// <summary>Pieces that one call reads: objective ones together, structured ones a few at a time.</summary>
    public static IEnumerable<IReadOnlyList<ExamSlot>> Portions(IEnumerable<ExamSlot> slots) => slots
        .GroupBy(s => s.Piece.Wanted.Kind.IsObjective())
        .SelectMany(g => g.Chunk(g.Key ? 6 : 4));

    /// <summary>Reads the pieces and notes in each what is wrong with it.</summary>
    public async Task ReadAsync(IReadOnlyList<ExamSlot> slots, CancellationToken cancellationToken)
    {
        using var tally = TokenTally.Start();
        List<ChatMessage> messages =
        [
            new(ChatRole.System, Prompt.With(
                ("class", brief.Class.English),
                ("subject", brief.Subject),
                ("language", brief.Exam.Language == Language.Swahili ? "Swahili" : "English"))),
            new(ChatRole.User, string.Join("\n\n", slots.Select(
                s => $"Question {s.Place + 1}\n{QuestionText.WithKey(s.Question!)}"))),
        ];
        try
        {
            var verdicts = await model.AskAsync<Verdicts>(messages, 400 + (slots.Count * TokensPerQuestion), cancellationToken);
            foreach (var verdict in verdicts.Questions.Where(v => !v.Sound && !string.IsNullOrWhiteSpace(v.Fault)))
                Note(slots.FirstOrDefault(s => s.Place + 1 == verdict.Number), verdict.Fault!.Trim());
        }
        catch (Exception unusable) when (unusable is UnreadableAnswerException or ModelRequestRefusedException)
        {
            // no verdict: the rules have passed it, and the teacher reads every paper before her pupils do
        }

        foreach (var slot in slots)
            slot.IsReviewed = true;
        slots[0].Calls++;
        slots[0].Tokens += tally.Input + tally.Output;
    }

    private static void Note(ExamSlot? slot, string fault)
    {
        if (slot is not null)
            slot.Doubt = fault;
    }
}
