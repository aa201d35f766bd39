using MediatR;
using Twiga.Application.Teachers;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Onboarding;

/// <summary>
/// Does what an active teacher's words, buttons and rows ask of the program itself (settings, language, a new talk);
/// whatever else she wrote is left for the talk with the model.
/// </summary>
public sealed record FollowWords(TeacherId Teacher, IReadOnlyList<Heard> Heard) : IRequest<Attended>
{
    /// <summary>False where all of it is for the model.</summary>
    public static bool Concerns(Teacher teacher, IEnumerable<Heard> heard) =>
        teacher.Asked != Awaited.Nothing || heard.Any(IsForTheProgram);

    private static bool IsForTheProgram(Heard heard) =>
        heard.IsReceipt || (heard.Route is { } id ? !Route.StandsForWords(id) : Acts.Of(heard.Words) is not null);
}

internal sealed class FollowWordsHandler(ITeachers teachers, ICatalogue catalogues, IFlows flows, TimeProvider clock)
    : IRequestHandler<FollowWords, Attended>
{
    private static readonly Attended Nothing = new([], new HashSet<InboundMessageId>(), new HashSet<InboundMessageId>(), false);

    public async Task<Attended> Handle(FollowWords request, CancellationToken cancellationToken)
    {
        var teacher = await teachers.GetAsync(request.Teacher, cancellationToken);
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var talk = new SettingsTalk(teacher, catalogue, flows, clock.GetUtcNow());
        var done = request.Heard.Where(talk.Hear).Select(h => h.Id).ToHashSet();
        return Nothing with { Messages = talk.Replies, Done = done };
    }
}
