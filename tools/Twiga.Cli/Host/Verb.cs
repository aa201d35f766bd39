using System.CommandLine;

namespace Twiga.Cli.Host;

/// <summary>One verb of the command line; what an operator can mend ends in a sentence and status 1.</summary>
internal static class Verb
{
    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON for machines." };

    public static Command Create(
        string name, string description, IEnumerable<Symbol> takes, Func<Call, CancellationToken, Task<int>> act,
        bool withDatabase = true)
    {
        var command = new Command(name, description) { Json };
        foreach (var symbol in takes)
        {
            if (symbol is Option option)
                command.Options.Add(option);
            else
                command.Arguments.Add((Argument)symbol);
        }

        command.SetAction((parsed, cancellationToken) => ActAsync(parsed, act, withDatabase, cancellationToken));
        return command;
    }

    private static async Task<int> ActAsync(
        ParseResult parsed, Func<Call, CancellationToken, Task<int>> act, bool withDatabase,
        CancellationToken cancellationToken)
    {
        try
        {
            await using var workplace = await Workplace.OpenAsync(withDatabase, cancellationToken);
            return await act(new Call(parsed, workplace), cancellationToken);
        }
        catch (Exception exception) when (Faults.Of(exception) is { } sentences)
        {
            foreach (var sentence in sentences)
                await Console.Error.WriteLineAsync(sentence);
            return exception is UsageException ? Cli.WrongUsage : 1;
        }
    }
}
