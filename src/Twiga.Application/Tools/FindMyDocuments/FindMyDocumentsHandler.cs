using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Documents;
using Twiga.Domain.Documents;

namespace Twiga.Application.Tools;

internal sealed class FindMyDocumentsHandler(IMadeDocuments documents, IFiles files, TurnContext turn)
    : IRequestHandler<FindMyDocuments, string>
{
    private const int MostListed = 8;

    public async Task<string> Handle(FindMyDocuments request, CancellationToken cancellationToken)
    {
        var found = await documents.FindAsync(
            new WantedDocuments(turn.Teacher)
            {
                Kinds = request.Kind is { } kind ? [kind] : [],
                Class = request.Class is { } named ? turn.Named(named).Id : null,
                Topic = string.IsNullOrWhiteSpace(request.Topic) ? null : request.Topic,
                AtMost = MostListed,
            },
            cancellationToken);
        if (found.Count == 0)
            return "No such document was made for her. Say so, and offer to make one.";

        var isNamed = request.Kind is not null || request.Class is not null || !string.IsNullOrWhiteSpace(request.Topic);
        if (!isNamed && !request.AsWord && found.Count > 1)
            return $"Nothing is being sent yet. Her newest documents:\n{List(found)}\nShow her the list and ask which to send again.";

        return await SendAsync(found, request.AsWord, cancellationToken);
    }

    private async Task<string> SendAsync(
        IReadOnlyList<MadeDocument> found, bool asWord, CancellationToken cancellationToken)
    {
        var document = found[0];
        if (document.File(asWord) is not { } id || await files.FindAsync(id, cancellationToken) is not { } file)
            return $"The files of {document.Title} are gone. Say so, and offer to make it anew.";

        turn.Attach(file.AsDocument());
        var missing = asWord && document.Word is null ? " There is no Word file of it: it is the PDF, say so." : "";
        var others = found.Skip(1).ToList();
        return $"{document.Title} goes out right below your answer.{missing} Say so in one sentence."
            + (others.Count > 0 ? $"\nOthers that fit, should it be the wrong one:\n{List(others)}" : "");
    }

    private static string List(IEnumerable<MadeDocument> documents) =>
        string.Join('\n', documents.Select(d => $"- {d.Title}"));
}
