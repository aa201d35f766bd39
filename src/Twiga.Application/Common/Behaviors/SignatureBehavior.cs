using MediatR;

namespace Twiga.Application.Common.Behaviors;

internal sealed class SignatureBehavior<TRequest, TAnswer>(AppSecret secret) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>, ISigned
{
    public Task<TAnswer> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next) =>
        secret.HasSigned(request.Body.Span, request.Signature) ? next() : throw new WrongSignatureException();
}
