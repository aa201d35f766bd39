using Microsoft.Extensions.Options;
using Twiga.Application.Exams;
using Twiga.Domain.Exams;

namespace Twiga.Infrastructure.Formats;

/// <summary>The formats that are part of Twiga and those of the school's folder; one of the same key takes its place.</summary>
internal sealed class ExamFormats(IOptions<ExamOptions> options) : IExamFormats
{
    public const string Ending = ".exam.yaml";

    private readonly Lazy<IReadOnlyList<ExamFormat>> _all = new(() => Load(options.Value.FormatsFolder).Formats);

    public IReadOnlyList<ExamFormat> All => _all.Value;

    public static (IReadOnlyList<ExamFormat> Formats, IReadOnlyList<string> Faults) Load(string? folder)
    {
        var (formats, faults) = (new Dictionary<string, ExamFormat>(), new List<string>());
        foreach (var (file, yaml) in FormatFiles.All(Ending, folder))
        {
            if (ExamFormatFile.Read(file, yaml, faults) is { } format)
                formats[format.Key] = format;
        }

        return ([.. formats.Values], [.. faults.Distinct()]);
    }
}

/// <summary>The section Exams of the settings.</summary>
internal sealed class ExamOptions
{
    public const string Section = "Exams";

    /// <summary>A folder with formats of one's own: files that end in <c>.exam.yaml</c>, <c>.lesson.yaml</c> or <c>.scheme.yaml</c>.</summary>
    public string? FormatsFolder { get; set; }
}

/// <summary>Checks every format at start.</summary>
internal sealed class ExamOptionsValidator : IValidateOptions<ExamOptions>
{
    public ValidateOptionsResult Validate(string? name, ExamOptions options)
    {
        if (options.FormatsFolder is { } folder && !Directory.Exists(folder))
            return ValidateOptionsResult.Fail($"{ExamOptions.Section}__{nameof(ExamOptions.FormatsFolder)}: there is no folder '{folder}'.");

        var faults = ExamFormats.Load(options.FormatsFolder).Faults
            .Concat(LessonFormats.Load(options.FormatsFolder).Faults).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
