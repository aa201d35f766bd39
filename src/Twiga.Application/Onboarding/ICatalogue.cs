using System.Collections.Concurrent;
using System.Text.Json;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Onboarding;

/// <summary>The classes a teacher can choose, and the words by which teachers name subjects and years.</summary>
public interface ICatalogue
{
    Task<Catalogue> GetAsync(CancellationToken cancellationToken);
}

/// <param name="Classes">The active ones.</param>
/// <param name="Words">Words in small letters.</param>
public sealed record Catalogue(
    IReadOnlyList<Subject> Subjects, IReadOnlyList<SchoolClass> Classes, CatalogueWords Words)
{
    public SchoolClass? Find(SchoolClassId id) => Classes.FirstOrDefault(c => c.Id == id);

    public Subject? FindSubject(string key) => Subjects.FirstOrDefault(s => s.Key == key);

    /// <summary>Subjects by the stage of school in which they are taught, in the order of the classes.</summary>
    internal ILookup<TaughtSubject, SchoolClass> Taught => field ??= Classes.ToLookup(TaughtSubject.Of);

    /// <summary>What the form's first screen offers, made once for each language.</summary>
    internal ConcurrentDictionary<Language, IReadOnlyList<SubjectGroup>> SubjectGroups { get; } = new();

    public IEnumerable<SchoolClass> OfSubject(string key) => Classes.Where(c => c.SubjectKey == key);
}

/// <summary>A subject in a stage of school: Kiswahili in primary school is not Kiswahili in Form 5.</summary>
internal sealed record TaughtSubject(string Stage, string Key)
{
    private readonly string _text = $"{Stage}:{Key}";

    public static TaughtSubject Of(SchoolClass schoolClass) =>
        new(schoolClass.GradeCode.TrimEnd('1', '2', '3', '4', '5', '6', '7'), schoolClass.SubjectKey);

    public override string ToString() => _text;
}

/// <summary>Subjects under one label, and the same as options of a form.</summary>
internal sealed record SubjectGroup(string Label, IReadOnlyList<TaughtSubject> Subjects, JsonElement Options);

/// <summary>What a word may mean: keys of subjects, prefixes of stages (p, os, as), a number of a year.</summary>
public sealed record CatalogueWords(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Subjects,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Stages,
    IReadOnlyDictionary<string, int> Years)
{
    internal ClassVocabulary Vocabulary => field ??= new ClassVocabulary(this);
}
