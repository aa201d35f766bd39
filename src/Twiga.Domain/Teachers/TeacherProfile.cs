namespace Twiga.Domain.Teachers;

/// <remarks>What she tells about herself.</remarks>
public sealed partial class Teacher
{
    public const int LongestName = 100;
    public const int LongestSchool = 100;
    private const int YoungestAge = 18;
    private const int OldestYear = 1900;

    public void Rename(string name)
    {
        var tidy = Tidy(name);
        if (tidy.Length is 0 or > LongestName || !tidy.Any(char.IsLetter))
            throw new DomainException("A teacher's name has 1 to 100 characters, letters among them.");

        Name = tidy;
    }

    public void TeachesIn(Region region) => Region = region.Key;

    public void TeachesAt(string school)
    {
        var tidy = Tidy(school);
        if (tidy.Length is 0 or > LongestSchool || !tidy.Any(char.IsLetter))
            throw new DomainException("A school's name has 1 to 100 characters, letters among them.");

        School = tidy;
    }

    /// <summary>She need not tell it; null forgets it.</summary>
    public void WasBornOn(DateOnly? day, DateOnly today)
    {
        if (day is { } born && (born.Year < OldestYear || born.AddYears(YoungestAge) > today))
            throw new DomainException("A teacher is 18 or older and was born in 1900 or later.");

        Birthday = day;
    }

    private static string Tidy(string text) => string.Join(' ', new string(
        [.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
