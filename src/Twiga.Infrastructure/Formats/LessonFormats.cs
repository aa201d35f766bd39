using Microsoft.Extensions.Options;
using Twiga.Application.Lessons;
using Twiga.Domain.Lessons;

namespace Twiga.Infrastructure.Formats;

/// <summary>The forms that are part of Twiga and those of the school's folder; one of the same key takes its place.</summary>
internal sealed class LessonFormats(IOptions<ExamOptions> options) : ILessonFormats
{
    public const string PlanEnding = ".lesson.yaml";
    public const string SchemeEnding = ".scheme.yaml";

    private readonly Lazy<Forms> _forms = new(() => Load(options.Value.FormatsFolder));

    public IReadOnlyList<LessonFormat> Plans => _forms.Value.Plans;

    public IReadOnlyList<SchemeFormat> Schemes => _forms.Value.Schemes;

    public static Forms Load(string? folder)
    {
        var faults = new List<string>();
        return new Forms(
            Read<LessonFormat>(PlanEnding, folder, LessonFormatFile.Read, f => f.Key, faults),
            Read<SchemeFormat>(SchemeEnding, folder, SchemeFormatFile.Read, f => f.Key, faults),
            faults);
    }

    private static List<T> Read<T>(
        string ending, string? folder, Func<string, string, List<string>, T?> read, Func<T, string> key, List<string> faults)
        where T : class
    {
        var all = new List<T>();
        foreach (var (file, yaml) in FormatFiles.All(ending, folder))
        {
            if (read(file, yaml, faults) is not { } form)
                continue;

            all.RemoveAll(f => key(f) == key(form));
            all.Add(form);
        }

        return all;
    }

    internal sealed record Forms(
        IReadOnlyList<LessonFormat> Plans, IReadOnlyList<SchemeFormat> Schemes, IReadOnlyList<string> Faults);
}
