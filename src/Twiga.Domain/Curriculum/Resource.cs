using Twiga.Domain.Teachers;

namespace Twiga.Domain.Curriculum;

/// <summary>A book that answers are taken from, for one class or several.</summary>
public sealed class Resource
{
    private readonly List<ResourceForClass> _classes = [];

    public ResourceId Id { get; private set; }

    public required string Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public required Language Language { get; init; }

    /// <summary>True for Twiga's own sample books, which say so where they are cited.</summary>
    public bool IsSample { get; init; }

    /// <summary>The name of the file it came from; ingesting a file of the same name and classes replaces the book.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file as lower-case hex: equal means nothing changed.</summary>
    public required string ContentHash { get; set; }

    public required DateTimeOffset IngestedAt { get; set; }

    public IReadOnlyCollection<ResourceForClass> Classes => _classes;

    public void IsFor(SchoolClassId schoolClass)
    {
        if (_classes.All(c => c.SchoolClassId != schoolClass))
            _classes.Add(new ResourceForClass(schoolClass));
    }
}

public sealed class ResourceForClass(SchoolClassId schoolClassId)
{
    public ResourceId ResourceId { get; private set; }

    public SchoolClassId SchoolClassId { get; private set; } = schoolClassId;
}
