using System.Diagnostics;

namespace Twiga.Api.Tests.World;

/// <summary>The operators' command line as a process of its own, with the settings of a world.</summary>
internal static class CommandLine
{
    public static async Task<string> RunAsync(TestWorld world, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Twiga.Cli.Host.Cli).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in world.Settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        var wrong = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, said + wrong);
        return said;
    }
}
