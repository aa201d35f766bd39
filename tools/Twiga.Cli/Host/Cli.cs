using System.CommandLine;
using Twiga.Cli.Curriculum;
using Twiga.Cli.Databases;
using Twiga.Cli.Flows;
using Twiga.Cli.Jobs;
using Twiga.Cli.Teachers;

namespace Twiga.Cli.Host;

/// <summary>The operators' command line: exit status 0 done, 1 failed, 2 wrong usage.</summary>
public static class Cli
{
    private const int WrongUsage = 2;

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
        var status = await parsed.InvokeAsync(cancellationToken: cancellationToken);
        return parsed.Errors.Count > 0 ? WrongUsage : status;
    }
}
