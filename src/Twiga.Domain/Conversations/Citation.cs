using Twiga.Domain.Curriculum;

namespace Twiga.Domain.Conversations;

/// <summary>A place in a book that an answer rests on, by the number it has below the answer.</summary>
public sealed class Citation
{
    public long Id { get; private set; }

    public TurnId TurnId { get; private set; }

    public required int Number { get; init; }

    public required PassageId PassageId { get; init; }
}
