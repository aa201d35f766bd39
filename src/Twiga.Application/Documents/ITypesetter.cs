using Twiga.Domain.Documents;

namespace Twiga.Application.Documents;

/// <summary>
/// Makes files of documents. A page takes some 40 ms; one document may take 20 s and have 200 pages, after that it is
/// given up. What fails is an outcome (<see cref="NotTypeset"/>), never an exception.
/// </summary>
public interface ITypesetter
{
    /// <summary>A PDF, which needs Node on the machine.</summary>
    Task<TypesetOutcome> PdfAsync(Document document, CancellationToken cancellationToken);

    /// <summary>The same as a Word file (DOCX) to edit; needs nothing but this program. Its pages are not counted.</summary>
    Task<TypesetOutcome> WordAsync(Document document, CancellationToken cancellationToken);

    /// <summary>One PNG with the formulas in LaTeX one below the other, wide enough for a phone.</summary>
    Task<TypesetOutcome> PictureAsync(IReadOnlyList<string> latex, CancellationToken cancellationToken);
}

/// <summary>What became of a document.</summary>
public abstract record TypesetOutcome
{
    private protected TypesetOutcome()
    {
    }
}

/// <summary>The file, and its number of pages (1 for a picture, 0 for a Word file).</summary>
public sealed record Typeset(byte[] Bytes, int Pages) : TypesetOutcome;

public sealed record NotTypeset(TypesetFault Fault) : TypesetOutcome;

public enum TypesetFault
{
    /// <summary>This machine has no typesetter; it is better to send the Word file or text.</summary>
    NotInstalled,

    /// <summary>More waits than can be done in time; later it may work.</summary>
    Busy,

    /// <summary>The document took too long or grew too large and was given up.</summary>
    TooLarge,

    /// <summary>The document cannot be set.</summary>
    Refused,
}
