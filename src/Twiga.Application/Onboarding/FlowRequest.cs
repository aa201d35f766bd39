using System.Text.Json;

namespace Twiga.Application.Onboarding;

/// <summary>What WhatsApp asks of the Flow data endpoint, once it is decrypted.</summary>
public abstract record FlowRequest
{
    private FlowRequest()
    {
    }

    /// <summary>WhatsApp looks whether the endpoint is there.</summary>
    public sealed record Ping : FlowRequest;

    /// <summary>Her phone could not use an answer; there is nothing to do but to note it.</summary>
    public sealed record ErrorNotice(string Error) : FlowRequest;

    /// <summary>A form is opened, gone back in or sent on; the screen may lack when it is opened.</summary>
    public sealed record Step(FlowAction Action, string Token, string? Screen, JsonElement Data) : FlowRequest;

    /// <summary>Null where it is nothing that WhatsApp is known to ask.</summary>
    public static FlowRequest? Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root ? Read(root) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static FlowRequest? Read(JsonElement root)
    {
        var data = root.TryGetProperty("data", out var d) && d.ValueKind == JsonValueKind.Object ? d.Clone() : default;
        if (ErrorIn(data) is { } error)
            return new ErrorNotice(error);

        FlowAction? action = Text(root, "action") switch
        {
            "INIT" => FlowAction.Open,
            "BACK" => FlowAction.Back,
            "data_exchange" => FlowAction.Send,
            _ => null,
        };
        return action is null
            ? Text(root, "action") == "ping" ? new Ping() : null
            : new Step(action.Value, Text(root, "flow_token") ?? "", Text(root, "screen"), data);
    }

    private static string? ErrorIn(JsonElement data) => data.ValueKind != JsonValueKind.Object
        ? null
        : Text(data, "error") ?? Text(data, "error_key") ?? Text(data, "error_message");

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

public enum FlowAction
{
    Open,
    Back,
    Send,
}
