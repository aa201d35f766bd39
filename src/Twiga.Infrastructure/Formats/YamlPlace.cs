using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Twiga.Infrastructure.Formats;

/// <summary>A mapping of a data file that is read member by member; what does not fit is noted with file and line.</summary>
internal sealed class YamlPlace(string file, YamlMappingNode map, List<string> faults)
{
    private const int LargestNumber = 10_000;

    public static YamlPlace? Root(string file, string yaml, List<string> faults)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode map }])
                return new YamlPlace(file, map, faults);

            faults.Add($"{file}, line 1: it must be one mapping of names to values");
        }
        catch (YamlException fault)
        {
            faults.Add($"{file}, line {fault.Start.Line}: {fault.Message}");
        }

        return null;
    }

    public void Fault(string sentence) => faults.Add($"{file}, line {map.Start.Line}: {sentence}");

    public void Knows(params string[] names)
    {
        foreach (var (key, _) in map.Children.Where(c => !names.Contains(c.Key.ToString())))
            faults.Add($"{file}, line {key.Start.Line}: '{key}' is not known here; there are {string.Join(", ", names)}");
    }

    public bool Has(string name) => Node(name) is not null;

    public string? Text(string name) => Node(name) is YamlScalarNode { Value: { } value } && value.Length > 0 ? value : null;

    public string Needed(string name) => Text(name) ?? Missing(name, "");

    /// <summary>A whole number from 0 to 10,000.</summary>
    public int Number(string name, int? otherwise = null)
    {
        var number = Decimal(name, otherwise);
        if (number is >= 0 and <= LargestNumber && number == Math.Truncate(number))
            return (int)number;

        faults.Add($"{file}, line {Node(name)!.Start.Line}: {name} is '{Text(name)}'; it must be a whole number from 0 to {LargestNumber}");
        return 0;
    }

    public decimal Decimal(string name, decimal? otherwise = null)
    {
        if (Text(name) is not { } text)
            return otherwise ?? Missing(name, 0m);
        if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            return number;

        faults.Add($"{file}, line {Node(name)!.Start.Line}: {name} is '{text}'; it must be a number");
        return 0;
    }

    public bool Yes(string name)
    {
        if (Text(name) is not { } text || text is "true" or "false")
            return Text(name) == "true";

        faults.Add($"{file}, line {Node(name)!.Start.Line}: {name} is '{text}'; it must be true or false");
        return false;
    }

    public IReadOnlyList<string> Texts(string name) =>
        Node(name) is YamlSequenceNode list ? [.. list.Children.OfType<YamlScalarNode>().Select(n => n.Value ?? "")] : [];

    public IReadOnlyList<YamlPlace> Places(string name) => Node(name) is YamlSequenceNode list
        ? [.. list.Children.OfType<YamlMappingNode>().Select(n => new YamlPlace(file, n, faults))]
        : Missing<IReadOnlyList<YamlPlace>>(name, []);

    public YamlPlace? Place(string name) =>
        Node(name) is YamlMappingNode inner ? new YamlPlace(file, inner, faults) : Missing<YamlPlace?>(name, null);

    public TEnum Choice<TEnum>(string name)
        where TEnum : struct, Enum
    {
        var text = Needed(name);
        if (Enum.TryParse<TEnum>(text.Replace("_", ""), ignoreCase: true, out var value) && !char.IsDigit(text[0]))
            return value;

        if (text.Length > 0)
            faults.Add($"{file}, line {Node(name)!.Start.Line}: {name} is '{text}'; it is one of {Names<TEnum>()}");
        return default;
    }

    private static string Names<TEnum>()
        where TEnum : struct, Enum =>
        string.Join(", ", Enum.GetNames<TEnum>().Select(System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName));

    private YamlNode? Node(string name) => map.Children.TryGetValue(new YamlScalarNode(name), out var node) ? node : null;

    private T Missing<T>(string name, T value)
    {
        Fault($"{name} is missing");
        return value;
    }
}
