using System.Diagnostics;
using Twiga.Infrastructure.Persistence.Embedded;
using static Twiga.Infrastructure.Tests.Embedded.TemporaryCluster;

namespace Twiga.Infrastructure.Tests.Embedded;

internal sealed class Losing_the_embedded_database
{
    [Test]
    public async Task Brings_a_killed_server_back_with_every_committed_row()
    {
        await using var cluster = await MadeBeforeAsync();
        var database = await cluster.StartAsync();
        await AskAsync(database, "create table kept as select 1");
        var killed = Kill(cluster);

        await Until(() => Postmaster.Running(cluster.Folder) is { Ready: true } back && back.ProcessId != killed);

        Assert.That(await AskAsync(database, "select count(*) from kept"), Is.EqualTo(1));
    }

    [Test]
    public async Task Starts_after_a_kill_that_nobody_watched()
    {
        await using var cluster = await MadeBeforeAsync();
        var first = await cluster.StartAsync(new() { Watch = false });
        await AskAsync(first, "create table kept as select 1");
        Kill(cluster);

        var second = await cluster.StartAsync();

        Assert.That(await AskAsync(second, "select count(*) from kept"), Is.EqualTo(1));
    }

    [Test]
    public async Task Is_stopped_even_when_bringing_it_back_was_broken_off()
    {
        await using var cluster = await MadeBeforeAsync();
        var database = await cluster.StartAsync();
        var killed = Kill(cluster);
        await Until(() => Postmaster.Running(cluster.Folder) is { } back && back.ProcessId != killed);

        await database.StopAsync();

        Assert.That(Postmaster.Running(cluster.Folder), Is.Null);
    }

    [Test]
    public async Task Starts_when_the_lock_names_a_process_that_is_something_else_by_now()
    {
        await using var cluster = await MadeBeforeAsync();
        var abandoned = await LockOfAStoppedServerAsync(cluster);
        await File.WriteAllLinesAsync(cluster.File("postmaster.pid"), [$"{Environment.ProcessId}", .. abandoned[1..]]);
        await File.WriteAllTextAsync(cluster.File(".s.PGSQL.5432.lock"), $"{Environment.ProcessId}\n");

        var database = await cluster.StartAsync();

        Assert.That(await AskAsync(database, "select 1"), Is.EqualTo(1));
    }

    [Test]
    public async Task Starts_when_the_lock_names_the_server_of_another_cluster()
    {
        await using var other = await MadeBeforeAsync();
        await other.StartAsync();
        var stranger = Postmaster.Running(other.Folder)!.ProcessId;
        await using var cluster = await MadeBeforeAsync();
        var abandoned = await LockOfAStoppedServerAsync(cluster);
        await File.WriteAllLinesAsync(cluster.File("postmaster.pid"), [$"{stranger}", .. abandoned[1..]]);

        var database = await cluster.StartAsync();

        Assert.That(
            await AskAsync(database, "show data_directory"), Does.EndWith(Path.GetFileName(cluster.Folder)));
        Assert.That(Postmaster.Running(cluster.Folder)!.ProcessId, Is.Not.EqualTo(stranger));
    }

    [Test]
    public async Task Starts_when_the_lock_was_never_written_out()
    {
        await using var cluster = await MadeBeforeAsync();
        await LockOfAStoppedServerAsync(cluster);
        await File.WriteAllTextAsync(cluster.File("postmaster.pid"), "");

        var database = await cluster.StartAsync();

        Assert.That(await AskAsync(database, "select 1"), Is.EqualTo(1));
    }

    private static async Task<string[]> LockOfAStoppedServerAsync(TemporaryCluster cluster)
    {
        var database = await cluster.StartAsync();
        var lines = await File.ReadAllLinesAsync(cluster.File("postmaster.pid"));
        await database.StopAsync();
        return lines;
    }

    private static int Kill(TemporaryCluster cluster)
    {
        using var server = Process.GetProcessById(Postmaster.Running(cluster.Folder)!.ProcessId);
        server.Kill();
        return server.Id;
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; tries < 1500 && !holds(); tries++)
        {
            await Task.Delay(100);
        }

        Assert.That(holds());
    }
}
