using System.Text.RegularExpressions;

namespace Twiga.Simulator.Models;

/// <summary>Picks the class a question is about from those a tool offers.</summary>
internal static partial class Classes
{
    private static readonly Dictionary<string, string[]> _names = new()
    {
        ["geography"] = ["geography", "geo", "jiografia"],
        ["biology"] = ["biology", "bio", "bios", "biolojia"],
        ["physics"] = ["physics", "phy", "fizikia"],
        ["chemistry"] = ["chemistry", "chem", "kemia"],
        ["mathematics"] = ["mathematics", "math", "maths", "hisabati", "hesabu"],
        ["history"] = ["history", "hist", "historia"],
        ["civics"] = ["civics", "civ", "uraia"],
        ["kiswahili"] = ["kiswahili", "swahili"],
        ["english"] = ["english", "kiingereza"],
        ["sayansi"] = ["sayansi", "science"],
        ["commerce"] = ["commerce", "biashara"],
        ["agriculture"] = ["agriculture", "kilimo"],
    };

    private static readonly string[][] _numbers =
    [
        ["1", "i", "one", "kwanza", "moja"],
        ["2", "ii", "two", "pili"],
        ["3", "iii", "three", "tatu"],
        ["4", "iv", "four", "nne"],
        ["5", "v", "five", "tano"],
        ["6", "vi", "six", "sita"],
        ["7", "vii", "seven", "saba"],
    ];

    /// <summary>The classes a question may be about: one where its words tell, else all that they do not rule out.</summary>
    public static IReadOnlyList<string> Choose(string question, IReadOnlyList<string> offered)
    {
        var scored = offered.Select(name => (Name: name, Score: Score(question, name))).ToList();
        return [.. scored.Where(one => one.Score >= scored.Max(other => other.Score)).Select(one => one.Name)];
    }

    /// <summary>The question without the words that only name its class.</summary>
    public static string Without(string question, string? className)
    {
        if (className is null)
            return question;
        var named = Level().Replace(question, " ");
        var subjects = SubjectsIn(Vocabulary.Words(className)).SelectMany(subject => _names[subject]).ToHashSet();
        var left = Vocabulary.Words(named).Where(word => !subjects.Contains(word)).ToList();
        return left.Exists(word => !Vocabulary.IsEmpty(word)) ? string.Join(' ', left) : question;
    }

    private static double Score(string question, string className)
    {
        var (asked, offered) = (Vocabulary.Words(question), Vocabulary.Words(className));
        var subjects = SubjectsIn(offered);
        var score = 4.0 * SubjectsIn(asked).Intersect(subjects).Count();
        if (NumberIn(question) is { } number && number == NumberIn(className))
            score += 2;
        var topics = Glossary.Concepts(question)
            .Count(concept => Glossary.SubjectsOf(concept.Stem).Overlaps(subjects));
        return score + topics;
    }

    private static HashSet<string> SubjectsIn(List<string> words) =>
        [.. _names.Where(subject => subject.Value.Any(words.Contains)).Select(subject => subject.Key)];

    private static int? NumberIn(string text)
    {
        var match = Level().Match(text);
        if (!match.Success)
            return null;
        var said = match.Groups["number"].Value.ToLowerInvariant();
        var index = Array.FindIndex(_numbers, forms => forms.Contains(said));
        return index < 0 ? null : index + 1;
    }

    [GeneratedRegex(
        @"\b(?:(?:form|kidato|std|standard|class|darasa|drs)\s*(?:(?:cha|la)\s+)?|[fk])" +
        "(?<number>[1-7]|i{1,3}|iv|vi{0,2}|one|two|three|four|five|six|seven|" +
        @"kwanza|moja|pili|tatu|nne|tano|sita|saba)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Level();
}
