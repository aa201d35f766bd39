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
        await CommandLine.RunAsync(world, "flows", "keys", "--new", key);
        var published = await CommandLine.RunAsync(world, "flows", "publish", "--endpoint", $"{world.Api.Address}flows");
        foreach (var setting in Setting().EnumerateMatches(published))
        {
            var parts = published.Substring(setting.Index, setting.Length).Split('=');
            world.Settings[parts[0]] = parts[1];
        }

        await world.Api.StartAsync();
        return world;
    }

    [GeneratedRegex(@"WhatsApp__Flows__\w+=\d+")]
    private static partial Regex Setting();
}
