using Twiga.Domain.Conversations;
using Twiga.Domain.Teachers;

namespace Twiga.Domain.Messaging;

/// <summary>How far a message to a teacher has come. It never goes back, but for a failure that is tried again.</summary>
public enum OutgoingState
{
    Waiting,

    /// <summary>A call to WhatsApp has begun and its end is not known.</summary>
    Sending,

    Sent,
    Delivered,
    Read,
    Played,

    /// <summary>WhatsApp refused it, or could not deliver it; it will not be tried again.</summary>
    Failed,
}

/// <summary>A message to a teacher; its id travels as biz_opaque_callback_data and comes back with every status.</summary>
public sealed class OutgoingMessage
{
    /// <summary>How long a status is waited for when a call's end is not known, before it is sent again.</summary>
    private static readonly TimeSpan WaitForStatus = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan TryFor = TimeSpan.FromDays(7);

    public OutgoingMessageId Id { get; private set; }

    public required TeacherId TeacherId { get; init; }

    /// <summary>The turn it answers; null for notices.</summary>
    public Turn? Turn { get; init; }

    public TurnId? TurnId { get; private set; }

    /// <summary>The name of the notice it is; null for answers.</summary>
    public string? Notice { get; init; }

    /// <summary>Checked against WhatsApp's limits before it is saved, not only before it leaves.</summary>
    public required OutgoingContent Content
    {
        get;
        init
        {
            value.Check();
            field = value;
        }
    }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What has not left by then is dropped: a reminder whose quiet hours begin. Null where it can wait.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>The span in which it was written, so that sending it belongs to the same trace.</summary>
    public string? TraceParent { get; init; }

    public OutgoingState State { get; private set; }

    public string? Wamid { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>When the last call to WhatsApp began.</summary>
    public DateTimeOffset? SendingSince { get; private set; }

    /// <summary>It is not tried before this instant.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public int? ErrorCode { get; private set; }

    public string? ErrorDetails { get; private set; }

    /// <summary>WhatsApp has accepted it.</summary>
    public bool IsOut => State is not (OutgoingState.Waiting or OutgoingState.Sending or OutgoingState.Failed);

    /// <summary>It is out, or will never be.</summary>
    public bool IsOver => State is not (OutgoingState.Waiting or OutgoingState.Sending);

    /// <summary>The Flow that WhatsApp did not let out, so that its questions have to be asked in the talk.</summary>
    public string? ClosedFlow =>
        State == OutgoingState.Failed && ErrorCode is { } code && Refusal.ClosesFlow(code) && Content is FlowContent flow
            ? flow.FlowId
            : null;

    /// <summary>The template that WhatsApp did not let out: what else goes by it rests.</summary>
    public TemplateContent? RefusedTemplate =>
        State == OutgoingState.Failed && ErrorCode is { } code && Refusal.ClosesTemplate(code)
            ? Content as TemplateContent
            : null;

    public void BeginSending(DateTimeOffset now)
    {
        State = OutgoingState.Sending;
        SendingSince = now;
        Attempts++;
    }

    public void Accepted(string? wamid, DateTimeOffset now)
    {
        Wamid ??= wamid;
        if (State is OutgoingState.Waiting or OutgoingState.Sending)
            (State, SentAt) = (OutgoingState.Sent, now);
    }

    /// <summary>Moves it forward by a status of WhatsApp; a late or repeated status changes nothing.</summary>
    public void Reported(DeliveryReport report, DateTimeOffset now)
    {
        if (report.Status == DeliveryReport.Failed)
            ReportedFailed(report, now);
        else if (report.State is { } state)
            Reported(state, report.Wamid, report.At);
    }

    public void Reported(OutgoingState state, string? wamid, DateTimeOffset at)
    {
        if (State == OutgoingState.Failed)
            return;

        Wamid ??= wamid;
        if (state <= State)
            return;

        State = state;
        SentAt ??= at;
    }

    /// <summary>WhatsApp refused it, at once or after it had accepted it: it waits, or it has failed.</summary>
    public void Refused(int code, string? details, DateTimeOffset now)
    {
        if (State is OutgoingState.Delivered or OutgoingState.Read or OutgoingState.Played)
            return;

        var pause = PauseAfter(Refusal.ActionFor(code));
        if (pause is null || now - CreatedAt > TryFor || now + pause > NotAfter)
            Fail(code, details);
        else
            TryAgain(code, details, now + pause.Value);
    }

    /// <summary>WhatsApp was not reached at all.</summary>
    public void NotReached(DateTimeOffset now) => TryAgain(null, null, now + GrowingPause());

    /// <summary>Drops it where its time is over and it is not on its way; true where that happened now.</summary>
    public bool Lapse(DateTimeOffset now)
    {
        var isOnItsWay = State == OutgoingState.Sending && now < SendingSince + WaitForStatus;
        if (IsOut || State == OutgoingState.Failed || isOnItsWay || !(NotAfter <= now))
            return false;

        State = OutgoingState.Failed;
        return true;
    }

    /// <summary>When the next call may begin, as far as this message is concerned.</summary>
    /// <param name="teacherLastWrote">Her last message; it opens a window that was closed before.</param>
    public DateTimeOffset MayGoAt(DateTimeOffset? teacherLastWrote)
    {
        if (State == OutgoingState.Sending)
            return SendingSince!.Value + WaitForStatus;

        var windowIsOpenAgain = ErrorCode == Refusal.WindowClosed && teacherLastWrote > SendingSince;
        return windowIsOpenAgain ? DateTimeOffset.MinValue : NotBefore ?? DateTimeOffset.MinValue;
    }

    // The failure of an earlier attempt, told late or twice, says nothing about the one under way.
    private void ReportedFailed(DeliveryReport report, DateTimeOffset now)
    {
        var isAboutThisAttempt = State == OutgoingState.Sending ? Wamid is null : Wamid == report.Wamid;
        if (isAboutThisAttempt && State is not (OutgoingState.Waiting or OutgoingState.Failed))
            Refused(report.ErrorCode ?? Refusal.NoCode, report.ErrorDetails, now);
    }

    private void Fail(int code, string? details) =>
        (State, ErrorCode, ErrorDetails) = (OutgoingState.Failed, code, details);

    private void TryAgain(int? code, string? details, DateTimeOffset notBefore) =>
        (State, Wamid, SentAt, ErrorCode, ErrorDetails, NotBefore) =
            (OutgoingState.Waiting, null, null, code, details, notBefore);

    private TimeSpan? PauseAfter(RefusalAction action) => action switch
    {
        RefusalAction.TryAgain => GrowingPause(),
        RefusalAction.SlowDown => TimeSpan.FromSeconds(12),
        RefusalAction.UploadAgain => Attempts < 5 ? GrowingPause() : null,
        RefusalAction.PauseForHours => TimeSpan.FromHours(2),
        RefusalAction.StopSending => TimeSpan.FromMinutes(5),
        RefusalAction.WaitForHer => TryFor,
        _ => null,
    };

    // 4^n seconds as Meta advises, at most ten minutes
    private TimeSpan GrowingPause() => TimeSpan.FromSeconds(Math.Min(600, Math.Pow(4, Math.Min(Attempts - 1, 6))));
}
