using Microsoft.EntityFrameworkCore;
using Twiga.Application.Curriculum;
using Twiga.Infrastructure.Persistence.Seeding;

namespace Twiga.Infrastructure.Tests.Retrieval;

public sealed class Taking_books_in
{
    private const string Head = "---\ntitle: Try\nsubject: geography\ngrade: os2\nlanguage: en\n---\n\n# Chapter 1: Water\n\n";

    private string folder = null!;
    private Library library = null!;

    [SetUp]
    public async Task Open()
    {
        await Database.EmptyAsync();
        folder = Directory.CreateTempSubdirectory("twiga-books-").FullName;
        library = Library.Open();
        await library.Get<DatabaseSeed>().RunAsync(CancellationToken.None);
    }

    [TearDown]
    public async Task Close()
    {
        await library.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Does_nothing_where_the_file_is_the_same()
    {
        await IngestAsync("try.md", "## 1.1 Rain\n\nRain falls.\n");
        var again = await IngestAsync("try.md", "## 1.1 Rain\n\nRain falls.\n");
        Assert.That((again.Changed, again.NewPassages), Is.EqualTo((false, 0)));
        Assert.That(await library.Send(new ListResources()), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Replaces_a_changed_file_and_keeps_the_ids_of_what_stayed()
    {
        await IngestAsync("try.md", "## 1.1 Rain\n\nRain falls.\n\n## 1.2 Snow\n\nSnow falls.\n\n## 1.3 Hail\n\nHail falls.\n");
        var before = await PassagesAsync();
        var report = await IngestAsync("try.md", "## 1.1 Dew\n\nDew forms.\n\n## 1.3 Hail\n\nHail falls.\n\n## 1.2 Snow\n\nSnow falls.\n");
        var after = await PassagesAsync();
        Assert.That((report.Changed, report.NewPassages), Is.EqualTo((true, 1)));
        Assert.That(after.Keys, Is.EqualTo(new[] { "Dew forms.", "Hail falls.", "Snow falls." }));
        Assert.That((after["Hail falls."], after["Snow falls."]), Is.EqualTo((before["Hail falls."], before["Snow falls."])));
        Assert.That(await FoundAsync("rain"), Is.Empty);
        Assert.That(await FoundAsync("dew"), Is.EqualTo(new[] { "Dew forms." }));
    }

    [Test]
    public async Task Says_which_class_it_does_not_know()
    {
        var path = await WriteAsync("try.md", "## 1.1 Rain\n\nRain falls.\n");
        var outcome = await library.Send(new IngestResource(path) { Classes = ["Geography Form 2", "Alchemy Form 2"] });
        Assert.That(((IngestOutcome.Refused)outcome).Reasons, Is.EqualTo(new[]
        {
            "There is no class 'Alchemy Form 2'; 'classes list' shows them all.",
        }));
        Assert.That(await library.Send(new ListResources()), Is.Empty);
    }

    [Test]
    public async Task Removes_a_book_with_all_that_was_made_of_it()
    {
        var report = await IngestAsync("try.md", "## 1.1 Rain\n\nRain falls.\n");
        Assert.That(await library.Send(new RemoveResource(report.Id)), Is.EqualTo("Try"));
        Assert.That(await library.Send(new RemoveResource(report.Id)), Is.Null);
        var outcome = await library.Send(new SearchPassages(await library.ClassAsync("Geography Form 2"), "rain"));
        Assert.That(outcome, Is.InstanceOf<SearchOutcome.NoBooks>());
    }

    [Test]
    public async Task Reports_a_broken_sample_by_line_and_takes_the_others()
    {
        await WriteAsync("good.md", "## 1.1 Rain\n\nRain falls.\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "bad.md"), "# A\n\n<!-- page x -->\n");
        var seed = library.Get<DatabaseSeed>();
        var faults = await seed.SamplesAsync(folder, null, CancellationToken.None);
        Assert.That(faults.Single(), Does.StartWith("bad.md, line 3:"));
        Assert.That((await library.Send(new ListResources())).Select(b => b.FileName), Is.EqualTo(new[] { "good.md" }));
    }

    [Test]
    public async Task Leaves_a_sample_away_that_an_operator_removed()
    {
        await WriteAsync("good.md", "## 1.1 Rain\n\nRain falls.\n");
        var seed = library.Get<DatabaseSeed>();
        await seed.SamplesAsync(folder, null, CancellationToken.None);
        await library.Send(new RemoveResource((await library.Send(new ListResources())).Single().Id));
        await seed.SamplesAsync(folder, null, CancellationToken.None);
        Assert.That(await library.Send(new ListResources()), Is.Empty);
    }

    [Test]
    public async Task Seeds_classes_once_and_leaves_what_operators_closed()
    {
        await library.Send(new ActivateClass("Geography Form 2", false));
        await library.Get<DatabaseSeed>().RunAsync(CancellationToken.None);
        var classes = await library.Send(new ListClasses());
        Assert.That(classes, Has.Count.EqualTo(CurriculumFile.Load().Classes.Count));
        Assert.That(classes.Where(c => !c.IsActive).Select(c => c.English), Is.EqualTo(new[] { "Geography Form 2" }));
    }

    private async Task<IngestReport> IngestAsync(string name, string body)
    {
        var outcome = await library.Send(new IngestResource(await WriteAsync(name, body)));
        return ((IngestOutcome.Ingested)outcome).Report;
    }

    private async Task<string> WriteAsync(string name, string body)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path, Head + body);
        return path;
    }

    private async Task<IReadOnlyList<string>> FoundAsync(string phrase)
    {
        var outcome = await library.Send(new SearchPassages(await library.ClassAsync("Geography Form 2"), phrase));
        return outcome is SearchOutcome.Found(var passages) ? [.. passages.Select(p => p.Text)] : [];
    }

    private static async Task<Dictionary<string, long>> PassagesAsync()
    {
        await using var context = Database.Context();
        var passages = await context.Passages.OrderBy(p => p.Ordinal).ToListAsync();
        return passages.ToDictionary(p => p.Text, p => p.Id.Value);
    }
}
