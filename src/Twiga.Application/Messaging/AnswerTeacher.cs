using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Conversations;
using Twiga.Application.Onboarding;
using Twiga.Application.Teachers;
using Twiga.Domain.Conversations;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Answers all that a teacher wrote and was not answered yet, as one turn.</summary>
public sealed record AnswerTeacher(TeacherId Teacher) : IQueued
{
    public string Lane => $"teacher:{Teacher}";

    public string Mailbox => Lane;

    public TimeSpan Deadline => TimeSpan.FromMinutes(4);

    public TimeSpan KeepTrying => TimeSpan.FromMinutes(10);

    public IQueued LastResort => new Apologise(Teacher);
}

internal sealed class AnswerTeacherHandler(
    ITeachers teachers, IMessages messages, IMediator mediator, TimeProvider clock) : AsyncRequestHandler<AnswerTeacher>
{
    private const int NewBeginningsAtMost = 2;

    protected override async Task Handle(AnswerTeacher request, CancellationToken cancellationToken)
    {
        var pending = await PendingAsync(request.Teacher, cancellationToken);
        if (pending.Count == 0)
            return;

        var teacher = await teachers.GetAsync(request.Teacher, cancellationToken);
        teacher.Wrote(pending.Max(m => m.SentAt));
        // the name of a subject says nothing about the language she speaks
        if (teacher.Answers(pending[^1].SentAt) == Awaited.Nothing && TurnWords.Of(pending).Language is { } language)
            teacher.Speaks(language);

        // a blocked teacher would come back as a new one
        if (teacher.State is not TeacherState.Blocked && pending.Any(m => RecordWords.Of(m) is not null))
            pending = await mediator.Send(new FollowRecordWords(teacher.Id), cancellationToken);
        if (pending.Count == 0)
            return;

        if (teacher.State is TeacherState.Onboarding)
            await OnboardAsync(teacher, pending, cancellationToken);
        else if (teacher.State is not TeacherState.Active)
            await TurnAwayAsync(teacher, pending, cancellationToken);
        else if (await FollowAsync(teacher, pending, cancellationToken) is { Count: > 0 } left)
            await TakeTurnAsync(teacher, left, cancellationToken);
    }

    private async Task<IReadOnlyList<InboundMessage>> PendingAsync(TeacherId teacher, CancellationToken cancellationToken)
    {
        var pending = await messages.PendingAsync(teacher, cancellationToken);
        return pending.Any(m => m.Amends) ? await mediator.Send(new Amend(teacher), cancellationToken) : pending;
    }

    private async Task TakeTurnAsync(
        Teacher teacher, IReadOnlyList<InboundMessage> pending, CancellationToken cancellationToken)
    {
        if (pending.Any(m => m.WaitsForReader))
            await mediator.Send(new OpenMedia(teacher.Id), cancellationToken);
        pending = TurnMessages.WithoutWaiting(pending);
        if (pending.Count == 0)
            return;

        foreach (var notice in UnreadNotices.For(pending))
            await messages.NoticeAsync(teacher, notice, cancellationToken);

        var words = TurnWords.Of(pending);
        if (words.Question.Length > 0)
            await ConverseAsync(teacher, pending, words, cancellationToken);
        else
            pending.ToList().ForEach(m => m.Keep());
    }

    private async Task OnboardAsync(
        Teacher teacher, IReadOnlyList<InboundMessage> pending, CancellationToken cancellationToken)
    {
        var attended = await mediator.Send(new Onboard(teacher.Id, HeardMessages.Of(pending)), cancellationToken);
        Attend(teacher, pending, attended);
        if (attended.IsActiveNow)
            await messages.ReleaseHeldAsync(teacher.Id, cancellationToken);
    }

    /// <summary>What is left for the talk with the model once the program has done what it was told.</summary>
    private async Task<IReadOnlyList<InboundMessage>> FollowAsync(
        Teacher teacher, IReadOnlyList<InboundMessage> pending, CancellationToken cancellationToken)
    {
        var heard = HeardMessages.Of(pending);
        if (!FollowWords.Concerns(teacher, heard))
            return pending;

        var attended = await mediator.Send(new FollowWords(teacher.Id, heard), cancellationToken);
        Attend(teacher, pending, attended);
        return [.. pending.Where(m => m.State == InboundState.Pending)];
    }

    private void Attend(Teacher teacher, IReadOnlyList<InboundMessage> pending, Attended attended)
    {
        foreach (var message in pending.Where(m => attended.Done.Contains(m.Id)))
            message.Keep();
        foreach (var message in pending.Where(m => attended.Held.Contains(m.Id)))
            message.Hold();

        messages.Tell(teacher.Id, nameof(Onboarding), attended.Messages);
    }

    private async Task ConverseAsync(
        Teacher teacher, IReadOnlyList<InboundMessage> pending, TurnWords words, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        Reply reply;
        for (var beginnings = 0; ; beginnings++)
        {
            try
            {
                reply = await mediator.Send(
                    new Converse(teacher.Id, words.Question, words.Language ?? teacher.Language)
                    {
                        Wamid = pending[^1].Wamid,
                        Messages = [.. pending.Select(m => m.Id)],
                        RepliesTo = TurnMessages.RepliesTo(pending),
                    },
                    cancellationToken);
            }
            catch (OverQuotaException over)
            {
                pending = await TurnAwayAsync(teacher, pending, over.Admission, cancellationToken);
                if (pending.Count == 0)
                    return;

                words = TurnWords.Of(pending);
                continue;
            }

            var now = TurnMessages.Since(teacher, pending, await PendingAsync(teacher.Id, cancellationToken));
            var changed = TurnWords.Of(now);
            if (changed.Question.Length == 0)
                return;
            if ((now.Count == pending.Count && changed.Question == words.Question) || beginnings >= NewBeginningsAtMost)
                break;

            (pending, words) = (now, changed);
            teacher.Wrote(pending.Max(m => m.SentAt));
        }

        var turn = new Turn { TeacherId = teacher.Id, StartedAt = startedAt, Question = words.Question };
        turn.Answered(
            reply.Text,
            reply.By,
            reply.Citations.Select(c => new Citation { Number = c.Number, PassageId = c.PassageId }),
            clock.GetUtcNow());
        turn.Kept = reply.Kept;
        foreach (var message in pending)
            message.AnsweredIn(turn);

        messages.Answer(turn, reply.Messages, reply.FollowUps);
    }

    /// <summary>Those that still fit into the day; the others are kept and not answered.</summary>
    private async Task<IReadOnlyList<InboundMessage>> TurnAwayAsync(
        Teacher teacher, IReadOnlyList<InboundMessage> pending, Admission admission, CancellationToken cancellationToken)
    {
        foreach (var message in pending.Where(m => !admission.Messages.Contains(m.Id)))
            message.Keep();

        var notice = Notice.OverQuota(admission.Over!.Value, clock.GetUtcNow() - admission.Since);
        await messages.NoticeAsync(teacher, notice, cancellationToken);
        return [.. pending.Where(m => m.State == InboundState.Pending)];
    }

    private async Task TurnAwayAsync(
        Teacher teacher, IReadOnlyList<InboundMessage> pending, CancellationToken cancellationToken)
    {
        foreach (var message in pending)
        {
            if (teacher.State == TeacherState.InReview && (message.Words is not null || message.HasMedium))
                message.Hold();
            else
                message.Keep();
        }

        await messages.NoticeAsync(teacher, Notice.For(teacher.State), cancellationToken);
    }
}
