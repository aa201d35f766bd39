using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Twiga.Application.Common;

/// <summary>A prompt file: its name ends in its version, and {{words}} in it are filled in.</summary>
internal sealed partial class Prompt
{
    private static readonly ConcurrentDictionary<string, Prompt> Read = new();

    private Prompt(string version, string template) => (Version, Template) = (version, template);

    /// <summary>The file's name, such as converse-1; kept with every answer.</summary>
    public string Version { get; }

    public string Template { get; }

    /// <param name="folder">Where it lies below this project, with dots: <c>Conversations.Prompts</c>.</param>
    /// <param name="version">The file's name without its ending.</param>
    public static Prompt Load(string folder, string version) => Read.GetOrAdd($"{folder}.{version}", name =>
    {
        using var stream = typeof(Prompt).Assembly.GetManifestResourceStream($"Twiga.Application.{name}.md")
            ?? throw new InvalidOperationException($"There is no prompt {name}.");
        using var reader = new StreamReader(stream);
        return new Prompt(version, reader.ReadToEnd());
    });

    /// <summary>Fills in the values; each is one line of data, whatever a name or title holds.</summary>
    public string With(params (string Name, string Value)[] values)
    {
        var given = values.ToDictionary(v => v.Name, v => Space().Replace(v.Value, " ").Trim());
        return Variable().Replace(Template, m => given[m.Groups[1].Value]);
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex Space();
}
