using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Twiga.Api.Tests.Operators;

/// <summary>What cannot be run everywhere is checked as far as it can be: image, composition and what is written of them.</summary>
internal sealed partial class Deploying
{
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

    private static string Text(string file) => File.ReadAllText(Path.Combine(Ops.Root, file));

    private static Dictionary<string, object> Map(object node) =>
        ((Dictionary<object, object>)node).ToDictionary(e => (string)e.Key, e => e.Value);

    [GeneratedRegex(@"^[a-z./]+:v?\d+\.\d+\.\d+[a-z0-9.-]*$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"alert: (\w+)")]
    private static partial Regex Alert();

    [GeneratedRegex(@"\bTwiga[A-Z]\w+\b(?=[ ,])")]
    private static partial Regex Told();
}
