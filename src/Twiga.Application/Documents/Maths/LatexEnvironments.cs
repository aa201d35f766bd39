namespace Twiga.Application.Documents;

/// <summary>What stands between \begin and \end: rows of cells.</summary>
internal static class LatexEnvironments
{
    public static MathNode Read(LatexParser parser)
    {
        var name = (parser.Reader.Raw() ?? "").TrimEnd('*');
        Skip(parser.Reader, "tbc", '[', ']');
        if (name is "array" or "tabular" or "alignat" or "alignedat" or "subarray")
            Skip(parser.Reader, "lcr|@p{} 0123456789.", '{', '}');
        var rows = Rows(parser);
        return name switch
        {
            "matrix" or "smallmatrix" or "array" or "tabular" => new MathNode.Grid("", rows, ""),
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
    private static void Skip(LatexReader reader, string settings, char open, char close)
    {
        var back = reader.At;
        if (reader.Raw(open, close)?.All(settings.Contains) == false)
            reader.At = back;
    }

    private static List<IReadOnlyList<MathNode>> Rows(LatexParser parser)
    {
        var reader = parser.Reader;
        var rows = new List<IReadOnlyList<MathNode>>();
        var cells = new List<MathNode>();
        while (true)
        {
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
