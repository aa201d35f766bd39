namespace Twiga.Domain.Curriculum;

/// <summary>A school subject by its key, such as <c>geography</c>, with its names in both languages.</summary>
public sealed class Subject
{
    public required string Key { get; init; }

    public required string English { get; init; }

    public required string Swahili { get; init; }
}
