using System.Text;
using System.Text.Json;
using Npgsql;
using Twiga.Infrastructure.Persistence.Seeding;

namespace Twiga.Infrastructure.Tests.Retrieval;

public sealed class Surviving_kills
{
    private string folder = null!;
    private EmbeddingServer embedder = null!;

    [SetUp]
    public async Task Open()
    {
        await Database.EmptyAsync();
        folder = Directory.CreateTempSubdirectory("twiga-books-").FullName;
        embedder = await EmbeddingServer.StartAsync();
        await using var library = Library.Open();
        await library.Get<DatabaseSeed>().RunAsync(CancellationToken.None);
    }

    [TearDown]
    public async Task Close()
    {
        await embedder.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Ingestion_that_was_killed_while_it_stored_leaves_nothing_and_can_be_done_again()
    {
        var path = await WriteAsync("book.md", 120);
        await using (var holder = await Database.Source.OpenConnectionAsync())
        await using (var hold = await holder.BeginTransactionAsync())
        {
            await RunAsync(holder, "lock table lexicons in share row exclusive mode");
            using var killed = CommandLine.Start(null, "resources", "ingest", path);
            await UntilAsync(async () => await Database.CountAsync(
                "select count(*) from pg_locks where not granted and relation = 'lexicons'::regclass") > 0);
            await killed.KillAsync();
        }

        await UntilAsync(async () => await Database.CountAsync("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") == 0);
        Assert.That(await Database.CountAsync("select (select count(*) from resources) + (select count(*) from passages)"), Is.Zero);

        await DoneAsync(null, "resources", "ingest", path);
        var afterwards = await StateAsync();
        await Database.EmptyAsync();
        await using (var library = Library.Open())
            await library.Get<DatabaseSeed>().RunAsync(CancellationToken.None);
        await DoneAsync(null, "resources", "ingest", path);
        Assert.That(afterwards, Is.EqualTo(await StateAsync()));
        Assert.That(await Database.CountAsync("select count(*) from passages"), Is.EqualTo(120));
    }

    [Test]
    public async Task Ingestion_that_was_killed_while_it_embedded_goes_on_where_it_ended()
    {
        var path = await WriteAsync("book.md", 200);
        embedder.HoldsAfter = 130;
        using (var killed = CommandLine.Start(embedder, "resources", "ingest", path))
        {
            await UntilAsync(() => Task.FromResult(embedder.Texts > 130));
            await killed.KillAsync();
        }

        var kept = await Database.CountAsync("select count(*) from passage_vectors");
        embedder.HoldsAfter = int.MaxValue;
        var before = embedder.Texts;
        await DoneAsync(embedder, "resources", "ingest", path);
        Assert.That(kept, Is.EqualTo(128));
        Assert.That(embedder.Texts - before, Is.EqualTo(200 - 128 + 1), "the probe is one text");
        Assert.That(await Database.CountAsync("select count(*) from passage_vectors"), Is.EqualTo(200));
    }

    [Test]
    public async Task Reembedding_that_was_killed_leaves_the_old_vectors_and_resumes()
    {
        await DoneAsync(embedder, "resources", "ingest", await WriteAsync("book.md", 200));
        embedder.Version = 2;
        embedder.HoldsAfter = embedder.Texts + 130;
        using (var killed = CommandLine.Start(embedder, "resources", "reembed"))
        {
            await UntilAsync(() => Task.FromResult(embedder.Texts > embedder.HoldsAfter));
            await killed.KillAsync();
        }

        Assert.That(await Database.CountAsync(Searched), Is.EqualTo(200));
        var old = await VectorsAsync();
        embedder.HoldsAfter = int.MaxValue;
        var before = embedder.Texts;
        await DoneAsync(embedder, "resources", "reembed", "--resume");
        Assert.That(embedder.Texts - before, Is.EqualTo(200 - 128 + 1), "the probe is one text");
        Assert.That(await Database.CountAsync(Searched), Is.EqualTo(200));
        Assert.That(await Database.CountAsync("select count(*) from embedders"), Is.EqualTo(1));
        var resumed = await VectorsAsync();
        Assert.That(resumed, Is.Not.EqualTo(old));
        await DoneAsync(embedder, "resources", "reembed");
        Assert.That(await VectorsAsync(), Is.EqualTo(resumed));
    }

    [Test]
    public async Task Reembedding_one_book_leaves_the_others()
    {
        await DoneAsync(embedder, "resources", "ingest", await WriteAsync("one.md", 3));
        await DoneAsync(embedder, "resources", "ingest", await WriteAsync("two.md", 5));
        var book = await Database.CountAsync("select id from resources where file_name = 'two.md'");
        embedder.Version = 2;
        var before = embedder.Texts;
        await DoneAsync(embedder, "resources", "reembed", "--resource", $"{book}");
        Assert.That(embedder.Texts - before, Is.EqualTo(6));
        Assert.That(await Database.CountAsync(Searched), Is.EqualTo(8));
    }

    [Test]
    public async Task A_provider_that_is_busy_is_asked_again()
    {
        var path = await WriteAsync("book.md", 5);
        using var ingestion = CommandLine.Start(embedder, "resources", "ingest", path);
        await UntilAsync(() => Task.FromResult(embedder.Texts > 0));
        embedder.FailNext(1);
        Assert.That((await ingestion.EndAsync()).Status, Is.Zero);
        Assert.That(embedder.FailuresLeft, Is.Zero);
        Assert.That(await Database.CountAsync("select count(*) from passage_vectors"), Is.EqualTo(5));
    }

    [Test]
    public async Task Vectors_of_a_wrong_size_are_refused_before_anything_is_stored()
    {
        embedder.Sends = 5;
        using var ingestion = CommandLine.Start(embedder, "resources", "ingest", await WriteAsync("book.md", 5));
        var (status, _, complaint) = await ingestion.EndAsync();
        Assert.That((status, complaint.Trim()), Is.EqualTo((1, "Embeddings have 5 dimensions, Embeddings__Dimensions says 8.")));
        Assert.That(await Database.CountAsync("select count(*) from resources"), Is.Zero);
    }

    [Test]
    public async Task A_file_that_cannot_be_read_ends_with_status_one_and_a_sentence()
    {
        var path = Path.Combine(folder, "book.pdf");
        await File.WriteAllTextAsync(path, "%PDF-1.4 and no more");
        using var ingestion = CommandLine.Start(null, "resources", "ingest", path, "--class", "Geography Form 2");
        var (status, _, complaint) = await ingestion.EndAsync();
        Assert.That((status, complaint.Trim()), Is.EqualTo((1, "book.pdf: the file is cut off: its end is missing.")));
    }

    [Test]
    public async Task Machines_read_ids_as_numbers()
    {
        await DoneAsync(null, "resources", "ingest", await WriteAsync("book.md", 2));
        using var list = CommandLine.Start(null, "resources", "list", "--json");
        using var json = JsonDocument.Parse((await list.EndAsync()).Output);
        Assert.That(json.RootElement[0].GetProperty("id").GetInt64(), Is.Positive);
    }

    private const string Searched =
        "select count(*) from passage_vectors v join embedders e on e.id = v.embedder_id where e.is_current";

    private async Task<string> WriteAsync(string name, int sections)
    {
        var text = new StringBuilder($"---\ntitle: {name}\nsubject: geography\ngrade: os2\nlanguage: en\n---\n\n# Chapter 1: Water\n\n");
        for (var n = 1; n <= sections; n++)
            text.Append($"## 1.{n} Rain {n}\n\nRain number {n} falls on hill {n * 37 % 101} of {name} in month {n % 12}.\n\n");
        var path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path, text.ToString());
        return path;
    }

