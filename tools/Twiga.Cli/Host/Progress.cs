using Spectre.Console;
using Twiga.Application.Curriculum;

namespace Twiga.Cli.Host;

/// <summary>A bar on the terminal for what takes longer; beside the answer, and nowhere else than on a terminal.</summary>
internal static class Progress
{
    public static Task<T> ShowAsync<T>(Func<IProgress<IngestStep>?, Task<T>> act)
    {
        if (Console.IsErrorRedirected)
            return act(null);

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress().AutoClear(true).StartAsync(async context => await act(new Bar(context.AddTask("starting"))));
    }

    private sealed class Bar(ProgressTask task) : IProgress<IngestStep>
    {
        public void Report(IngestStep step)
        {
            task.Description = Markup.Escape(step.Doing);
            task.MaxValue = Math.Max(1, step.Of);
            task.Value = step.Done;
        }
    }
}
