namespace Twiga.Domain.Messaging;

/// <summary>What is done about a message that WhatsApp refused (whatsapp.md, section 6).</summary>
public enum RefusalAction
{
    /// <summary>Something passing, or too fast: again after a growing pause.</summary>
    TryAgain,

    /// <summary>Too many messages to this teacher: hers wait.</summary>
    SlowDown,

    /// <summary>The medium was not taken: upload it again, a few times.</summary>
    UploadAgain,

    /// <summary>The spam limit: hours of pause, and an alarm.</summary>
    PauseForHours,

    /// <summary>Token, permission, account or payment: sending rests until an operator has acted.</summary>
    StopSending,

    /// <summary>Her 24 hours are over: kept for her next message.</summary>
    WaitForHer,

    /// <summary>It will never be taken: dropped.</summary>
    Drop,
}

/// <summary>Meta's error codes; an HTTP status stands for itself where Meta gave no code.</summary>
public static class Refusal
{
    public const int WindowClosed = 131047;

    public const int MediumGone = 131052;

    /// <summary>The value is not valid; we found it out ourselves.</summary>
    public const int NotSendable = 131009;

    /// <summary>Stands where WhatsApp told a failure and no code.</summary>
    public const int NoCode = -1;

    /// <summary>Somebody has to look at the account, the limits or our own requests.</summary>
    public static bool NeedsOperator(int code) =>
        ActionFor(code) is RefusalAction.StopSending or RefusalAction.PauseForHours
        || code is 100 or 131008 or 131009 or 131051 or 131052 or (>= 132000 and <= 132099);

    /// <summary>The template is paused, disabled, unknown or has other places: all that goes by it is refused.</summary>
    public static bool ClosesTemplate(int code) => code is >= 132000 and <= 132016;

    /// <summary>The Flow is blocked or throttled (132068, 132069): the same is asked in the talk.</summary>
    public static bool ClosesFlow(int code) => code is 132068 or 132069;

    public static RefusalAction ActionFor(int code) => code switch
    {
        131056 => RefusalAction.SlowDown,
        131053 => RefusalAction.UploadAgain,
        131048 => RefusalAction.PauseForHours,
        WindowClosed => RefusalAction.WaitForHer,
        0 or 3 or 10 or 190 or (>= 200 and <= 299) or 131005 or 401 or 403 => RefusalAction.StopSending,
        368 or 131031 or 130497 or 131037 or 131042 or 131045 or 131064 => RefusalAction.StopSending,
        133004 => RefusalAction.TryAgain,
        >= 133000 and <= 133999 => RefusalAction.StopSending,
        1 or 2 or 4 or 429 or 80007 or 130429 or 131000 or 131016 or 131057 or 135000 => RefusalAction.TryAgain,
        >= 500 and <= 599 => RefusalAction.TryAgain,
        _ => RefusalAction.Drop,
    };
}
