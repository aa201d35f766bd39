namespace Twiga.Application.Common;

/// <summary>A request that came from outside with a signature over its raw bytes.</summary>
public interface ISigned
{
    ReadOnlyMemory<byte> Body { get; }

    /// <summary>The header X-Hub-Signature-256 as it came; null where there was none.</summary>
    string? Signature { get; }
}
