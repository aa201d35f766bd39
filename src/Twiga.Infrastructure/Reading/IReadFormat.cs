using Twiga.Application.Curriculum;

namespace Twiga.Infrastructure.Reading;

/// <summary>Reads one kind of file; throws <see cref="UnreadableFileException"/> where nothing can be made of it.</summary>
internal interface IReadFormat
{
    IReadOnlyList<string> Extensions { get; }

    BookText Read(byte[] content, CancellationToken cancellationToken);
}
