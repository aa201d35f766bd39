using System.CommandLine;
using FluentValidation;
using Twiga.Application.Curriculum;
using Twiga.Cli.Host;
using Twiga.Domain;
using Twiga.Domain.Curriculum;

namespace Twiga.Cli.Teachers;

/// <summary>
/// Adds one teacher, or a school's staff from a CSV file: what is wrong is named by line and field while the rest go in,
/// each by herself. The same file again changes nothing.
/// </summary>
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
        var file = call.Get(Csv);
        if (file is not null && (call.Get(Phone) ?? call.Get(Name)) is not null)
            throw new UsageException("Give --phone and --name, or --csv with a file, not both.");

        var rows = file is null ? [OneTeacher(call)] : StaffFile.Read(file);
        var (added, faults) = await Progress.ShowAsync(progress => AddAsync(call, rows, progress, cancellationToken));
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync(fault);
        call.Done(new { added, faults }, $"{added.Count} added, {rows.Count - added.Count} wrong.");
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task<(List<string> Added, List<string> Faults)> AddAsync(
        Call call, IReadOnlyList<StaffRow> rows, IProgress<IngestStep>? progress, CancellationToken cancellationToken)
    {
        var classes = await call.Workplace.SendAsync(new ListClasses(), cancellationToken);
        var (added, faults) = (new List<string>(), new List<string>());
        var lines = new Dictionary<string, int?>();
        foreach (var row in rows)
        {
            progress?.Report(new IngestStep("adding teachers", added.Count, rows.Count));
            var wrong = await AddAsync(call, row, classes, lines, cancellationToken);
            if (wrong.Count == 0)
                added.Add(row.Name);
            faults.AddRange(wrong.Select(w => row.Line is { } line ? $"{call.Get(Csv)}: line {line}: {w}" : w));
        }

        return (added, faults);
    }

    private static async Task<List<string>> AddAsync(
        Call call, StaffRow row, IReadOnlyList<SchoolClass> classes, Dictionary<string, int?> lines, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        if (row.ToRequest(classes, faults) is not { } request)
            return faults;
        if (!lines.TryAdd(request.Phone, row.Line))
            return [$"phone: the number stands in line {lines[request.Phone]} already; a teacher has one line with all her classes."];

        try
        {
            await call.Workplace.SendAsync(request, cancellationToken);
        }
        catch (ValidationException wrong)
        {
            faults.AddRange(wrong.Errors.Select(e => $"{e.PropertyName.ToLowerInvariant()}: {e.ErrorMessage}"));
        }
        catch (DomainException wrong)
        {
            faults.Add(wrong.Message);
        }

        return faults;
    }

    private static StaffRow OneTeacher(Call call)
    {
        if (call.Get(Phone) is not { } phone || call.Get(Name) is not { } name)
            throw new UsageException("Give --phone and --name, or --csv with a file.");

        return new StaffRow(null, phone, name, call.Get(Class) ?? [], call.Get(Language));
    }
}
