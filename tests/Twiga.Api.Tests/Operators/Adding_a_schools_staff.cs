using System.Text.Json;
using Twiga.Api.Tests.World;

namespace Twiga.Api.Tests.Operators;

/// <summary>A school's staff from a CSV file, by the command line as an operator runs it.</summary>
internal sealed class Adding_a_schools_staff
{
    private static readonly string[] Staff =
    [
        "\uFEFFPhone, name, class, language",
        "255717000001,Neema Mollel,Geography Form 2; Biology Form 1,en",
        "0717 000 002,\"Kimaro, Juma\",Jiografia Kidato cha 2,",
        "12,Asha,Geography Form 2,sw",
        "255717000004,,Geography Form 9;Biology Form 1,fr",
        "255717000005,Baraka Shayo,,sw",
        "255717000006,Rehema, Ngonyani,Geography Form 2,sw",
        "+255 717 000 001,Neema Again,Biology Form 1,en",
        "255717000008,\"Zawadi,Biology Form 1,en",
        "",
        ",,,",
        "255717000009,Zawadi Komba,Biology Form 1,EN",
    ];

    private TestWorld _world = null!;
    private string _file = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _world = await TestWorld.CreateAsync();
        _file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"staff-{Guid.NewGuid():N}.csv");
        await File.WriteAllLinesAsync(_file, Staff);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        File.Delete(_file);
        await _world.DisposeAsync();
    }

    [Test]
    public async Task Names_line_and_field_of_what_is_wrong_takes_the_rest_in_and_may_be_done_again()
    {
        var (status, said, complaints) = await RunAsync("teachers", "add", "--csv", _file, "--json");
        var first = await _world.CountAsync("select count(*) from teachers where state = 'Active'");
        var (again, _, _) = await RunAsync("teachers", "add", "--csv", _file);

        Assert.Multiple(async () =>
        {
            Assert.That((status, again), Is.EqualTo((1, 1)));
            Assert.That(
                JsonDocument.Parse(said).RootElement.GetProperty("added").EnumerateArray().Select(n => n.GetString()),
                Is.EqualTo(new[] { "Neema Mollel", "Kimaro, Juma", "Zawadi Komba" }));
            Assert.That(complaints.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Replace(_file, "")), Is.EqualTo(new[]
            {
                ": line 4: phone: '12' is no phone number; write it like 255712345678 or +255 712 345 678.",
                ": line 5: name: A teacher's name has 1 to 100 characters, letters among them.",
                ": line 5: class: There is no class 'Geography Form 9'; 'classes list' shows them all.",
                ": line 5: language: 'fr' is neither sw nor en.",
                ": line 6: class: at least one is needed.",
                ": line 7: there are 5 values, not 4; one with commas stands in quotation marks.",
                ": line 8: phone: the number stands in line 2 already; a teacher has one line with all her classes.",
                ": line 9: a quotation mark is not closed.",
            }));
            Assert.That(first, Is.EqualTo(3));
            Assert.That(await _world.CountAsync("select count(*) from teachers"), Is.EqualTo(3), "after the second time");
            Assert.That(await _world.CountAsync("select count(*) from teacher_classes"), Is.EqualTo(4));
            Assert.That(await _world.CountAsync("select count(*) from identities where value = '255717000002'"), Is.EqualTo(1));
        });
    }

    [TestCase("teachers", "add", "--csv", "nowhere.csv", ExpectedResult = 2)]
    [TestCase("teachers", "add", "--phone", "255717000010", ExpectedResult = 2)]
    [TestCase("teachers", "approve", "255717999999", ExpectedResult = 1)]
    [TestCase("teachers", "approve", ExpectedResult = 2)]
    [TestCase("teachers", "dance", ExpectedResult = 2)]
    public async Task<int> Says_by_its_status_whether_it_failed_or_was_wrongly_used(params string[] arguments) =>
        (await RunAsync(arguments)).Status;

    [Test]
    public async Task Every_verb_of_the_contract_explains_itself()
    {
        string[] verbs =
        [
            "database migrate", "database status", "teachers add", "teachers list", "teachers approve", "teachers block",
            "teachers unblock", "teachers export", "teachers delete", "classes list", "classes activate", "classes deactivate",
            "resources ingest", "resources list", "resources remove", "resources reembed", "search", "evaluate retrieval",
            "evaluate talk", "flows publish", "flows keys", "jobs list", "jobs replay",
        ];
        foreach (var verb in verbs)
        {
            var (status, said, _) = await RunAsync([.. verb.Split(' '), "--help"]);
            Assert.That(status, Is.Zero, verb);
            Assert.That(said, Does.Contain("--json").And.Contain("Usage:"), verb);
        }
    }

    private Task<(int Status, string Said, string Complaints)> RunAsync(params string[] arguments) =>
        CommandLine.TryAsync(_world, arguments);
}
