using System.Text.RegularExpressions;

namespace Twiga.Api.Tests.Operators;

/// <summary>The series that a process tells at /metrics, in Prometheus' text form.</summary>
internal sealed partial class Exposition
{
    private readonly ILookup<string, IReadOnlyDictionary<string, string>> _series;

    private Exposition(ILookup<string, IReadOnlyDictionary<string, string>> series) => _series = series;

    public static Exposition Read(string text) => new(text.Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => Line().Match(line))
        .ToLookup(
            m => m.Groups["name"].Value,
            m => (IReadOnlyDictionary<string, string>)Pairs().Matches(m.Groups["labels"].Value)
                .ToDictionary(p => p.Groups["label"].Value, p => p.Groups["value"].Value)));

    public IReadOnlyList<string> Metrics => [.. _series.Select(s => s.Key)];

    public bool Has(string metric) => _series.Contains(metric);

    public bool HasLabel(string metric, string label) => _series[metric].Any(s => s.ContainsKey(label));

    /// <summary>A series that the selector finds; what it must not match it need not find.</summary>
    public bool Finds(Selector selector) => _series[selector.Metric].Any(series => selector.Matchers.All(m =>
        series.TryGetValue(m.Label, out var value) && m.Operator switch
        {
            "=" => value == m.Value,
            "!=" => value != m.Value,
            // what a pattern waits for need not have happened: it is enough that there is such a label
            _ => Regex.IsMatch("", m.Value) || value.Length > 0,
        }));

    public override string ToString() => string.Join('\n', Metrics.Order());

    [GeneratedRegex(@"^(?<name>[A-Za-z_:][A-Za-z0-9_:]*)(\{(?<labels>.*)\})? ")]
    private static partial Regex Line();

    [GeneratedRegex("""
        (?<label>[A-Za-z_][A-Za-z0-9_]*)="(?<value>[^"]*)"
        """)]
    private static partial Regex Pairs();
}
