using MediatR;
using Twiga.Application.Common;
using Twiga.Domain;
using Twiga.Domain.Conversations;
using Twiga.Domain.Messaging;
using Twiga.Domain.Operators;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Operators;

/// <summary>Shows an operator the words of one turn. That she read them is saved before she sees them.</summary>
public sealed record OpenTurn(TurnId Turn, string Operator) : ICommand<Turn>;

/// <summary>Shows an operator what a teacher wrote and was not answered; recorded likewise.</summary>
public sealed record OpenUnanswered(TeacherId Teacher, string Operator) : ICommand<IReadOnlyList<InboundMessage>>;

/// <summary>Keeps what an operator did by another request.</summary>
public sealed record RecordAct(OperatorActKind Kind, string Operator, TeacherId? Teacher, long? Subject = null) : ICommand;

internal sealed class OpenTurnHandler(IOversight oversight, TimeProvider clock) : IRequestHandler<OpenTurn, Turn>
{
    public async Task<Turn> Handle(OpenTurn request, CancellationToken cancellationToken)
    {
        var turn = await oversight.OpenTurnAsync(request.Turn, cancellationToken)
            ?? throw new DomainException($"There is no turn {request.Turn}.");
        oversight.Record(new OperatorAct
        {
            Kind = OperatorActKind.OpenedTurn,
            Operator = request.Operator,
            TeacherId = turn.TeacherId,
            Subject = turn.Id.Value,
            At = clock.GetUtcNow(),
        });
        return turn;
    }
}

internal sealed class OpenUnansweredHandler(IOversight oversight, TimeProvider clock)
    : IRequestHandler<OpenUnanswered, IReadOnlyList<InboundMessage>>
{
    public async Task<IReadOnlyList<InboundMessage>> Handle(OpenUnanswered request, CancellationToken cancellationToken)
    {
        var messages = await oversight.OpenUnansweredAsync(request.Teacher, cancellationToken);
        if (messages.Count == 0)
            throw new DomainException($"Teacher {request.Teacher} has no unanswered messages.");

        oversight.Record(new OperatorAct
        {
            Kind = OperatorActKind.OpenedUnanswered,
            Operator = request.Operator,
            TeacherId = request.Teacher,
            At = clock.GetUtcNow(),
        });
        return messages;
    }
}

internal sealed class RecordActHandler(IOversight oversight, TimeProvider clock) : RequestHandler<RecordAct>
{
    protected override void Handle(RecordAct request) => oversight.Record(new OperatorAct
    {
        Kind = request.Kind,
        Operator = request.Operator,
        TeacherId = request.Teacher,
        Subject = request.Subject,
        At = clock.GetUtcNow(),
    });
}
