namespace Twiga.Infrastructure.Retrieval.Analysis;

/// <summary>The word lists that are part of Twiga, line by line.</summary>
internal static class WordFiles
{
    /// <summary>The lines of a list that are not empty or comments, with their numbers.</summary>
    public static IEnumerable<(int Number, string Line)> Lines(string file)
    {
        using var stream = typeof(WordFiles).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The list {file} is missing.");
        return Lines(new StreamReader(stream)).ToList();
    }

    public static IEnumerable<(int Number, string Line)> Lines(TextReader reader)
    {
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line) && line[0] != '#')
                yield return (number, line.Trim());
        }
    }

    public static HashSet<string> Set(string file) =>
        [.. Lines(file).SelectMany(l => l.Line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
