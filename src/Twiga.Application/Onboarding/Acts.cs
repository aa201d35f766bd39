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
        ["language"] = Act.Language,
        ["lugha"] = Act.Language,
        ["new"] = Act.NewTalk,
        ["mpya"] = Act.NewTalk,
        ["stop"] = Act.StopReminders,
        ["acha"] = Act.StopReminders,
        ["start"] = Act.StartReminders,
        ["anza"] = Act.StartReminders,
    };

    public static Act? Of(string? words) =>
        words is not null && ByWord.TryGetValue(words.Trim().TrimStart('/').TrimEnd('.', '!').Trim(), out var act)
            ? act
            : null;
}
