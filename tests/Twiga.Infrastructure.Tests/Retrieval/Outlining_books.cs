using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence.Seeding;

namespace Twiga.Infrastructure.Tests.Retrieval;

internal sealed class Outlining_books
{
    private Library _library = null!;
    private SchoolClassId _class;

    [SetUp]
    public async Task Open()
    {
        await Database.EmptyAsync();
        _library = Library.Open();
        await _library.Get<DatabaseSeed>().RunAsync(CancellationToken.None);
        _class = await _library.ClassAsync("Geography Form 2");
    }

    [TearDown]
    public async Task Close() => await _library.DisposeAsync();

    [Test]
    public async Task Gives_sections_in_the_books_order_with_their_pages_and_without_exercises_and_glossary()
    {
        await StoreAsync("Own book", isSample: false,
            At(1, "Weather", "1.1 Rain", 1, 2), At(1, "Weather", "1.1 Rain", 3, 3), At(1, "Weather", "Exercise 1", 4, 4, PassageKind.Exercise),
            At(2, "Oceans", "2.1 Waves", 5, 6), At(null, "Glossary", null, 9, 9, PassageKind.Glossary));

        var outline = await _library.Send(new ReadOutline(_class));

        Assert.That(
            outline.Select(s => (s.Chapter, s.Section, s.PageFrom, s.PageTo, s.Words)),
            Is.EqualTo(new[] { ("Weather", "1.1 Rain", (int?)1, (int?)3, 8), ("Oceans", "2.1 Waves", 5, 6, 4) }));
    }

    [Test]
    public async Task Takes_a_book_of_the_class_before_a_sample_and_says_nothing_where_there_is_none()
    {
        Assert.That(await _library.Send(new ReadOutline(_class)), Is.Empty);

        await StoreAsync("Sample", isSample: true, At(1, "Weather", "1.1 Rain", 1, 1), At(1, "Weather", "1.2 Wind", 2, 2));
        await StoreAsync("Own book", isSample: false, At(1, "Maps", "1.1 Scale", 1, 1));

        Assert.That((await _library.Send(new ReadOutline(_class))).Select(s => s.Book), Is.EqualTo(new[] { "Own book" }));
    }

    private async Task StoreAsync(
        string title, bool isSample, params (int? Number, string Chapter, string? Section, int From, int To, PassageKind Kind)[] passages) =>
        await _library.Textbooks.StoreAsync(
            new Textbook(title, ["A. Author"], Language.English, isSample, $"{title}.md", title, [_class],
            [
                .. passages.Select((p, at) => new Passage
                {
                    Ordinal = at, ChapterNumber = p.Number, Chapter = p.Chapter, Section = p.Section, PageFrom = p.From, PageTo = p.To,
                    Kind = p.Kind, Language = Language.English, Text = $"Four words number {at}.",
                }),
            ]),
            CancellationToken.None);

    private static (int?, string, string?, int, int, PassageKind) At(
        int? number, string chapter, string? section, int from, int to, PassageKind kind = PassageKind.Text) =>
        (number, chapter, section, from, to, kind);
}
