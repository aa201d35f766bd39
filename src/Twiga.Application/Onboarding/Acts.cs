namespace Twiga.Application.Onboarding;

/// <summary>What a word does that stands alone in a message.</summary>
internal enum Act
{
    Settings,
    Help,
    Language,
    NewTalk,
    StopReminders,
    StartReminders,
}

/// <summary>The words that act at once, in any case, with or without a slash, in both languages.</summary>
internal static class Acts
{
    private static readonly Dictionary<string, Act> ByWord = new(StringComparer.OrdinalIgnoreCase)
    {
        ["settings"] = Act.Settings,
        ["mipangilio"] = Act.Settings,
        ["help"] = Act.Help,
        ["msaada"] = Act.Help,
        ["help me"] = Act.Help,
        ["nisaidie"] = Act.Help,
        ["menu"] = Act.Help,
        ["menyu"] = Act.Help,
        ["language"] = Act.Language,
        ["lugha"] = Act.Language,
        ["new"] = Act.NewTalk,
        ["mpya"] = Act.NewTalk,
        ["stop"] = Act.StopReminders,
        ["acha"] = Act.StopReminders,
        ["stop reminders"] = Act.StopReminders,
        ["acha vikumbusho"] = Act.StopReminders,
        ["start"] = Act.StartReminders,
        ["anza"] = Act.StartReminders,
        ["start reminders"] = Act.StartReminders,
        ["anza vikumbusho"] = Act.StartReminders,
    };

    public static Act? Of(string? words) =>
        ByWord.TryGetValue(LoneWords.Of(words), out var act) ? act : null;
}
