using Twiga.Domain.Lessons;

namespace Twiga.Infrastructure.Formats;

/// <summary>Reads the form of lesson plans (docs/lesson-formats.md); every fault is a sentence with file and line.</summary>
internal static class LessonFormatFile
{
    private const int MostStages = 8;

    /// <returns>The form, or null where there are faults.</returns>
    public static LessonFormat? Read(string file, string yaml, List<string> faults)
    {
        var before = faults.Count;
        if (YamlPlace.Root(file, yaml, faults) is not { } root)
            return null;

        root.Knows(
            "key", "grades", "subjects", "title", "periodMinutes", "fields", "pupils", "parts", "columns", "stages", "remarks");
        var format = new LessonFormat
        {
            Key = root.Key(),
            For = root.For(),
            Title = root.Words("title"),
            PeriodMinutes = root.Number("periodMinutes"),
            Fields = root.Parts<LessonField>("fields"),
            Pupils = root.Has("pupils") ? Pupils(root.Place("pupils")) : null,
            Parts = root.Parts<LessonPart>("parts"),
            Columns = root.Parts<StageColumn>("columns"),
            Stages = [.. root.Places("stages").Select(Stage)],
            Remarks = root.Words("remarks"),
        };
        if (faults.Count == before)
            Check(root, format);
        return faults.Count > before ? null : format;
    }

    private static void Check(YamlPlace root, LessonFormat format)
    {
        if (format.PeriodMinutes is < 20 or > 120)
            root.Fault($"periodMinutes is {format.PeriodMinutes}; it is between 20 and 120");
        if (format.Stages.Count is 0 or > MostStages)
            root.Fault($"there are {format.Stages.Count} stages; there are 1 to {MostStages}");
        foreach (var column in new[] { StageColumn.Stage, StageColumn.Time }.Where(c => format.Columns.All(f => f.Is != c)))
            root.Fault($"columns must have '{column.ToString().ToLowerInvariant()}'");
    }

    private static FormatStage Stage(YamlPlace stage)
    {
        stage.Knows("en", "sw", "share", "about");
        var read = new FormatStage(stage.Words(), stage.Number("share"), stage.Needed("about"));
        if (stage.Text("share") is not null && read.Share < 1)
            stage.Fault($"share is {read.Share}; it is 1 or more");
        return read;
    }

    private static PupilLabels? Pupils(YamlPlace? pupils)
    {
        if (pupils is null)
            return null;

        pupils.Knows("registered", "present", "girls", "boys", "total");
        return new PupilLabels(
            pupils.Words("registered"), pupils.Words("present"), pupils.Words("girls"), pupils.Words("boys"), pupils.Words("total"));
    }
}
