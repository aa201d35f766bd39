namespace Twiga.Application.Onboarding;

/// <summary>Opens what WhatsApp posts to the Flow data endpoint, with the private key of this business.</summary>
public interface IFlowCipher
{
    /// <summary>What was posted; null where it cannot be opened, for whatever reason and after the same work.</summary>
    OpenEnvelope? Open(ReadOnlySpan<byte> body);
}

/// <summary>A request to the Flow data endpoint, open: its text, and the seal for the answer to it.</summary>
public sealed record OpenEnvelope(byte[] Text, Func<byte[], string> Seal);
