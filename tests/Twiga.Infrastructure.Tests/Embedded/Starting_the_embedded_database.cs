using Npgsql;
using Twiga.Infrastructure.Persistence.Embedded;
using static Twiga.Infrastructure.Tests.Embedded.TemporaryCluster;

namespace Twiga.Infrastructure.Tests.Embedded;

internal sealed class Starting_the_embedded_database
{
    [Test]
    public async Task Makes_a_durable_cluster_with_pgvector_that_is_not_run_by_root()
    {
        await using var cluster = new TemporaryCluster();
        var database = await cluster.StartAsync();

        await AskAsync(database, "create extension vector");
        Assert.That(await AskAsync(database, "select ('[1,2]'::vector <-> '[1,4]')::int"), Is.EqualTo(2));
        Assert.That(await AskAsync(database, "select current_database()"), Is.EqualTo("twiga"));
        Assert.That(await AskAsync(database, "show fsync"), Is.EqualTo("on"));
        Assert.That(await AskAsync(database, "show synchronous_commit"), Is.EqualTo("on"));
        Assert.That(await AskAsync(database, "show max_parallel_maintenance_workers"), Is.EqualTo("0"));
        Assert.That(await AskAsync(database, "show listen_addresses"), Is.Empty);
        Assert.That(
            await File.ReadAllTextAsync($"/proc/{Server(cluster)}/status"), Does.Not.Match(@"Uid:\s+0\s"));
    }

    [Test]
    public async Task Keeps_what_was_stored_before_it_was_stopped()
    {
        await using var cluster = await MadeBeforeAsync();
        var first = await cluster.StartAsync();
        await AskAsync(first, "create table kept as select 7 as number");
        await first.StopAsync();
        Assert.That(Postmaster.Running(cluster.Folder), Is.Null);

        var second = await cluster.StartAsync();

        Assert.That(await AskAsync(second, "select number from kept"), Is.EqualTo(7));
    }

    [Test]
    public async Task Takes_settings_on_top_of_its_own()
    {
        await using var cluster = await MadeBeforeAsync();
        var settings = new Dictionary<string, string> { ["fsync"] = "off", ["application_name"] = "it's a test" };

        var database = await cluster.StartAsync(new() { Settings = settings, Database = "an \"odd\" name" });

        Assert.That(await AskAsync(database, "show fsync"), Is.EqualTo("off"));
        Assert.That(await AskAsync(database, "show application_name"), Is.EqualTo("it's a test"));
        Assert.That(await AskAsync(database, "select current_database()"), Is.EqualTo("an \"odd\" name"));
    }

    [TestCase("with a space")]
    [TestCase("with 'quotes', commas: and ümlauts @ 100%")]
    [TestCase("deep/below/many/folders/whose/names/together/are/far/longer/than/the/address/of/a/socket/may/be/in/linux")]
    public async Task Works_in_a_folder_whose_name_is(string name)
    {
        await using var cluster = new TemporaryCluster(name);

        var first = await cluster.StartAsync();
        var second = await cluster.StartAsync();

        Assert.That(await AskAsync(first, "select 1"), Is.EqualTo(1));
        Assert.That(second.ConnectionString, Is.EqualTo(first.ConnectionString));
    }

    [Test]
    public async Task Starts_anew_when_the_first_start_was_broken_off()
    {
        await using var cluster = new TemporaryCluster();
        Directory.CreateDirectory(Path.Combine($"{cluster.Folder}.new", "pg_wal"));
        await File.WriteAllTextAsync(Path.Combine($"{cluster.Folder}.new", "PG_VERSION"), "15");

        var database = await cluster.StartAsync();

        Assert.That(await AskAsync(database, "select 1"), Is.EqualTo(1));
    }

    [Test]
    public async Task Leaves_a_folder_with_other_files_alone_and_names_it()
    {
        await using var cluster = new TemporaryCluster();
        Directory.CreateDirectory(cluster.Folder);
        await File.WriteAllTextAsync(cluster.File("letter.txt"), "Dear Zawadi");

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => cluster.StartAsync());

        Assert.That(refusal?.Message, Does.Contain(cluster.Folder).And.Contain("not empty"));
        Assert.That(File.Exists(cluster.File("letter.txt")));
    }

    [Test]
    public async Task Names_the_folder_that_should_have_held_the_programs()
    {
        await using var cluster = new TemporaryCluster();

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => cluster.StartAsync(new() { Programs = "/nowhere/postgresql" }));

        Assert.That(refusal?.Message, Does.Contain("/nowhere/postgresql"));
    }

    [Test]
    public async Task Says_why_the_server_does_not_start()
    {
        await using var cluster = await MadeBeforeAsync();

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => cluster.StartAsync(new() { Settings = new Dictionary<string, string> { ["port"] = "many" } }));

        Assert.That(refusal?.Message, Does.Contain(cluster.Folder).And.Contain("FATAL"));
    }

    [Test]
    public async Task Never_writes_a_failing_statement_into_its_log()
    {
        await using var cluster = await MadeBeforeAsync();
        var database = await cluster.StartAsync();
        await AskAsync(database, "create table teacher (phone text primary key)");
        await AskAsync(database, "insert into teacher values ('+255700000001')");

        await Assert.ThrowsAsync<PostgresException>(
            () => AskAsync(database, "insert into teacher values ('+255700000001')"));

        var log = await File.ReadAllTextAsync(cluster.File("server.log"));
        Assert.That(log, Does.Contain("duplicate key").And.Not.Contain("255700000001"));
    }

    private static int Server(TemporaryCluster cluster) => Postmaster.Running(cluster.Folder)!.ProcessId;
}
