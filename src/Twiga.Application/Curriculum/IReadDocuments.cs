namespace Twiga.Application.Curriculum;

/// <summary>Reads the text and structure of a book from a file.</summary>
public interface IReadDocuments
{
    Task<ReadOutcome> ReadAsync(string path, CancellationToken cancellationToken);
}

public abstract record ReadOutcome
{
    private ReadOutcome()
    {
    }

    /// <param name="Book">What the file holds.</param>
    /// <param name="Hash">SHA-256 of the file as lower-case hex.</param>
    public sealed record Readable(BookText Book, string Hash) : ReadOutcome;

    /// <summary>Nothing can be made of it; each reason is a sentence that names the file, and line or page.</summary>
    public sealed record Unreadable(IReadOnlyList<string> Reasons) : ReadOutcome;
}
