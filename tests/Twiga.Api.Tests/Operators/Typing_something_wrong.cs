using System.Diagnostics;
using Twiga.Api.Tests.World;

namespace Twiga.Api.Tests.Operators;

/// <summary>Whatever an operator mistypes ends in a sentence and a status, never in a stack trace.</summary>
internal sealed class Typing_something_wrong
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    private TestWorld _world = null!;

    [OneTimeSetUp]
    public async Task Start() => _world = await TestWorld.CreateAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [TestCase("resources remove abc", "'abc' is no number")]
    [TestCase("jobs replay abc", "'abc' is no number")]
    [TestCase("resources remove", "Required argument 'id' missing for command: 'remove'.")]
    [TestCase("search tides --limit x", "'x' is no number")]
    [TestCase("teachers list --stat Active", "Unrecognized command or argument '--stat'.")]
    public async Task Usage_is_told_in_a_line_each_and_where_help_is(string arguments, string sentence)
    {
        var (status, said, complaints) = await TypeAsync(arguments);

        Assert.That((status, said), Is.EqualTo((WrongUsage, "")));
        Assert.That(complaints, Does.StartWith(sentence).And.Contain("--help"));
        Assert.That(complaints, Does.Not.Contain("System.").And.Not.Contain("Description"));
    }

    [TestCase("teachers list --state 99", WrongUsage, "'99' is no state; there are InReview, Onboarding, Active, Inactive, Blocked.")]
    [TestCase("teachers add --csv / --name Neema", WrongUsage, "Give --phone and --name, or --csv with a file, not both.")]
    [TestCase("teachers add --csv /", WrongUsage, "/ is a folder, not a file.")]
    [TestCase("resources ingest /", Failed, "/: this is a folder, not a file.")]
    [TestCase("jobs replay 99999", Failed, "There is no dead job 99999; 'jobs list --dead' shows them all.")]
    [TestCase("flows keys --new /", WrongUsage, "--new /: this is a folder, not a file.")]
    [TestCase("flows keys --new /proc/nobody/key.pem", Failed, "Could not find")]
    public async Task What_does_not_fit_is_told_in_a_sentence(string arguments, int expected, string sentence)
    {
        var (status, _, complaints) = await TypeAsync(arguments);

        Assert.That(status, Is.EqualTo(expected));
        Assert.That(complaints, Does.StartWith(sentence));
        Assert.That(complaints.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
    }

    [TestCase("teachers list --json", "ConnectionStrings__Twiga", "Host=127.0.0.1;Port=1", "The database does not answer: ")]
    [TestCase("database migrate", "ConnectionStrings__Twiga", "Host=127.0.0.1;Port=1", "The database does not answer: ")]
    [TestCase("teachers list", "ConnectionStrings__Twiga", "Host=127.0.0.1;Port=x", "ConnectionStrings__Twiga: this is no connection string")]
    [TestCase("flows publish --endpoint https://a.tz/flows", "WhatsApp__GraphUrl", "http://127.0.0.1:1", "Nobody answers: ")]
    [TestCase("evaluate talk --scenarios /etc/hostname", "LanguageModel__Url", "nope", "LanguageModel__Url ")]
    [TestCase("evaluate talk --scenarios /etc/hostname", "LanguageModel__TimeoutSeconds", "abc", "LanguageModel__TimeoutSeconds: must be a whole number.")]
    public async Task What_is_away_or_set_wrong_is_told_in_a_sentence(
        string arguments, string setting, string value, string sentence)
    {
        var (status, said, complaints) = await TypeAsync(arguments, (setting, value));

        Assert.That((status, said), Is.EqualTo((Failed, "")));
        Assert.That(complaints, Does.StartWith(sentence));
        Assert.That(complaints.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_schema_that_is_not_there_is_told_with_what_makes_it()
    {
        var (status, _, complaints) = await TypeAsync("jobs list", ("ConnectionStrings__Twiga", $"{_world.Connection};Database=postgres"));

        Assert.That(status, Is.EqualTo(Failed));
        Assert.That(complaints, Does.Contain("database migrate").And.Not.Contain(" at "));
    }

    [Test]
    public async Task The_Api_too_names_a_connection_string_that_is_none()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Startup).Assembly.Location, "--urls", "http://127.0.0.1:0"]);
        start.Environment["ConnectionStrings__Twiga"] = "nonsense";
        var settings = _world.Settings.Where(s => s.Key != "ConnectionStrings__Twiga");
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var (status, _, complaints) = await CommandLine.TryAsync(null, start);

        Assert.That(status, Is.EqualTo(Failed));
        Assert.That(complaints.Trim(), Does.StartWith("ConnectionStrings__Twiga: this is no connection string").And.Not.Contain("\n"));
    }

    private Task<(int Status, string Said, string Complaints)> TypeAsync(
        string arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Twiga.Cli.Host.Cli).Assembly.Location, .. arguments.Split(' ')]);
        foreach (var (name, value) in _world.Settings)
            start.Environment[name] = value;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return CommandLine.TryAsync(null, start);
    }
}
