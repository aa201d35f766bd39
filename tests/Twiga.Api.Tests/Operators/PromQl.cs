using System.Text.RegularExpressions;

namespace Twiga.Api.Tests.Operators;

/// <summary>What a query asks of a metric: its name and the labels that must or must not match.</summary>
internal sealed record Selector(string Metric, IReadOnlyList<(string Label, string Operator, string Value)> Matchers);

/// <summary>Reads the part of PromQL that our rules and dashboards are written in; anything else is an error.</summary>
internal sealed partial class PromQl
{
    private static readonly string[] Aggregations = ["sum", "max", "min", "avg", "count"];
    private static readonly string[] Functions = ["rate", "increase", "histogram_quantile"];
    private static readonly string[] Comparisons = ["==", "!=", ">=", "<=", ">", "<"];

    private readonly Queue<string> _tokens;
    private readonly List<Selector> _selectors = [];
    private readonly List<string> _grouping = [];

    private PromQl(string query) => _tokens = new(Tokens().Matches(query).Select(t => t.Value));

    public static (IReadOnlyList<Selector> Selectors, IReadOnlyList<string> Grouping) Read(string query)
    {
        var text = query.Replace("$__rate_interval", "5m");
        var reader = new PromQl(text);
        if (string.Concat(reader._tokens) != Spaces().Replace(text, m => m.Value[0] == '"' ? m.Value : ""))
            throw new FormatException($"Something in it is no token: {query}");
        reader.Either();
        return reader._tokens.Count == 0
            ? (reader._selectors, reader._grouping)
            : throw new FormatException($"'{reader._tokens.Peek()}' is left over in: {query}");
    }

    private void Either()
    {
        do
            Comparison();
        while (Take("or", "and", "unless"));
    }

    private void Comparison()
    {
        do
            Arithmetic();
        while (Take(Comparisons));
    }

    private void Arithmetic()
    {
        do
            Term();
        while (Take("+", "-", "*", "/"));
    }

    private void Term()
    {
        var token = Next();
        if (token == "(")
        {
            Either();
            Must(")");
        }
        else if (Aggregations.Contains(token))
        {
            if (Take("by"))
                Labels();
            Arguments();
        }
        else if (Functions.Contains(token))
        {
            Arguments();
        }
        else if (!char.IsAsciiDigit(token[0]))
        {
            Select(token);
        }
    }

    private void Arguments()
    {
        Must("(");
        do
            Either();
        while (Take(","));
        Must(")");
    }

    private void Labels()
    {
        Must("(");
        do
            _grouping.Add(Word());
        while (Take(","));
        Must(")");
    }

    private void Select(string metric)
    {
        if (!Name().IsMatch(metric))
            throw new FormatException($"'{metric}' is no metric.");

        var matchers = new List<(string, string, string)>();
        if (Take("{"))
        {
            do
            {
                var (label, how, value) = (Word(), Next(), Next());
                if (how is not ("=" or "!=" or "=~" or "!~") || value is not ['"', .., '"'])
                    throw new FormatException($"{label}{how}{value} is no matcher.");
                matchers.Add((label, how, value[1..^1]));
            }
            while (Take(","));
            Must("}");
        }

        if (Take("["))
        {
            if (!Duration().IsMatch(Next()))
                throw new FormatException($"{metric}: a range has no duration.");
            Must("]");
        }

        _selectors.Add(new Selector(metric, matchers));
    }

    private string Next() => _tokens.TryDequeue(out var token) ? token : throw new FormatException("The query ends too soon.");

    private string Word() => Next() is var word && Name().IsMatch(word) ? word : throw new FormatException($"'{word}' is no name.");

    private bool Take(params string[] tokens)
    {
        if (!_tokens.TryPeek(out var next) || !tokens.Contains(next))
            return false;
        _tokens.Dequeue();
        return true;
    }

    private void Must(string token)
    {
        if (Next() is var next && next != token)
            throw new FormatException($"'{next}' stands where '{token}' should.");
    }

    [GeneratedRegex("""
        "[^"]*"|\d+[smhd]|\d+(\.\d+)?|[A-Za-z_:][A-Za-z0-9_:]*|==|!=|>=|<=|=~|!~|[-+*/(){}\[\],=<>]
        """)]
    private static partial Regex Tokens();

    [GeneratedRegex("""
        "[^"]*"|\s+
        """)]
    private static partial Regex Spaces();

    [GeneratedRegex("^[A-Za-z_:][A-Za-z0-9_:]*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\d+[smhd]$")]
    private static partial Regex Duration();
}
