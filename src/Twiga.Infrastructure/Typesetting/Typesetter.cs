using System.Text.Json.Nodes;
using Twiga.Application.Documents;
using Twiga.Domain.Documents;

namespace Twiga.Infrastructure.Typesetting;

internal sealed class Typesetter(NodeTypesetting node) : ITypesetter
{
    public Task<TypesetOutcome> PdfAsync(Document document, CancellationToken cancellationToken) =>
        node.RunAsync("pdf", DocumentJson.Write(document), cancellationToken);

    public Task<TypesetOutcome> WordAsync(Document document, CancellationToken cancellationToken) =>
        Task.FromResult<TypesetOutcome>(new Typeset(WordFile.Write(document), 0));

    public Task<TypesetOutcome> PictureAsync(IReadOnlyList<string> latex, CancellationToken cancellationToken) =>
        node.RunAsync(
            "png", new JsonObject { ["formulas"] = new JsonArray([.. latex.Select(MathJson.Read)]) }, cancellationToken);
}
