using FluentValidation;
using MediatR;

namespace Twiga.Application.Common.Behaviors;

internal sealed class ValidationBehavior<TRequest, TAnswer>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    public Task<TAnswer> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        var failures = validators.SelectMany(v => v.Validate(request).Errors).ToList();
        return failures.Count == 0 ? next() : throw new ValidationException(failures);
    }
}
