using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Teachers;
using Twiga.Application.Tools;
using Twiga.Domain.Conversations;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Conversations;

/// <summary>Answers what a teacher wrote, from the books of her classes, with the model and its tools.</summary>
public sealed record Converse(TeacherId Teacher, string Question, Language Language) : IRequest<Reply>, IWhileTyping, IMetered
{
    public string? Wamid { get; init; }

    public IReadOnlyList<InboundMessageId> Messages { get; init; } = [];

    /// <summary>The wamids of earlier messages she replies to.</summary>
    public IReadOnlyList<string> RepliesTo { get; init; } = [];
}

/// <summary>An answer ready to leave: its messages in order, what it rests on, and the work it started.</summary>
public sealed record Reply(
    string Text,
    IReadOnlyList<OutgoingContent> Messages,
    AnsweredBy By,
    IReadOnlyList<CitedPassage> Citations,
    IReadOnlyList<IQueued> FollowUps)
{
    /// <summary>What the model should know in later turns though she was not told.</summary>
    public string? Kept { get; init; }
}

/// <summary>The number below the answer and the passage it stands for.</summary>
public sealed record CitedPassage(int Number, PassageId PassageId);

internal sealed class ConverseHandler(
    ITeachers teachers, IConversations conversations, Answering answering, ILanguageModels models)
    : IRequestHandler<Converse, Reply>
{
    private const int ExchangesAtMost = 20;

    public async Task<Reply> Handle(Converse request, CancellationToken cancellationToken)
    {
        var texts = new ConversationTexts(request.Language);
        if (Briefing.IsTooLong(request.Question, models.Limits))
            return ReplyWriter.Program(texts.QuestionTooLong);

        var teacher = await teachers.GetAsync(request.Teacher, cancellationToken);
        var classes = await teachers.ClassesAsync(request.Teacher, cancellationToken);
        var talk = await conversations.RecentAsync(request.Teacher, ExchangesAtMost, cancellationToken);
        var turn = new TurnMemory(request.Teacher, request.Language, classes, Briefing.ForTools(models.Limits))
        {
            Quoted = await QuotedAsync(request, talk, cancellationToken),
        };
        return await answering.ReplyAsync(teacher, talk, request.Question, turn, cancellationToken);
    }

    /// <summary>What she replies to, unless it is the answer that stands right above.</summary>
    private async Task<IReadOnlyList<string>> QuotedAsync(
        Converse request, IReadOnlyList<Exchange> talk, CancellationToken cancellationToken)
    {
        if (request.RepliesTo.Count == 0)
            return [];

        var words = await conversations.WordsOfAsync(request.Teacher, request.RepliesTo, cancellationToken);
        return [.. words.Where(w => talk.Count == 0 || !talk[^1].Reply.Contains(w, StringComparison.Ordinal))];
    }
}
