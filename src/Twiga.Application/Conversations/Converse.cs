using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Conversations;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Conversations;

/// <summary>Answers what a teacher wrote, from the books of her classes, with the model and its tools.</summary>
public sealed record Converse(TeacherId Teacher, string Question, Language Language) : IRequest<Reply>, IWhileTyping
{
    public string? Wamid { get; init; }
}

/// <summary>An answer ready to leave: its messages in order, what it rests on, and the work it started.</summary>
public sealed record Reply(
    string Text,
    IReadOnlyList<OutgoingContent> Messages,
    AnsweredBy By,
    IReadOnlyList<CitedPassage> Citations,
    IReadOnlyList<IQueued> FollowUps);

/// <summary>The number below the answer and the passage it stands for.</summary>
public sealed record CitedPassage(int Number, PassageId PassageId);
