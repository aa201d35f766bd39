using Twiga.Domain.Documents;

namespace Twiga.Application.Documents;

/// <summary>Tells "A. … B. … C. …" below a question from its words, so that they stand in columns.</summary>
internal static class OptionLines
{
    private const int Fewest = 3;
    private const int Most = 10;

    /// <summary>The words, and the options below them where the last lines of a paragraph are such.</summary>
    public static IReadOnlyList<Block> Split(Text text)
    {
        var lines = Lines(text);
        for (var from = 0; lines.Count - from >= Fewest; from++)
        {
            var options = lines.Skip(from).Select(Option).ToList();
            if (options.Count > Most || options.Where((o, i) => o?.Letter != Letter(i)).Any())
                continue;
            var above = Join(lines.Take(from));
            return above.IsEmpty ? [new Options([.. options!])] : [new Paragraph(above), new Options([.. options!])];
        }

        return [new Paragraph(text)];
    }

    private static string Letter(int at) => ((char)('A' + at)).ToString();

    private static List<List<Inline>> Lines(Text text)
    {
        List<List<Inline>> lines = [[]];
        foreach (var piece in text.Inlines)
        {
            if (piece is LineBreak)
                lines.Add([]);
            else
                lines[^1].Add(piece);
        }

        return lines;
    }

    private static Option? Option(List<Inline> line) =>
        line is [Words { Value: [>= 'A' and <= 'J', '.' or ')', ' ', ..] } first, ..]
            ? new Option(first.Value[..1], new Text([new Words(first.Value[3..].TrimStart()), .. line.Skip(1)]))
            : null;

    private static Text Join(IEnumerable<List<Inline>> lines)
    {
        var joined = new List<Inline>();
        foreach (var line in lines)
        {
            if (joined.Count > 0)
                joined.Add(new LineBreak());
            joined.AddRange(line);
        }

        return new Text(joined);
    }
}
