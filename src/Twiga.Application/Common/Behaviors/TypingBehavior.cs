using MediatR;
using Microsoft.Extensions.Logging;
using Twiga.Application.Messaging;

namespace Twiga.Application.Common.Behaviors;

internal sealed partial class TypingBehavior<TRequest, TAnswer>(
    IWhatsApp whatsApp, TimeProvider clock, ILogger<TypingBehavior<TRequest, TAnswer>> logger)
    : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IWhileTyping
{
    // WhatsApp shows it for 25 s
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(20);

    public async Task<TAnswer> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        if (request.Wamid is null)
            return await next();

        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = TypeAsync(request.Wamid, done.Token, cancellationToken);
        try
        {
            return await next();
        }
        finally
        {
            await done.CancelAsync();
            await typing;
        }
    }

    // A call on its way is not broken off: it would come after the answer, or cost its connection.
    private async Task TypeAsync(string wamid, CancellationToken done, CancellationToken broken)
    {
        try
        {
            while (!done.IsCancellationRequested)
            {
                await whatsApp.ShowTypingAsync(wamid, broken);
                await Task.Delay(RenewEvery, clock, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        catch (OperationCanceledException)
        {
            // the work is broken off
        }
        catch (HttpRequestException exception)
        {
            NotShown(exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Typing could not be shown: {Fault}")]
    private partial void NotShown(string fault);
}
