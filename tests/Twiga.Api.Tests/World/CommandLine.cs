using System.Diagnostics;

namespace Twiga.Api.Tests.World;

/// <summary>The operators' command line as a process of its own, with the settings of a world.</summary>
internal static class CommandLine
{
    public static async Task<string> RunAsync(TestWorld world, params string[] arguments)
    {
        var (status, said, complaints) = await TryAsync(world, arguments);
        Assert.That(status, Is.Zero, said + complaints);
        return said;
    }

    public static Task<(int Status, string Said, string Complaints)> TryAsync(TestWorld world, params string[] arguments) =>
        TryAsync(world, new ProcessStartInfo("dotnet", [typeof(Twiga.Cli.Host.Cli).Assembly.Location, .. arguments]));

    /// <summary>Any program, with the settings of a world where there is one.</summary>
    public static async Task<(int Status, string Said, string Complaints)> TryAsync(TestWorld? world, ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var (name, value) in world?.Settings ?? [])
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        // side by side: a pipe that nobody reads holds the process up
        var complaints = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said, await complaints);
    }
}
