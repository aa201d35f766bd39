using System.Text.Json;
using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>Reads what was tapped or filled in; button and row ids may have 256 characters.</summary>
internal static class InteractiveReader
{
    private const int LongestId = 500;

    public static Content Read(JsonElement interactive)
    {
        if (interactive.Object("button_reply"u8) is { } button)
            return Tapped(InboundKind.Button, button);
        if (interactive.Object("list_reply"u8) is { } row)
            return Tapped(InboundKind.ListReply, row);
        if (interactive.Object("nfm_reply"u8) is { } flow)
        {
            return new(InboundKind.FlowReply, flow.Text("body"u8))
            {
                Detail = flow.Member("response_json"u8) is { } answer ? answer.AsText() ?? answer.Raw() : null,
            };
        }

        return new(InboundKind.Unsupported) { Detail = interactive.ShortText("type"u8, LongestId) };
    }

    private static Content Tapped(InboundKind kind, JsonElement reply) => new(kind, reply.Text("title"u8))
    {
        Detail = reply.ShortText("id"u8, LongestId),
    };
}
