using System.CommandLine;
using System.CommandLine.Parsing;
using Twiga.Cli.Curriculum;
using Twiga.Cli.Databases;
using Twiga.Cli.Flows;
using Twiga.Cli.Jobs;
using Twiga.Cli.Teachers;

namespace Twiga.Cli.Host;

/// <summary>The operators' command line: exit status 0 done, 1 failed, 2 wrong usage.</summary>
public static class Cli
{
    internal const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Twiga's operators' command line.")
        {
            DatabaseCommands.All(),
            TeacherCommands.All(),
            ClassCommands.All(),
            ResourceCommands.All(),
            SearchCommand.All(),
            EvaluateCommands.All(),
            JobCommands.All(),
            FlowCommands.All(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.CommandResult.Command.Subcommands.Count == 0)
            return await ComplainAsync(parsed);

        var status = await parsed.InvokeAsync(cancellationToken: cancellationToken);
        return parsed.Errors.Count > 0 ? WrongUsage : status;
    }

    private static async Task<int> ComplainAsync(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(Faults.Plain(error.Message));
        await Console.Error.WriteLineAsync($"'{string.Join(' ', Names(parsed.CommandResult))} --help' tells what it takes.");
        return WrongUsage;
    }

    private static IEnumerable<string> Names(CommandResult command) => command.Parent is CommandResult { Parent: not null } noun
        ? Names(noun).Append(command.Command.Name)
        : [command.Command.Name];
}
