using MediatR;
using Twiga.Application.Teachers;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Onboarding;

/// <summary>Takes a newcomer a step further on her way to active, by what she wrote or tapped; without it, the first thing is asked.</summary>
public sealed record Onboard(TeacherId Teacher, IReadOnlyList<Heard> Heard) : IRequest<Attended>;

internal sealed class OnboardHandler(ITeachers teachers, ICatalogue catalogues, IFlows flows, TimeProvider clock)
    : IRequestHandler<Onboard, Attended>
{
    public async Task<Attended> Handle(Onboard request, CancellationToken cancellationToken)
    {
        var teacher = await teachers.GetAsync(request.Teacher, cancellationToken);
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var talk = new SetupTalk(teacher, catalogue, flows, clock.GetUtcNow());
        var (done, held) = (new HashSet<InboundMessageId>(), new HashSet<InboundMessageId>());
        if (request.Heard.Count == 0)
            talk.Greet();
        foreach (var heard in request.Heard)
            (talk.Hear(heard) ? done : held).Add(heard.Id);

        return new Attended(talk.Replies, done, held, talk.IsFinished);
    }
}
