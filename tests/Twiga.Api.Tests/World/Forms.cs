using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Twiga.Api.Tests.World;

/// <summary>Brings the Flows and the key to the simulator as an operator does, before the Api starts.</summary>
internal static partial class Forms
{
    public static async Task<TestWorld> StartAsync(params (string Name, string Value)[] settings)
    {
        var world = await TestWorld.CreateAsync(settings);
        var key = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.pem");
        world.Settings["WhatsApp__Flows__PrivateKey"] = key;
        world.Settings["WhatsApp__Flows__TokenKey"] = Convert.ToBase64String(new byte[32]);
        await RunAsync(world, "flows", "keys", "--new", key);
        var published = await RunAsync(world, "flows", "publish", "--endpoint", $"{world.Api.Address}flows");
        foreach (var setting in Setting().EnumerateMatches(published))
        {
            var parts = published.Substring(setting.Index, setting.Length).Split('=');
            world.Settings[parts[0]] = parts[1];
        }

        await world.Api.StartAsync();
        return world;
    }

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

    [GeneratedRegex(@"WhatsApp__Flows__\w+=\d+")]
    private static partial Regex Setting();
}
