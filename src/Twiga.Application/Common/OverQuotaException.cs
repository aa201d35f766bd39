namespace Twiga.Application.Common;

/// <summary>Not all messages of a request fit into today's quotas; nothing was done for it yet.</summary>
internal sealed class OverQuotaException(Admission admission) : Exception("Today's quota is used up.")
{
    public Admission Admission => admission;
}
