using System.Text;
using Npgsql;
using Twiga.Api.Tests.World;
using Twiga.Infrastructure.Persistence.Embedded;
using Twiga.Simulator.Phones;

namespace Twiga.Api.Tests.Operators;

/// <summary>The commands of docs/operating.md: a dump, an empty cluster, the dump put into it, and Twiga started on that.</summary>
internal sealed class Coming_back_from_a_backup
{
    private const string Teacher = "255718000001";

    private string _folder = null!;

    [SetUp]
    public void SetUp() => _folder = Directory.CreateTempSubdirectory("twiga-backup-").FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Everything_is_as_it_was_and_she_is_answered_again()
    {
        await using var world = await TestWorld.StartAsync();
        await world.AddTeacherAsync(Teacher, "Geography Form 2");
        var notes = await world.UploadAsync(Encoding.UTF8.GetBytes("Notes\n\nThe moon pulls the sea."), "text/plain", "notes.txt");
        await world.SendAsync(new Said { Teacher = Teacher, Media = new SaidMedia(notes, "document", "What causes ocean tides?") });
        await world.QuietAsync();
        var answer = (await world.AnswersAsync(Teacher))[^1];
        await world.SendAsync(new Said { Teacher = Teacher, Reaction = new SaidReaction(answer.Wamid!, "👍") });
        await world.QuietAsync();
        await world.Api.TerminateAsync();
        var before = await EveryRow.OfAsync(world.Database);
        var dump = Path.Combine(_folder, "twiga.dump");
        await RunAsync("pg_dump", ["--format=custom", $"--file={dump}", .. Named(world.Connection)]);

        await using var other = await EmbeddedPostgres.StartAsync(
            Path.Combine(_folder, "cluster"),
            new EmbeddedPostgresOptions { Settings = new Dictionary<string, string> { ["fsync"] = "off" } });
        await RunAsync("pg_restore", ["--no-owner", "--exit-on-error", .. Named(other.ConnectionString), dump]);
        await using (var restored = NpgsqlDataSource.Create(other.ConnectionString + ";Pooling=false"))
            Assert.That(await EveryRow.OfAsync(restored), Is.EqualTo(before));

        world.Settings["ConnectionStrings__Twiga"] = other.ConnectionString;
        await world.Api.StartAsync();
        var had = (await world.AnswersAsync(Teacher)).Count;
        await world.Phone.SayAsync(Teacher, "And what is a spring tide?");
        Assert.That((await world.AnswersAsync(Teacher, had + 1))[^1].Text, Does.Contain("Sources:"));
        await world.Api.TerminateAsync();
    }

    private static IEnumerable<string> Named(string connection)
    {
        var names = new NpgsqlConnectionStringBuilder(connection);
        return [$"--host={names.Host}", $"--username={names.Username}", $"--dbname={names.Database}"];
    }

    private static async Task RunAsync(string program, IEnumerable<string> arguments)
    {
        var programs = await PostgresPrograms.FindAsync(null, CancellationToken.None);
        var answer = await Command.RunAsync([programs[program], .. arguments], CancellationToken.None);
        Assert.That(answer.Worked, answer.Complaint);
    }
}
