using System.Diagnostics.Metrics;
using MediatR;

namespace Twiga.Application.Common.Behaviors;

internal sealed class QuotaBehavior<TRequest, TAnswer>(IQuotas quotas) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IMetered
{
    private static readonly Counter<long> Refusals = Tracing.Counter("twiga.quota.refusals");

    public async Task<TAnswer> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        var admission = await quotas.AdmitAsync(request.Teacher, request.Messages, cancellationToken);
        if (admission.Over is { } limit)
        {
            Refusals.Add(1, new KeyValuePair<string, object?>("limit", limit.ToString()));
            throw new OverQuotaException(admission);
        }

        using var tally = TokenTally.Start();
        try
        {
            return await next();
        }
        finally
        {
            await quotas.SpendAsync(request.Teacher, (long)tally.Input + tally.Output);
        }
    }
}
