namespace Twiga.Application.Documents;

/// <summary>What stands between \left and \right.</summary>
internal static class LatexFences
{
    public static MathNode Read(LatexParser parser)
    {
        var reader = parser.Reader;
        var open = Delimiter(reader);
        var body = parser.Until(() => false);
        if (!reader.StandsCommand("right"))
            return new MathNode.Fenced(open, body, "");
        reader.Command();
        return new MathNode.Fenced(open, body, Delimiter(reader));
    }

    public static string Delimiter(LatexReader reader)
    {
        reader.SkipSpace();
        if (reader.Ended)
            return "";
        if (reader.Current == '\\')
        {
            var command = reader.Command();
            return LatexSymbols.Find(command)?.Text ?? command;
        }

        var delimiter = reader.Current;
        reader.At++;
        return delimiter == '.' ? "" : delimiter.ToString();
    }
}
