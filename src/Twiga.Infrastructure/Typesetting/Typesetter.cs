using Twiga.Application.Documents;
using Twiga.Domain.Documents;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>Makes a <see cref="Typeset"/> file of a document.</summary>
internal sealed class Typesetter : ITypesetter
{
    public Task<TypesetOutcome> PdfAsync(Document document, CancellationToken cancellationToken)
    {
        DocumentJson.Write(document);
        return Task.FromResult<TypesetOutcome>(new NotTypeset(TypesetFault.NotInstalled));
    }

    public Task<TypesetOutcome> WordAsync(Document document, CancellationToken cancellationToken) =>
        Task.FromResult<TypesetOutcome>(new NotTypeset(TypesetFault.NotInstalled));

    public Task<TypesetOutcome> PictureAsync(IReadOnlyList<string> latex, CancellationToken cancellationToken) =>
        Task.FromResult<TypesetOutcome>(new NotTypeset(TypesetFault.NotInstalled));
}
