using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Twiga.Infrastructure.Persistence.Seeding;

/// <summary>The curriculum as the data file has it, checked while it is read.</summary>
internal sealed record CurriculumFile(
    IReadOnlyList<Subject> Subjects, IReadOnlyList<SchoolClass> Classes, SchoolWords Words)
{
    private const string Name = "curriculum.yaml";

    private static readonly Lazy<CurriculumFile> Shipped = new(() =>
        Parse(new StreamReader(typeof(CurriculumFile).Assembly.GetManifestResourceStream(Name)!).ReadToEnd()));

    /// <summary>The one that is part of Twiga.</summary>
    public static CurriculumFile Load() => Shipped.Value;

    public static CurriculumFile Parse(string yaml)
    {
        var entries = Read(yaml);
        var faults = CurriculumFaults.In(entries).ToList();
        if (faults.Count > 0)
            throw new InvalidDataException(string.Join(Environment.NewLine, faults.Select(f => $"{Name}: {f}")));

        var subjects = entries.Subjects
            .Select(s => new Subject { Key = s.Key, English = s.English, Swahili = s.Swahili });
        var classes = entries.Subjects.SelectMany(s => s.Classes.SelectMany(
            c => c.Grades.Select(g => Class(entries, s, GradeLevel.Parse(g), c.Code))));
        return new([.. subjects], [.. classes], SchoolWords.From(entries));
    }

    private static CurriculumEntries Read(string yaml)
    {
        var reader = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        try
        {
            return reader.Deserialize<CurriculumEntries?>(yaml) ?? new CurriculumEntries();
        }
        catch (YamlException fault)
        {
            var reason = fault.InnerException?.Message ?? fault.Message;
            throw new InvalidDataException($"{Name}, line {fault.Start.Line}: {reason}", fault);
        }
    }

    private static SchoolClass Class(CurriculumEntries all, SubjectEntry subject, GradeLevel grade, string? code) => new()
    {
        SubjectKey = subject.Key,
        GradeCode = grade.Code,
        English = $"{subject.English} {grade.Name(Language.English)}",
        Swahili = $"{subject.Swahili} {grade.Name(Language.Swahili)}",
        Medium = subject.Medium == "sw" ? Language.Swahili : Language.English,
        Code = code,
        Syllabus = subject.Syllabus ?? all.Syllabus.First(s => s.Value.Contains(grade.Code)).Key,
    };
}
