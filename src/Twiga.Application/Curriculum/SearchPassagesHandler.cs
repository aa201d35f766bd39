using FluentValidation;
using MediatR;

namespace Twiga.Application.Curriculum;

internal sealed class SearchPassagesValidator : AbstractValidator<SearchPassages>
{
    public SearchPassagesValidator()
    {
        RuleFor(s => s.Phrase).NotEmpty().MaximumLength(2_000);
        RuleFor(s => s.Limit).InclusiveBetween(1, 50);
    }
}

internal sealed class SearchPassagesHandler(ITextbooks textbooks) : IRequestHandler<SearchPassages, SearchOutcome>
{
    public Task<SearchOutcome> Handle(SearchPassages request, CancellationToken cancellationToken) =>
        textbooks.SearchAsync(request, cancellationToken);
}