    private static async Task DoneAsync(EmbeddingServer? embedder, params string[] arguments)
    {
        using var command = CommandLine.Start(embedder, arguments);
        var (status, _, complaint) = await command.EndAsync();
        Assert.That((status, complaint), Is.EqualTo((0, "")));
    }

    /// <summary>All that was made of books, without ids and times.</summary>
    private static async Task<string> StateAsync() => string.Join('\n', [
        await TextAsync("select md5(string_agg(concat_ws('|', ordinal, chapter, section, kind, text), '~' order by ordinal)) from passages"),
        await TextAsync("select md5(string_agg(concat_ws('|', term, ordinals, frequencies, lengths), '~' order by term)) from postings"),
        await TextAsync("select md5(string_agg(concat_ws('|', word, skeleton, term), '~' order by word)) from spellings"),
        await TextAsync("select concat_ws('|', version, passages, words) from lexicons"),
    ]);

    private static Task<string> VectorsAsync() => TextAsync(
        """
        select string_agg(v.embedding::text, '~' order by p.ordinal)
        from passage_vectors v join passages p on p.id = v.passage_id join embedders e on e.id = v.embedder_id and e.is_current
        """);

    private static async Task<string> TextAsync(string sql)
    {
        await using var command = Database.Source.CreateCommand(sql);
        return $"{await command.ExecuteScalarAsync()}";
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(150));
        while (!await holds())
            await Task.Delay(50, limit.Token);
    }
}
