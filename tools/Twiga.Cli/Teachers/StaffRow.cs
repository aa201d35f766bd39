using Twiga.Application.Teachers;
using Twiga.Domain;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.WhatsApp;

namespace Twiga.Cli.Teachers;

/// <summary>A teacher as an operator wrote her down; the line is that of the file, where there is one.</summary>
internal sealed record StaffRow(int? Line, string Phone, string Name, IReadOnlyList<string> Classes, string? Language)
{
    /// <summary>Throws where the number, a class or the language is none.</summary>
    public AddTeacher ToRequest(IReadOnlyList<SchoolClass> known) => new(
        PhoneNumber.Digits(Phone), Name, [.. Classes.Select(c => Find(c, known))], Spoken());

    private static SchoolClassId Find(string name, IReadOnlyList<SchoolClass> known) =>
        known.FirstOrDefault(c => Same(c.English, name) || Same(c.Swahili, name))?.Id
        ?? throw new DomainException($"There is no class '{name}'; 'classes list' shows them all.");

    private static bool Same(string one, string other) =>
        string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);

    private Language Spoken() => Language?.Trim().ToLowerInvariant() switch
    {
        null or "" or "sw" => Domain.Teachers.Language.Swahili,
        "en" => Domain.Teachers.Language.English,
        _ => throw new DomainException($"The language '{Language}' is neither sw nor en."),
    };
}
