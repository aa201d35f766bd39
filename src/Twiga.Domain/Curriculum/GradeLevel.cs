using Twiga.Domain.Teachers;

namespace Twiga.Domain.Curriculum;

/// <summary>A year of school by its code: p1 to p7, os1 to os4, as1, as2.</summary>
public sealed record GradeLevel
{
    private static readonly string[] Ordinals = ["kwanza", "pili", "tatu", "nne", "tano", "sita", "saba"];

    private GradeLevel(string code, string stage, int year) => (Code, Stage, Year) = (code, stage, year);

    public static IReadOnlyList<GradeLevel> All { get; } =
    [
        .. Enumerable.Range(1, 7).Select(n => new GradeLevel($"p{n}", "p", n)),
        .. Enumerable.Range(1, 4).Select(n => new GradeLevel($"os{n}", "os", n)),
        .. Enumerable.Range(1, 2).Select(n => new GradeLevel($"as{n}", "as", n + 4)),
    ];

    public string Code { get; }

    public bool IsPrimary => Stage == "p";

    public bool IsAdvanced => Stage == "as";

    /// <summary>The number after Standard or Form: 1 to 7.</summary>
    public int Year { get; }

    private string Stage { get; }

    public static GradeLevel Parse(string code) =>
        All.FirstOrDefault(g => g.Code == code)
        ?? throw new DomainException($"'{code}' is no grade level; they are p1-p7, os1-os4, as1 and as2.");

    /// <summary>"Form 2" or "Kidato cha 2"; "Standard 5" or "Darasa la 5".</summary>
    public string Name(Language language) => (IsPrimary, language) switch
    {
        (true, Language.English) => $"Standard {Year}",
        (true, _) => $"Darasa la {Year}",
        (false, Language.English) => $"Form {Year}",
        _ => $"Kidato cha {Year}",
    };

    /// <summary>The Swahili name with its ordinal in words: "Kidato cha pili", "Darasa la tano".</summary>
    public string SwahiliInWords => (IsPrimary ? "Darasa la " : "Kidato cha ") + Ordinals[Year - 1];
}
