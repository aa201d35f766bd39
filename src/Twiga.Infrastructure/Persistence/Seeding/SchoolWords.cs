using System.Collections.Frozen;

namespace Twiga.Infrastructure.Persistence.Seeding;

/// <summary>The words by which teachers name subjects, stages and years of school, in small letters.</summary>
internal sealed record SchoolWords(
    FrozenDictionary<string, IReadOnlyList<string>> SubjectKeys,
    FrozenDictionary<string, IReadOnlyList<string>> StagePrefixes,
    FrozenDictionary<string, int> Years)
{
    internal static SchoolWords From(CurriculumEntries file) => new(
        ByWord(file.Subjects.SelectMany(s => s.Abbreviations.Append(s.English).Append(s.Swahili).Select(w => (w, s.Key)))),
        ByWord(file.Stages.SelectMany(s => s.Abbreviations.Select(w => (w, s.Prefix)))),
        file.Years.SelectMany(y => y.Abbreviations.Select(w => (w, y.Number)))
            .ToFrozenDictionary(p => p.w.ToLowerInvariant(), p => p.Number));

    private static FrozenDictionary<string, IReadOnlyList<string>> ByWord(IEnumerable<(string Word, string Key)> pairs) =>
        pairs.GroupBy(p => p.Word.ToLowerInvariant(), p => p.Key)
            .ToFrozenDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Distinct()]);
}
