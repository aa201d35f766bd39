using Twiga.Application.Teachers;
using Twiga.Domain;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.WhatsApp;

namespace Twiga.Cli.Teachers;

/// <summary>A teacher as an operator wrote her down; the line is that of the file, where there is one.</summary>
internal sealed record StaffRow(int? Line, string Phone, string Name, IReadOnlyList<string> Classes, string? Language)
{
    /// <summary>What is wrong with the row as a whole, so that its fields cannot be told apart.</summary>
    public string? Fault { get; init; }

    /// <summary>The request, or a sentence for each field that is wrong.</summary>
    public AddTeacher? ToRequest(IReadOnlyList<SchoolClass> known, ICollection<string> faults)
    {
        if (Fault is not null)
        {
            faults.Add(Fault);
            return null;
        }

        var before = faults.Count;
        var phone = Check("phone", faults, () => PhoneNumber.Digits(Phone));
        var name = Check("name", faults, Named);
        var classes = Classes.Select(c => Check("class", faults, () => Find(c, known))).ToList();
        var language = Check("language", faults, Spoken);
        if (Classes.Count == 0)
            faults.Add("class: at least one is needed.");
        return faults.Count == before ? new AddTeacher(phone!, name!, [.. classes.Select(c => c!.Id)], language) : null;
    }

    private static T? Check<T>(string field, ICollection<string> faults, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DomainException wrong)
        {
            faults.Add($"{field}: {wrong.Message}");
            return default;
        }
    }

    private static SchoolClass Find(string name, IReadOnlyList<SchoolClass> known) =>
        known.FirstOrDefault(c => Same(c.English, name) || Same(c.Swahili, name))
        ?? throw new DomainException($"There is no class '{name}'; 'classes list' shows them all.");

    private static bool Same(string one, string other) =>
        string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);

    private string Named()
    {
        _ = Teacher.Active(Name, Domain.Teachers.Language.Swahili, [], default);
        return Name;
    }

    private Language Spoken() => Language?.Trim().ToLowerInvariant() switch
    {
        null or "" or "sw" => Domain.Teachers.Language.Swahili,
        "en" => Domain.Teachers.Language.English,
        _ => throw new DomainException($"'{Language}' is neither sw nor en."),
    };
}
