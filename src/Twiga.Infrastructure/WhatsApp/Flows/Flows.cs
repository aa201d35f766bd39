using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Twiga.Application.Onboarding;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>
/// Flow ids from the settings, and tokens: form, teacher, lapse and nonce, then HMAC-SHA256 over them, in base64url.
/// </summary>
internal sealed class Flows(IOptions<FlowsOptions> options) : IFlows
{
    private const int ContentLength = 1 + sizeof(long) + sizeof(long) + sizeof(long);
    private const int TokenLength = ContentLength + HMACSHA256.HashSizeInBytes;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    private readonly byte[] _key = Convert.FromBase64String(options.Value.TokenKey ?? "");

    public bool AreSet => options.Value.AreSet;

    public FlowInvitation Invite(FlowForm form, TeacherId teacher, DateTimeOffset now)
    {
        Span<byte> token = stackalloc byte[TokenLength];
        token[0] = (byte)form;
        BinaryPrimitives.WriteInt64BigEndian(token[1..], teacher.Value);
        BinaryPrimitives.WriteInt64BigEndian(token[9..], (now + Lifetime).ToUnixTimeSeconds());
        RandomNumberGenerator.Fill(token[17..ContentLength]);
        HMACSHA256.HashData(_key, token[..ContentLength], token[ContentLength..]);
        return new FlowInvitation(IdOf(form), Base64Url.EncodeToString(token));
    }

    public FlowTicket? Read(string token, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[TokenLength];
        if (_key.Length == 0 || !Base64Url.IsValid(token, out var length) || length != TokenLength
            || !Base64Url.TryDecodeFromChars(token, bytes, out _))
            return null;

        Span<byte> right = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, bytes[..ContentLength], right);
        var lapse = BinaryPrimitives.ReadInt64BigEndian(bytes[9..]);
        if (!CryptographicOperations.FixedTimeEquals(right, bytes[ContentLength..]) || now.ToUnixTimeSeconds() >= lapse)
            return null;

        return new FlowTicket(
            (FlowForm)bytes[0],
            new TeacherId(BinaryPrimitives.ReadInt64BigEndian(bytes[1..])),
            BinaryPrimitives.ReadInt64BigEndian(bytes[17..]));
    }

    private string IdOf(FlowForm form) => (form == FlowForm.Profile
        ? options.Value.ProfileFlowId
        : options.Value.ClassesFlowId) ?? "";
}
