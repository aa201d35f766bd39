using Npgsql;
using Twiga.Infrastructure.Persistence.Embedded;
using static Twiga.Infrastructure.Tests.Embedded.TemporaryCluster;

namespace Twiga.Infrastructure.Tests.Embedded;

internal sealed class Sharing_the_embedded_database
{
    [Test]
    public async Task Starts_one_server_for_those_who_come_at_once()
    {
        await using var cluster = await MadeBeforeAsync();

        var members = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => EmbeddedPostgres.StartAsync(cluster.Folder)));

        var servers = await Task.WhenAll(
            members.Select(member => AskAsync(member, "select pg_postmaster_start_time()::text")));
        Assert.That(servers.Distinct().Count(), Is.EqualTo(1));
        await Task.WhenAll(members.Select(member => member.StopAsync()));
        Assert.That(Postmaster.Running(cluster.Folder), Is.Null);
    }

    [Test]
    public async Task Stops_only_when_the_last_one_leaves()
    {
        await using var cluster = await MadeBeforeAsync();
        var first = await cluster.StartAsync();
        var second = await cluster.StartAsync();

        await first.StopAsync();
        Assert.That(await AskAsync(second, "select 1"), Is.EqualTo(1));

        await second.StopAsync();
        Assert.That(Postmaster.Running(cluster.Folder), Is.Null);
    }

    [Test]
    public async Task Leaves_a_server_running_that_somebody_else_started()
    {
        await using var cluster = await MadeBeforeAsync();
        await (await cluster.StartAsync()).StopAsync();
        await StartByHandAsync(cluster);

        var guest = await cluster.StartAsync();
        Assert.That(await AskAsync(guest, "select 1"), Is.EqualTo(1));
        await guest.StopAsync();

        Assert.That(Postmaster.Running(cluster.Folder), Is.Not.Null);
        await (await cluster.StartAsync()).RestartAsync();
    }

    [Test]
    public async Task Breaks_connections_and_keeps_rows_when_it_is_restarted_under_load([Values] bool abruptly)
    {
        await using var cluster = await MadeBeforeAsync();
        var database = await cluster.StartAsync();
        await AskAsync(database, "create table counted (number int)");
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var open = await source.OpenConnectionAsync();
        await AskAsync(database, "insert into counted values (1)");

        await database.RestartAsync(abruptly);

        await using var command = new NpgsqlCommand("select 1", open);
        await Assert.CatchAsync<NpgsqlException>(() => command.ExecuteScalarAsync());
        Assert.That(await AskAsync(database, "select count(*) from counted"), Is.EqualTo(1));
    }

    private static async Task StartByHandAsync(TemporaryCluster cluster)
    {
        var programs = await PostgresPrograms.FindAsync(null, CancellationToken.None);
        var account = await Account.ChooseAsync(cluster.Folder, CancellationToken.None);
        await account.ReachAsync([cluster.Folder, programs["pg_ctl"]], CancellationToken.None);
        var answer = await account.RunAsync(
            CancellationToken.None, programs["pg_ctl"], "start", "-w", "-D", cluster.Folder, "-l", cluster.File("log"));
        Assert.That(answer.Worked, answer.Complaint);
    }
}
