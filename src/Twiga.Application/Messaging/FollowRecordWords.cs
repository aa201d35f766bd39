using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Teachers;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Does what a teacher asks about what is held on her, and answers the messages that wait then.</summary>
public sealed record FollowRecordWords(TeacherId Teacher) : IRequest<IReadOnlyList<InboundMessage>>;

internal sealed class FollowRecordWordsHandler(ITeachers teachers, IMessages messages, IJobs jobs, TimeProvider clock)
    : IRequestHandler<FollowRecordWords, IReadOnlyList<InboundMessage>>
{
    private const string Notice = "Records";

    // a button that is found again much later asks once more
    private static readonly TimeSpan ConfirmsWithin = TimeSpan.FromHours(24);

    public async Task<IReadOnlyList<InboundMessage>> Handle(
        FollowRecordWords request, CancellationToken cancellationToken)
    {
        var teacher = await teachers.GetAsync(request.Teacher, cancellationToken);
        var pending = (await messages.PendingAsync(request.Teacher, cancellationToken))
            .Where(m => m.State == InboundState.Pending && !m.Amends).ToList();
        foreach (var message in pending)
        {
            if (RecordWords.Of(message) is not { } wish)
                continue;

            Follow(wish, teacher);
            message.Keep();
        }

        return [.. pending.Where(m => m.State == InboundState.Pending)];
    }

    private void Follow(RecordWish wish, Teacher teacher)
    {
        var texts = new RecordTexts(teacher.Language);
        var now = clock.GetUtcNow();
        switch (wish)
        {
            case RecordWish.Send:
                jobs.Enqueue(new SendHerRecords(teacher.Id));
                break;
            case RecordWish.Delete sure when now - sure.AskedAt < ConfirmsWithin:
                jobs.Enqueue(new ForgetTeacher(teacher.Id));
                break;
            case RecordWish.KeepAll:
                messages.Tell(teacher.Id, Notice, [new TextContent(texts.NothingDeleted)]);
                break;
            default:
                var buttons = RecordWords.Buttons(texts.DeleteAll, texts.KeepAll, now);
                messages.Tell(teacher.Id, Notice, [new ButtonsContent(texts.AskDelete, buttons)]);
                break;
        }
    }
}
