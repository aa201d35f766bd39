using System.CommandLine;
using Twiga.Application.Curriculum;
using Twiga.Cli.Host;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Cli.Curriculum;

internal static class ResourceCommands
{
    private static readonly Argument<string> Path = new("file") { Description = "PDF, Word, Markdown, plain text, or a chunk file in JSON." };

    private static readonly Option<string[]> Class = new("--class")
    {
        Description = "A class the book is for; may be given several times. Not needed where the file says it.",
    };

    private static readonly Option<string?> Title = new("--title") { Description = "The title, where the file has none." };
    private static readonly Option<string[]> Author = new("--author") { Description = "An author; may be given several times." };
    private static readonly Option<string?> Language = new("--language") { Description = "en or sw." };
    private static readonly Argument<long> Id = new("id") { Description = "The number that 'resources list' shows." };

    private static readonly Option<long?> Resource = new("--resource") { Description = "Only this book; all where it is left out." };
    private static readonly Option<bool> Resume = new("--resume") { Description = "Goes on with a run that was broken off." };

    public static Command All() => new("resources", "The books that answers are taken from.")
    {
        Verb.Create(
            "ingest", "Takes a book in; the same file again replaces it.", [Path, Class, Title, Author, Language], IngestAsync),
        Verb.Create("list", "Lists the books.", [], ListAsync),
        Verb.Create(
            "reembed", "Makes the vectors anew beside the old ones, and changes over when all are there.",
            [Resource, Resume], ReembedAsync),
        Verb.Create("remove", "Removes a book with its passages.", [Id], RemoveAsync),
    };

    private static async Task<int> IngestAsync(Call call, CancellationToken cancellationToken)
    {
        var outcome = await Progress.ShowAsync(progress => call.Workplace.SendAsync(
            new IngestResource(call.Get(Path)!)
            {
                Classes = call.Get(Class) ?? [],
                Title = call.Get(Title),
                Authors = call.Get(Author) ?? [],
                Language = LanguageOf(call.Get(Language)),
                Progress = progress,
            },
            cancellationToken));
        if (outcome is IngestOutcome.Ingested(var report))
            return call.Done(report, Sentence(report));

        foreach (var reason in ((IngestOutcome.Refused)outcome).Reasons)
            await Console.Error.WriteLineAsync(reason);
        return 1;
    }

    private static async Task<int> ListAsync(Call call, CancellationToken cancellationToken)
    {
        var books = await call.Workplace.SendAsync(new ListResources(), cancellationToken);
        return call.Table(
            books,
            ("id", b => b.Id.ToString()),
            ("title", b => b.Title),
            ("language", b => b.Language.ToString()),
            ("classes", b => string.Join(", ", b.Classes)),
            ("passages", b => b.Passages.ToString()),
            ("file", b => b.FileName),
            ("sample", b => b.IsSample ? "yes" : ""),
            ("taken in", b => b.IngestedAt.ToString("yyyy-MM-dd HH:mm")));
    }

    private static async Task<int> ReembedAsync(Call call, CancellationToken cancellationToken)
    {
        var book = call.Get(Resource) is { } id ? new ResourceId(id) : (ResourceId?)null;
        var outcome = await Progress.ShowAsync(progress => call.Workplace.SendAsync(
            new ReembedResources(book, call.Get(Resume)) { Progress = progress }, cancellationToken));
        if (outcome is ReembedOutcome.Done(var model, var books, var passages))
            return call.Done(outcome, $"{passages} passages were embedded by {model}; the vectors of {books} books are the new ones.");

        await Console.Error.WriteLineAsync(((ReembedOutcome.Refused)outcome).Reason);
        return 1;
    }

    private static async Task<int> RemoveAsync(Call call, CancellationToken cancellationToken)
    {
        var id = call.Get(Id);
        if (await call.Workplace.SendAsync(new RemoveResource(new ResourceId(id)), cancellationToken) is { } title)
            return call.Done(new { id, title }, $"{title} is removed.");

        await Console.Error.WriteLineAsync($"There is no book {id}; 'resources list' shows them all.");
        return 1;
    }

    private static Language? LanguageOf(string? code) => code switch
    {
        null => null,
        "en" => Domain.Teachers.Language.English,
        "sw" => Domain.Teachers.Language.Swahili,
        _ => throw new UsageException($"'{code}' is no language of books; give en or sw."),
    };

    private static string Sentence(IngestReport report)
    {
        var kinds = string.Join(", ", report.Passages.OrderBy(p => p.Key).Select(p => $"{p.Value} {p.Key}"));
        var pages = report.Pages is { } count ? $"on {count} pages" : "on unknown pages, for the file does not say where pages end";
        var first = report.Changed
            ? $"{report.Title} ({report.Id}): {report.Passages.Values.Sum()} passages {pages} ({kinds}), {report.NewPassages} of them new."
            : $"{report.Title} ({report.Id}): nothing changed.";
        return string.Join('\n', report.Unread.Prepend(first));
    }
}
