using System.Globalization;
using System.Text.RegularExpressions;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Lessons;

namespace Twiga.Infrastructure.Formats;

/// <summary>What the forms of lesson plans, schemes of work and examinations have in common.</summary>
internal static partial class FormReading
{
    private static readonly HashSet<string> Grades = [.. GradeLevel.All.Select(g => g.Code)];

    /// <summary>The words in both languages that stand in the place itself.</summary>
    public static Label Words(this YamlPlace place) => new(place.Needed("en"), place.Needed("sw"));

    /// <summary>The words in both languages of a member.</summary>
    public static Label Words(this YamlPlace place, string name)
    {
        if (place.Place(name) is not { } inner)
            return new Label("", "");

        inner.Knows("en", "sw");
        return inner.Words();
    }

    /// <summary>Fields or columns; each kind may stand once.</summary>
    public static IReadOnlyList<FormPart<TIs>> Parts<TIs>(this YamlPlace place, string name)
        where TIs : struct, Enum
    {
        var parts = new List<FormPart<TIs>>();
        foreach (var one in place.Places(name))
        {
            one.Knows("is", "en", "sw", "width");
            var part = new FormPart<TIs>(one.Choice<TIs>("is"), one.Words(), one.Decimal("width", 1));
            if (part.Width <= 0)
                one.Fault($"width is {part.Width}; it is more than 0");
            if (parts.Exists(p => p.Is.Equals(part.Is)) && one.Text("is") is { } twice)
                one.Fault($"'{twice}' stands twice in {name}");
            parts.Add(part);
        }

        return parts;
    }

    public static FormFor For(this YamlPlace root)
    {
        var grades = root.Texts("grades");
        foreach (var grade in grades.Where(g => !Grades.Contains(g)))
            root.Fault($"'{grade}' is no grade; they are {string.Join(", ", Grades)}");
        return new FormFor(grades, root.Texts("subjects"));
    }

    public static string Key(this YamlPlace root)
    {
        var key = root.Needed("key");
        if (key.Length > 0 && !KeyForm().IsMatch(key))
            root.Fault($"key is '{key}'; it has small letters, digits and hyphens only");
        return key;
    }

    /// <summary>A day of any year as month and day: 07-06.</summary>
    public static YearDay? Day(this YamlPlace place, string name)
    {
        if (place.Text(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact($"2000-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day is not { Month: 2, Day: 29 })
            return new YearDay(day.Month, day.Day);

        place.Fault($"{name} is '{text}'; it is a month and a day, such as 07-06");
        return null;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KeyForm();
}
