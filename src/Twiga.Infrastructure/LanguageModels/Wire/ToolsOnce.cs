using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.AI;

namespace Twiga.Infrastructure.LanguageModels.Wire;

/// <summary>
/// Lets Betalgo write the same tools once: their schemas are most of a request, and the same in every call. What the
/// wire made of them goes out again as it is.
/// </summary>
internal sealed class ToolsOnce(IChatClient betalgo) : DelegatingChatClient(betalgo)
{
    private readonly Kept?[] _kept = new Kept?[256];

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var tools = options?.Tools?.OfType<AIFunctionDeclaration>().ToList() ?? [];
        if (tools.Count == 0 || tools.Count != options!.Tools!.Count || options.ToolMode is not (null or AutoChatToolMode))
            return await base.GetResponseAsync(messages, options, cancellationToken);

        var key = KeyOf(tools);
        var place = (int)(key % (uint)_kept.Length);
        var text = Volatile.Read(ref _kept[place]) is { } kept && kept.Key == key ? kept.Text : new ToolText();
        ToolText.OfThisCall = text;
        var response = await base.GetResponseAsync(
            messages, text.Written is null ? options : Without(options), cancellationToken);
        Volatile.Write(ref _kept[place], new Kept(key, text));
        return response;
    }

    private static ChatOptions Without(ChatOptions options)
    {
        var rest = options.Clone();
        rest.Tools = null;
        return rest;
    }

    private static UInt128 KeyOf(List<AIFunctionDeclaration> tools)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var tool in tools)
        {
            hash.AppendData(MemoryMarshal.AsBytes($"{tool.Name}\n{tool.Description}\n".AsSpan()));
            hash.AppendData(JsonMarshal.GetRawUtf8Value(tool.JsonSchema));
        }

        return MemoryMarshal.Read<UInt128>(hash.GetHashAndReset());
    }

    private sealed record Kept(UInt128 Key, ToolText Text);
}

/// <summary>The tools of the call under way as JSON that goes out; null before the first call with them.</summary>
internal sealed class ToolText
{
    private static readonly AsyncLocal<ToolText?> Call = new();

    public static ToolText? OfThisCall
    {
        get => Call.Value;
        set => Call.Value = value;
    }

    public byte[]? Written { get; set; }

    /// <summary>Which of them the model is to call, as Betalgo says it.</summary>
    public byte[]? Choice { get; set; }
}
