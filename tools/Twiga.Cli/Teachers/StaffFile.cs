using Twiga.Cli.Host;

namespace Twiga.Cli.Teachers;

/// <summary>A school's staff as CSV in UTF-8: phone,name,class,language; quoted values may hold commas.</summary>
internal static class StaffFile
{
    private const string Header = "phone,name,class,language";
    private const int Fields = 4;
    private const char NoUtf8 = '\uFFFD';

    public static IReadOnlyList<StaffRow> Read(FileInfo file)
    {
        if (Directory.Exists(file.FullName))
            throw new UsageException($"{file} is a folder, not a file.");
        if (!file.Exists)
            throw new UsageException($"There is no file {file}.");

        var lines = File.ReadAllLines(file.FullName);
        if (lines.Length == 0 || !Header.Equals(lines[0].Trim('\uFEFF', ' ').Replace(" ", ""), StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"{file}: line 1: the header must be {Header}.");

        return [.. lines.Select((text, i) => (text, i + 1)).Skip(1).Where(l => l.text.Trim(' ', ',').Length > 0).Select(Row)];
    }

    private static StaffRow Row((string Text, int Number) line)
    {
        var (values, isClosed) = Values(line.Text);
        var classes = At(values, 2).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new StaffRow(line.Number, At(values, 0), At(values, 1), classes, At(values, 3))
        {
            Fault = !isClosed ? "a quotation mark is not closed."
                : values.Count > Fields ? $"there are {values.Count} values, not {Fields}; one with commas stands in quotation marks."
                : line.Text.Contains(NoUtf8) ? "some letters are not UTF-8; save the file as CSV UTF-8."
                : null,
        };
    }

    private static string At(List<string> values, int index) => index < values.Count ? values[index].Trim() : "";

    private static (List<string> Values, bool IsClosed) Values(string line)
    {
        var values = new List<string> { "" };
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                values[^1] += line[i++];
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ',' && !quoted)
                values.Add("");
            else
                values[^1] += line[i];
        }

        return (values, !quoted);
    }
}
