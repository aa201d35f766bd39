using System.CommandLine;
using Twiga.Application.Curriculum;
using Twiga.Cli.Host;

namespace Twiga.Cli.Curriculum;

internal static class ClassCommands
{
    private static readonly Argument<string> Name = new("name")
    {
        Description = "The class in English or Swahili, such as \"Geography Form 2\".",
    };

    public static Command All() => new("classes", "The classes that teachers can choose.")
    {
        Verb.Create("list", "Lists all classes.", [], ListAsync),
        Verb.Create("activate", "Opens a class to teachers.", [Name], (call, token) => SetAsync(call, true, token)),
        Verb.Create("deactivate", "Closes a class.", [Name], (call, token) => SetAsync(call, false, token)),
    };

    private static async Task<int> ListAsync(Call call, CancellationToken cancellationToken)
    {
        var classes = await call.Workplace.SendAsync(new ListClasses(), cancellationToken);
        return call.Table(
            classes,
            ("class", c => c.English),
            ("darasa", c => c.Swahili),
            ("grade", c => c.GradeCode),
            ("code", c => c.Code),
            ("medium", c => c.Medium.ToString()),
            ("syllabus", c => c.Syllabus),
            ("active", c => c.IsActive ? "yes" : "no"));
    }

    private static async Task<int> SetAsync(Call call, bool active, CancellationToken cancellationToken)
    {
        var name = call.Get(Name)!;
        var changed = await call.Workplace.SendAsync(new ActivateClass(name, active), cancellationToken);
        if (changed is not null)
            return call.Done(changed, $"{changed.English} is {(active ? "active" : "inactive")}.");

        await Console.Error.WriteLineAsync($"There is no class '{name}'; 'classes list' shows them all.");
        return 1;
    }
}
