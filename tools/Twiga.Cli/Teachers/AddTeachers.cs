using System.CommandLine;
using FluentValidation;
using Twiga.Application.Curriculum;
using Twiga.Cli.Host;
using Twiga.Domain;

namespace Twiga.Cli.Teachers;

/// <summary>Adds one teacher, or a school's staff from a CSV file whose wrong lines are named while the rest go in.</summary>
internal static class AddTeachers
{
    private static readonly Option<string?> Phone = new("--phone") { Description = "Her WhatsApp number." };
    private static readonly Option<string?> Name = new("--name") { Description = "What she is called." };

    private static readonly Option<string[]> Class = new("--class")
    {
        Description = "A class she teaches, such as \"Geography Form 2\"; may be given several times.",
    };

    private static readonly Option<string?> Language = new("--language") { Description = "sw (as given) or en." };

    private static readonly Option<FileInfo?> Csv = new("--csv")
    {
        Description = "A file with the header phone,name,class,language; several classes separated by ';'.",
    };

    public static Command Command() =>
        Verb.Create("add", "Adds a teacher, active at once.", [Phone, Name, Class, Language, Csv], RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var rows = call.Get(Csv) is { } file ? StaffFile.Read(file) : [OneTeacher(call)];
        var classes = await call.Workplace.SendAsync(new ListClasses(), cancellationToken);
        var (added, faults) = (new List<string>(), new List<string>());
        foreach (var row in rows)
        {
            try
            {
                var teacher = await call.Workplace.SendAsync(row.ToRequest(classes), cancellationToken);
                added.Add(teacher.Name!);
            }
            catch (Exception wrong) when (wrong is DomainException or ValidationException)
            {
                var reasons = wrong is ValidationException many ? many.Errors.Select(e => e.ErrorMessage) : [wrong.Message];
                faults.AddRange(reasons.Select(r => row.Line is { } line ? $"{call.Get(Csv)}: line {line}: {r}" : r));
            }
        }

        foreach (var fault in faults)
            await Console.Error.WriteLineAsync(fault);
        call.Done(new { added, faults }, $"{added.Count} added, {faults.Count} wrong.");
        return faults.Count == 0 ? 0 : 1;
    }

    private static StaffRow OneTeacher(Call call)
    {
        if (call.Get(Phone) is not { } phone || call.Get(Name) is not { } name)
            throw new UsageException("Give --phone and --name, or --csv with a file.");

        return new StaffRow(null, phone, name, call.Get(Class) ?? [], call.Get(Language));
    }
}
