namespace Twiga.Application.Onboarding;

/// <summary>
/// Reads the classes that a teacher typed in Swahili, English or both: "nafundisha Geography form 2 na Kiswahili
/// kidato cha kwanza", "bios f2,f3 na chem k4".
/// </summary>
internal static class ClassReader
{
    /// <param name="text">What she typed.</param>
    /// <param name="catalogue">The classes there are.</param>
    /// <param name="askedAbout">Keys of subjects whose forms she was asked for.</param>
    public static ReadClasses Read(string text, Catalogue catalogue, IReadOnlyList<string>? askedAbout = null)
    {
        var asked = askedAbout ?? [];
        var marks = new ClassMarks(catalogue.Words.Vocabulary, asked.Count > 0).Of(text);
        var named = StrangeNames.Find(marks);
        var lessons = named.OfType<Named>().Any() || asked.Count == 0
            ? ClassSegments.Pair(named)
            : [.. asked.Select(key => new Lessons([new Named([key], key)], [.. named.OfType<InYear>()]))];
        return new ClassChoice(catalogue).Of(lessons, Leftovers(named)) with
        {
            OtherWords = named.Count(m => m is Other { IsFiller: false }),
        };
    }

    // a clause of nothing but words that are not known, where she lists subjects
    private static IEnumerable<string> Leftovers(IReadOnlyList<Mark> marks)
    {
        var clause = new List<Mark>();
        foreach (var mark in marks.Append(new Break(Strength.Stop)))
        {
            if (mark is not Break)
            {
                clause.Add(mark);
                continue;
            }

            if (clause.Count is > 0 and <= 3 && clause.All(m => m is Other { IsFiller: false }))
                yield return string.Join(' ', clause.Cast<Other>().Select(o => o.Text));
            clause.Clear();
        }
    }
}
