using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Common;

/// <summary>What may still be used today, counted across all processes. A day is a calendar day in Tanzania.</summary>
public interface IQuotas
{
    /// <summary>Counts the messages that still fit into today's quotas.</summary>
    Task<Admission> AdmitAsync(
        TeacherId teacher, IReadOnlyList<InboundMessageId> messages, CancellationToken cancellationToken);

    /// <summary>Counts tokens that were used, whatever came of it.</summary>
    Task SpendAsync(TeacherId teacher, long tokens);
}

/// <param name="Messages">Those that are answered.</param>
/// <param name="Over">What was reached, where not all of them are.</param>
/// <param name="Since">When the day began.</param>
public sealed record Admission(IReadOnlySet<InboundMessageId> Messages, QuotaLimit? Over, DateTimeOffset Since);

public enum QuotaLimit
{
    HerMessages,
    HerTokens,
    AllMessages,
}
