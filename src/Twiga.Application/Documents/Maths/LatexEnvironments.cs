namespace Twiga.Application.Documents;

/// <summary>What stands between \begin and \end: rows of cells.</summary>
internal static class LatexEnvironments
{
    public static MathNode Read(LatexParser parser)
    {
        var name = (parser.Reader.Raw() ?? "").TrimEnd('*');
        Skip(parser.Reader, "tbc", '[', ']');
        var columns = name is "array" or "tabular" or "alignat" or "alignedat" or "subarray"
            ? Skip(parser.Reader, "lcr|@p{} 0123456789.", '{', '}')
            : null;
        var rules = new List<int>();
        var rows = Rows(parser, rules);
        return name switch
        {
            "matrix" or "smallmatrix" or "array" or "tabular" => new MathNode.Grid("", rows, "")
            {
                Side = columns?.FirstOrDefault("lcr".Contains, 'c') ?? 'c',
                Rules = rules,
            },
            "pmatrix" => new MathNode.Grid("(", rows, ")"),
            "bmatrix" => new MathNode.Grid("[", rows, "]"),
            "Bmatrix" => new MathNode.Grid("{", rows, "}"),
            "vmatrix" => new MathNode.Grid("|", rows, "|"),
            "Vmatrix" => new MathNode.Grid("‖", rows, "‖"),
            "cases" or "dcases" => new MathNode.Grid("{ ", rows, ""),
            "rcases" => new MathNode.Grid("", rows, " }"),
            _ => new MathNode.Lines(rows),
        };
    }

    // What only sets columns and distances; anything else in brackets is content.
    private static string? Skip(LatexReader reader, string settings, char open, char close)
    {
        var back = reader.At;
        if (reader.Raw(open, close) is not { } raw)
            return null;
        if (raw.All(settings.Contains))
            return raw;
        reader.At = back;
        return null;
    }

    private static List<IReadOnlyList<MathNode>> Rows(LatexParser parser, List<int> rules)
    {
        var reader = parser.Reader;
        var rows = new List<IReadOnlyList<MathNode>>();
        var cells = new List<MathNode>();
        while (true)
        {
            reader.SkipSpace();
            if (cells.Count == 0 && reader.StandsCommand("hline"))
                rules.Add(rows.Count);
            cells.Add(parser.Until(() => reader.Stands(@"\\")));
            if (reader.Stands(@"\\"))
            {
                reader.Command();
                Skip(reader, "0123456789.-ptemxc", '[', ']');
                rows.Add(cells);
                cells = [];
            }
            else if (reader.Current == '&')
            {
                reader.At++;
            }
            else if (reader.StandsCommand("right"))
            {
                reader.Command();
            }
            else
            {
                break;
            }
        }

        if (reader.StandsCommand("end"))
        {
            reader.Command();
            reader.Raw();
        }

        rows.Add(cells);
        return [.. rows.Where(r => r.Any(c => c is not MathNode.Row { Items.Count: 0 } and not MathNode.Gap))];
    }
}
