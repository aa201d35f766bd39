using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Twiga.Application.Onboarding;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>
/// Flow ids from the settings, and tokens: form, teacher, lapse and nonce, then HMAC-SHA256 over them, in base64url.
/// </summary>
internal sealed class Flows(IOptions<FlowsOptions> options, TwigaContext context, FlowRest rest, TimeProvider clock)
    : IFlows
{
    private const int ContentLength = 1 + sizeof(long) + sizeof(long) + sizeof(long);
    private const int TokenLength = ContentLength + HMACSHA256.HashSizeInBytes;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    private static readonly Func<TwigaContext, long, CancellationToken, Task<bool>> IsUsed =
        EF.CompileAsyncQuery((TwigaContext context, long nonce, CancellationToken cancellationToken) =>
            context.Set<UsedFlowToken>().Any(t => t.Nonce == nonce));

    public bool AreSet => options.Value.AreSet && rest.IsOver(clock.GetUtcNow());

    public void Rest() => rest.Begin(clock.GetUtcNow());

    public FlowForm FormOf(string flowId) =>
        flowId == options.Value.ClassesFlowId ? FlowForm.Classes : FlowForm.Profile;

    public FlowInvitation Invite(FlowForm form, TeacherId teacher)
    {
        Span<byte> token = stackalloc byte[TokenLength];
        token[0] = (byte)form;
        BinaryPrimitives.WriteInt64BigEndian(token[1..], teacher.Value);
        BinaryPrimitives.WriteInt64BigEndian(token[9..], (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
        RandomNumberGenerator.Fill(token[17..ContentLength]);
        HMACSHA256.HashData(options.Value.TokenBytes, token[..ContentLength], token[ContentLength..]);
        return new FlowInvitation(IdOf(form), Base64Url.EncodeToString(token));
    }

    public async Task<FlowTicket?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (Read(token) is not { IsOver: false } ticket)
            return Read(token);

        return ticket with
        {
            IsOver = await IsUsed(context, ticket.Nonce, cancellationToken),
        };
    }

    public void Use(FlowTicket ticket) =>
        context.Add(new UsedFlowToken { Nonce = ticket.Nonce, UsedAt = clock.GetUtcNow() });

    private FlowTicket? Read(string token)
    {
        Span<byte> bytes = stackalloc byte[TokenLength];
        if (options.Value.TokenBytes.Length == 0 || !Base64Url.IsValid(token, out var length) || length != TokenLength
            || !Base64Url.TryDecodeFromChars(token, bytes, out _))
            return null;

        Span<byte> right = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(options.Value.TokenBytes, bytes[..ContentLength], right);
        if (!CryptographicOperations.FixedTimeEquals(right, bytes[ContentLength..]))
            return null;

        return new FlowTicket(
            (FlowForm)bytes[0],
            new TeacherId(BinaryPrimitives.ReadInt64BigEndian(bytes[1..])),
            BinaryPrimitives.ReadInt64BigEndian(bytes[17..]),
            clock.GetUtcNow().ToUnixTimeSeconds() >= BinaryPrimitives.ReadInt64BigEndian(bytes[9..]));
    }

    private string IdOf(FlowForm form) => (form == FlowForm.Profile
        ? options.Value.ProfileFlowId
        : options.Value.ClassesFlowId) ?? "";
}
