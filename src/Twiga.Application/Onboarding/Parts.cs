using Twiga.Domain.Messaging;

namespace Twiga.Application.Onboarding;

/// <summary>Puts texts together within WhatsApp's limits.</summary>
internal static class Parts
{
    public const int LongestBody = 1024;
    public const int LongestRowTitle = 24;
    public const int LongestRowDescription = 72;

    /// <summary>The same message with words before its own.</summary>
    public static OutgoingContent Before(string words, OutgoingContent message) => message switch
    {
        TextContent text => text with { Body = Join(words, text.Body) },
        ButtonsContent buttons => buttons with { Body = Fit(Join(words, buttons.Body), LongestBody) },
        ListContent list => list with { Body = Fit(Join(words, list.Body), LongestBody) },
        FlowContent flow => flow with { Body = Fit(Join(words, flow.Body), LongestBody) },
        _ => message,
    };

    public static string Fit(string text, int longest)
    {
        if (text.Length <= longest)
            return text;

        var end = longest - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd() + "…";
    }

    /// <summary>A row whose title is cut and then stands in full below.</summary>
    public static ListRow Row(string id, string title) => title.Length <= LongestRowTitle
        ? new ListRow(id, title)
        : new ListRow(id, Fit(title, LongestRowTitle), Fit(title, LongestRowDescription));

    private static string Join(string one, string other) => $"{one}\n\n{other}";
}
