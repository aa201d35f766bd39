namespace Twiga.Domain.Teachers;

/// <summary>A region of Tanzania: 26 on the mainland, 5 on Unguja and Pemba.</summary>
public sealed record Region(string Key, string English, string Swahili)
{
    public static IReadOnlyList<Region> All { get; } =
    [
        .. Alike(
            "Arusha", "Dar es Salaam", "Dodoma", "Geita", "Iringa", "Kagera", "Katavi", "Kigoma", "Kilimanjaro", "Lindi",
            "Manyara", "Mara", "Mbeya", "Morogoro", "Mtwara", "Mwanza", "Njombe"),
        new("pemba_north", "Pemba North", "Kaskazini Pemba"),
        new("pemba_south", "Pemba South", "Kusini Pemba"),
        new("pwani", "Pwani (Coast)", "Pwani"),
        .. Alike(
            "Rukwa", "Ruvuma", "Shinyanga", "Simiyu", "Singida", "Songwe", "Tabora", "Tanga"),
        new("unguja_north", "Unguja North", "Kaskazini Unguja"),
        new("unguja_south", "Unguja South", "Kusini Unguja"),
        new("unguja_urban_west", "Unguja Urban West", "Mjini Magharibi"),
    ];

    public static Region Parse(string key) =>
        All.FirstOrDefault(r => r.Key == key) ?? throw new DomainException("This is no region of Tanzania.");

    public string Name(Language language) => language == Language.Swahili ? Swahili : English;

    private static IEnumerable<Region> Alike(params string[] names) =>
        names.Select(n => new Region(n.ToLowerInvariant().Replace(' ', '_'), n, n));
}
