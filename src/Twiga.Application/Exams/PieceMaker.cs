using System.Globalization;
using Microsoft.Extensions.AI;
using Twiga.Application.Common;
using Twiga.Domain.Exams;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Exams;

/// <summary>
/// Gets one piece of a paper out of the model: what breaks a rule goes back with the fault, twice at most, then another
/// topic or other passages are tried.
/// </summary>
internal sealed class PieceMaker(ExamBrief brief, ExamSlot slot, IChatClient model)
{
    private const int RepairsAtMost = 2;
    private const int ReplacementsAtMost = 2;

    private static readonly Prompt Prompt = Prompt.Load("Exams.Prompts", "exam_question-1");

    private List<ChatMessage>? _talk;
    private int _repairs;
    private int _replacements;

    /// <summary>True when there is nothing left to try.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Makes the piece, or makes it again because of a fault; on the way it may change its topic.</summary>
    public async Task MakeAsync(string? fault, CancellationToken cancellationToken)
    {
        if (fault is not null)
            Reconsider(fault);

        using var tally = TokenTally.Start();
        while (!IsExhausted)
        {
            var wrong = await TryAsync(cancellationToken);
            if (wrong is null)
                break;

            Reconsider(wrong);
        }

        slot.Tokens += tally.Input + tally.Output;
        (slot.IsReviewed, slot.Doubt) = (false, null);
        if (IsExhausted)
            slot.Question = null;
    }

    private async Task<string?> TryAsync(CancellationToken cancellationToken)
    {
        var wanted = slot.Piece.Wanted;
        _talk ??= Beginning();
        slot.Calls++;
        try
        {
            var question = await DraftOrders.AskAsync(model, _talk, wanted, new Shuffle(Seed()), cancellationToken);
            var faults = QuestionFaults.In(question, wanted, brief.Exam.Format.OptionLetters);
            slot.Question = faults.Count == 0 ? question : null;
            return faults.Count == 0 ? null : string.Join(" ", faults);
        }
        catch (Exception unusable) when (unusable is UnreadableAnswerException or ModelRequestRefusedException)
        {
            slot.Calls++;
            slot.Question = null;
            _talk = null;
            return "The last answer could not be read.";
        }
    }

    private void Reconsider(string fault)
    {
        if (_repairs < RepairsAtMost)
        {
            _repairs++;
            // a piece that was kept by an earlier run has no talk to go on with
            (_talk ??= Beginning()).Add(new ChatMessage(
                ChatRole.User, $"This cannot be used: {fault}\nWrite the whole piece again without this fault."));
            return;
        }

        if (_replacements == ReplacementsAtMost)
        {
            IsExhausted = true;
            return;
        }

        (_talk, _repairs) = (null, 0);
        _replacements++;
        slot.Piece = slot.Piece with { Topic = (slot.Piece.Topic + 1) % brief.Exam.Topics.Count };
    }

    private List<ChatMessage> Beginning()
    {
        var (exam, wanted) = (brief.Exam, slot.Piece.Wanted);
        var passages = brief.For(slot, _replacements)
            .Select((p, at) => $"[{at + 1}] {p.Section ?? p.Chapter ?? p.Title}\n{p.Text}");
        var others = exam.Slots.Where(s => s != slot && s.Piece.Topic == slot.Piece.Topic && s.Question is not null)
            .SelectMany(s => s.Question!.Asks).Concat(brief.Avoid).Select(a => $"- {a.Words}").ToList();
        return
        [
            new(ChatRole.System, Prompt.With(
                ("exam", exam.Format.Name),
                ("subject", brief.Subject),
                ("class", brief.Class.English),
                ("language", exam.Language == Language.Swahili ? "Swahili, as Tanzanian papers are written" : "English"),
                ("kind", DraftOrders.Of(wanted, exam.Format.OptionLetters)),
                ("thinking", slot.Piece.Thinking.ToString()),
                ("marks", wanted.Marks.ToString("0.##", CultureInfo.InvariantCulture)))),
            new(ChatRole.User, $"Topic: {exam.Topics[slot.Piece.Topic]}\n\n{string.Join("\n\n", passages)}"
                + (others.Count > 0 ? $"\n\nOn the paper already, do not ask the same:\n{string.Join('\n', others)}" : "")),
        ];
    }

    // another order for each attempt, and the same one whenever the attempt is made again
    private int Seed() => HashOf(brief.Exam.Request) + (slot.Place * 31) + _repairs + (_replacements * 7);

    private static int HashOf(Guid request) => BitConverter.ToInt32(request.ToByteArray(), 0) & 0xFFFFFF;
}
