namespace Twiga.Infrastructure.Reading;

/// <summary>A file that cannot be read: where in it, and why; several faults where several were seen.</summary>
internal sealed class UnreadableFileException(IReadOnlyList<string> faults, Exception? inner = null)
    : Exception(string.Join(Environment.NewLine, faults), inner)
{
    public UnreadableFileException(string fault, Exception? inner = null)
        : this([fault], inner)
    {
    }

    public IReadOnlyList<string> Faults { get; } = faults;
}
