namespace Twiga.Simulator;

/// <summary>What the simulator is told at start; every value has its development default.</summary>
public sealed class SimulatorOptions
{
    public const string Section = "Simulator";

    /// <summary>Where it listens; port 0 takes any free one.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:8001";

    public Uri ApiUrl { get; set; } = new("http://127.0.0.1:8000");
    public string AppSecret { get; set; } = "simulator-app-secret";
    public string VerifyToken { get; set; } = "simulator-verify-token";
    public string AccessToken { get; set; } = "simulator-access-token";
    public string PhoneNumberId { get; set; } = "106540352242922";
    public string BusinessAccountId { get; set; } = "102290129340398";
    public string DisplayPhoneNumber { get; set; } = "255700000100";

    /// <summary>Talks, media and recordings are kept here; without it they live in memory only.</summary>
    public string? DataDirectory { get; set; }

    /// <summary>Whether outgoing messages are shown on the phone page; benchmarks may switch it off.</summary>
    public bool KeepTalks { get; set; } = true;

    public int KeepMessagesPerTeacher { get; set; } = 500;
    public int KeepGraphCalls { get; set; } = 50_000;
    public int KeepModelCalls { get; set; } = 2_000;
    public int KeepWebhooks { get; set; } = 20_000;
    public int KeepMediaMegabytes { get; set; } = 256;

    public int RetryPauseMilliseconds { get; set; } = 500;
    public int RetryPauseAtMostMilliseconds { get; set; } = 15_000;
    public int RetryForSeconds { get; set; } = 900;
    public int WebhookTimeoutSeconds { get; set; } = 20;
    public int WebhooksAtOnce { get; set; } = 64;

    /// <summary>Seeds chance: which calls fail and how webhooks are shuffled.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Whether statuses of outgoing messages are posted from the start.</summary>
    public bool Statuses { get; set; } = true;
}
