using System.Diagnostics;
using System.Text.RegularExpressions;
using Npgsql;
using Twiga.Api.Tests.World;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Twiga.Api.Tests.Operators;

/// <summary>What cannot be run everywhere is checked as far as it can be: image, composition and what is written of them.</summary>
internal sealed partial class Deploying
{
    /// <summary>Who may reach the tests' cluster by its socket, and has no other rights.</summary>
    private const string Owner = "postgres";

    // of the images themselves, not of ours
    private static readonly string[] Foreign = ["Logging__Console__FormatterName"];

    private static readonly Dictionary<object, object> Compose = (Dictionary<object, object>)new DeserializerBuilder().Build()
        .Deserialize(new MergingParser(new Parser(new StringReader(Text("compose.yaml")))))!;

    [Test]
    public void The_composition_has_two_processes_a_database_and_those_who_watch()
    {
        var services = Map(Compose["services"]);
        Assert.That(services.Keys, Is.EquivalentTo(new[] { "postgresql", "migrate", "api", "prometheus", "grafana" }));
        Assert.That(Map(Map(services["api"])["deploy"])["replicas"], Is.EqualTo("2"));
        Assert.That(
            Map(Map(Map(services["api"])["depends_on"])["migrate"])["condition"], Is.EqualTo("service_completed_successfully"));
        Assert.That(
            services.Values.Select(s => (string)Map(s)["image"]), Has.All.Matches<string>(i => Pinned().IsMatch(i!)));
    }

    [Test]
    public void What_waits_for_something_waits_for_a_service_that_can_be_waited_for()
    {
        var services = Map(Compose["services"]);
        foreach (var (name, service) in services.Where(s => Map(s.Value).ContainsKey("depends_on")))
        {
            foreach (var (on, how) in Map(Map(service)["depends_on"]))
            {
                Assert.That(services, Contains.Key(on), name);
                if ((string)Map(how)["condition"] == "service_healthy")
                    Assert.That(Map(services[on]), Contains.Key("healthcheck"), on);
            }
        }

        var volumes = services.Values.Where(s => Map(s).ContainsKey("volumes")).SelectMany(s => (List<object>)Map(s)["volumes"])
            .Select(v => ((string)v).Split(':')[0]).ToList();
        Assert.That(volumes.Where(v => v[0] == '.' && !Directory.Exists(Path.Combine(Ops.Root, v))), Is.Empty);
        Assert.That(volumes.Where(v => v[0] != '.').Except(Map(Compose["volumes"]).Keys), Is.Empty);
    }

    [TestCase("compose.yaml")]
    [TestCase("Dockerfile")]
    [TestCase("README.md")]
    [TestCase("docs/operating.md")]
    [TestCase("docs/privacy.md")]
    public void Every_setting_it_names_exists(string file) =>
        Assert.That(SettingNames.In(Text(file)).Except(SettingNames.All).Except(Foreign), Is.Empty);

    [Test]
    public void Every_setting_there_is_stands_in_the_operators_table() =>
        Assert.That(SettingNames.All.Except(SettingNames.In(Text("docs/operating.md"))), Is.Empty);

    [Test]
    public void Every_alert_is_explained_and_every_alert_explained_exists()
    {
        var alerts = Alert().Matches(Ops.Read("prometheus/alerts.yaml")).Select(m => m.Groups[1].Value);
        var told = Told().Matches(Text("docs/operating.md")).Select(m => m.Value).Distinct();
        Assert.That(told, Is.EquivalentTo(alerts));
    }

    [Test]
    public void The_image_is_made_of_what_is_there_runs_without_rights_and_says_how_it_is()
    {
        var lines = Text("Dockerfile").Replace("\\\n", "").Split('\n');
        var last = lines[(Array.FindLastIndex(lines, l => l.StartsWith("FROM ", StringComparison.Ordinal)) + 1)..];
        Assert.That(last, Has.Some.EqualTo("USER $APP_UID").And.Some.StartsWith("HEALTHCHECK ").And.Some.StartsWith("ENTRYPOINT "));
        Assert.That(lines.Where(l => l.StartsWith("FROM ", StringComparison.Ordinal)), Has.All.Matches<string>(l => Pinned().IsMatch(l!.Split(' ')[1])));
        var copied = lines.Where(l => l.StartsWith("COPY src", StringComparison.Ordinal)).SelectMany(l => l.Split(' ')[1..^1]);
        Assert.That(copied.Where(c => !File.Exists(Path.Combine(Ops.Root, c))), Is.Empty);
    }

    [Test]
    public async Task What_the_image_holds_migrates_starts_without_rights_and_answers()
    {
        var folder = Directory.CreateTempSubdirectory("twiga-publish-").FullName;
        try
        {
            foreach (var words in Publish().Matches(Text("Dockerfile")).Select(m => m.Groups[1].Value.Split(' ')))
                await PublishAsync(folder, words);
            await using var world = await TestWorld.CreateAsync();
            var (api, cli) = (Path.Combine(folder, "app", "Twiga.Api.dll"), Path.Combine(folder, "app", "cli", "Twiga.Cli.dll"));
            await RunAsync(world, "dotnet", cli, "database", "migrate");
            await LetThroughAsync(world);
            await using var process = new ApiProcess(world.Settings) { Program = api, User = IsRoot ? Owner : null };
            await process.StartAsync();
            Assert.That(await process.TerminateAsync(), Is.Zero, process.Output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The way to the cluster's socket leads through a folder of the tests.</summary>
    private static Task LetThroughAsync(TestWorld world) =>
        RunAsync(null, "chmod", "a+x", Path.GetDirectoryName(new NpgsqlConnectionStringBuilder(world.Connection).Host)!);

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>As the Dockerfile does it, of what the tests were built from.</summary>
    private static async Task PublishAsync(string folder, string[] words)
    {
        var built = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        var output = folder + words[^1];
        string[] arguments = [.. words[..^1].Select(w => w == "Release" ? built : w), output, "--no-build", "--no-restore", "-v", "q", "-nologo"];
        Assert.That(words, Has.Member("Release"));
        await RunAsync(null, "dotnet", arguments);
        await RunAsync(null, "chmod", "-R", "a+rX", folder);
    }

    private static async Task RunAsync(TestWorld? world, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Ops.Root };
        var (status, said, complaints) = await CommandLine.TryAsync(world, start);
        Assert.That(status, Is.Zero, said + complaints);
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Ops.Root, file));

    private static Dictionary<string, object> Map(object node) =>
        ((Dictionary<object, object>)node).ToDictionary(e => (string)e.Key, e => e.Value);

    [GeneratedRegex(@"^[a-z./]+:v?\d+\.\d+\.\d+[a-z0-9.-]*$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"alert: (\w+)")]
    private static partial Regex Alert();

    [GeneratedRegex(@"\bTwiga[A-Z]\w+\b(?=[ ,])")]
    private static partial Regex Told();

    [GeneratedRegex(@"^RUN dotnet (publish .*)$", RegexOptions.Multiline)]
    private static partial Regex Publish();
}
