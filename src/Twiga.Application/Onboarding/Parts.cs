using Twiga.Application.Common;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Onboarding;

/// <summary>Puts texts together within WhatsApp's limits.</summary>
internal static class Parts
{
    /// <summary>The same message with words before its own.</summary>
    public static OutgoingContent Before(string words, OutgoingContent message) => message switch
    {
        TextContent text => text with { Body = Join(words, text.Body) },
        ButtonsContent buttons => buttons with { Body = Join(words, buttons.Body).Within(Limits.Body) },
        ListContent list => list with { Body = Join(words, list.Body).Within(Limits.Body) },
        FlowContent flow => flow with { Body = Join(words, flow.Body).Within(Limits.Body) },
        _ => message,
    };

    /// <summary>A row whose title is cut and then stands in full below.</summary>
    public static ListRow Row(string id, string title) => title.Length <= Limits.RowTitle
        ? new ListRow(id, title)
        : new ListRow(id, title.Within(Limits.RowTitle), title.Within(Limits.RowDescription));

    private static string Join(string one, string other) => $"{one}\n\n{other}";
}
