using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using Twiga.Infrastructure.Queue;

namespace Twiga.Cli.Host;

/// <summary>A verb being carried out: what was typed, the application, and where the answer goes.</summary>
internal sealed class Call(ParseResult parsed, Workplace workplace)
{
    public static JsonSerializerOptions Form { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(), new IdJsonConverterFactory() },
    };

    public Workplace Workplace => workplace;

    public bool AsJson => parsed.GetValue(Verb.Json);

    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    public T? Get<T>(Argument<T> argument) => parsed.GetValue(argument);

    public int Done(object answer, string sentence)
    {
        Console.WriteLine(AsJson ? JsonSerializer.Serialize(answer, Form) : sentence);
        return 0;
    }

    /// <summary>Prints rows as a table, or the things themselves as JSON.</summary>
    public int Table<T>(IReadOnlyCollection<T> things, params (string Title, Func<T, string?> Cell)[] columns)
    {
        if (AsJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(things, Form));
            return 0;
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var (title, _) in columns)
            table.AddColumn(title);
        foreach (var thing in things)
            table.AddRow([.. columns.Select(c => Markup.Escape(c.Cell(thing) ?? ""))]);
        AnsiConsole.Write(table);
        return 0;
    }
}
