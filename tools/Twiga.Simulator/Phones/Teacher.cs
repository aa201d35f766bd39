using System.Globalization;

namespace Twiga.Simulator.Phones;

/// <summary>A made-up teacher with a phone.</summary>
public sealed record Teacher
{
    /// <summary>The phone number, or the business-scoped user id where there is none.</summary>
    public required string Id { get; init; }

    public string? Phone { get; init; }
    public required string UserId { get; init; }
    public required string Name { get; init; }

    /// <summary>What she teaches, for people who look at the page.</summary>
    public string? About { get; init; }

    /// <summary>Which identities her messages carry: both, phone, user-id.</summary>
    public string Shows { get; init; } = "both";

    internal bool ShowsPhone => Phone is not null && Shows != "user-id";

    internal bool ShowsUserId => Shows != "phone";

    internal static Teacher From(string address, string? name = null, string? about = null)
    {
        var isUserId = address.Any(char.IsAsciiLetter);
        var id = isUserId ? address : new string([.. address.Where(char.IsAsciiDigit)]);
        return new Teacher
        {
            Id = id,
            Phone = isUserId ? null : id,
            UserId = isUserId ? id : UserIdOf(id),
            Name = name ?? id,
            About = about,
        };
    }

    private static string UserIdOf(string phone)
    {
        const ulong offset = 14695981039346656037, prime = 1099511628211;
        var hash = phone.Aggregate(offset, (sum, digit) => (sum ^ digit) * prime);
        return "TZ." + (hash % 1_000_000_000_000_000_000).ToString("D18", CultureInfo.InvariantCulture);
    }
}

/// <summary>The teachers a new simulator starts with.</summary>
internal static class Staff
{
    public static IReadOnlyList<Teacher> Members { get; } =
    [
        Teacher.From("255700000101", "Neema Mollel", "Geography Form 2"),
        Teacher.From("255700000102", "Juma Mwakalinga", "Biology Form 1, Biology Form 3"),
        Teacher.From("255700000103", "Asha Mkumbo", "Kiswahili Kidato cha 1"),
        Teacher.From("255700000104", "Baraka Shayo", "Mathematics Form 1, Mathematics Form 2"),
        Teacher.From("255700000105", "Rehema Ngonyani", "Sayansi Darasa la 5"),
        Teacher.From("255700000106", "Emmanuel Massawe", "Physics Form 2, Chemistry Form 3"),
        Teacher.From("255700000107", "Zawadi Komba", "History Form 2, Civics Form 1"),
        Teacher.From("255700000108", "Hamisi Mtei", "new to Twiga"),
    ];
}
