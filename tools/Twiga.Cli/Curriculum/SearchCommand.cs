using System.CommandLine;
using Twiga.Application.Curriculum;
using Twiga.Cli.Host;

namespace Twiga.Cli.Curriculum;

internal static class SearchCommand
{
    private const int ShownLetters = 160;

    private static readonly Argument<string> Phrase = new("phrase") { Description = "What a teacher might ask." };

    private static readonly Option<string?> Class = new("--class")
    {
        Description = "The class, such as \"Geography Form 2\"; all books where it is left out.",
    };

    private static readonly Option<int> Limit = new("--limit") { Description = "At most so many.", DefaultValueFactory = _ => 15 };

    public static Command All() =>
        Verb.Create("search", "Shows what is found in the books of a class.", [Phrase, Class, Limit], RunAsync);

    private static async Task<int> RunAsync(Call call, CancellationToken cancellationToken)
    {
        var name = call.Get(Class);
        var classes = await call.Workplace.SendAsync(new ListClasses(), cancellationToken);
        var wanted = name is null ? null : classes.FirstOrDefault(c => Is(c.English, name) || Is(c.Swahili, name));
        if (name is not null && wanted is null)
        {
            await Console.Error.WriteLineAsync($"There is no class '{name}'; 'classes list' shows them all.");
            return 1;
        }

        var outcome = await call.Workplace.SendAsync(
            new SearchPassages(wanted?.Id, call.Get(Phrase)!, call.Get(Limit)), cancellationToken);
        return outcome switch
        {
            SearchOutcome.Found(var passages) => Show(call, passages),
            SearchOutcome.NoBooks => call.Done(Array.Empty<FoundPassage>(), wanted is null ? "There are no books." : $"{wanted.English} has no books."),
            _ => call.Done(Array.Empty<FoundPassage>(), "Nothing was found."),
        };
    }

    private static int Show(Call call, IReadOnlyList<FoundPassage> passages) => call.Table(
        passages,
        ("score", p => p.Score.ToString("f3")),
        ("book", p => p.Title),
        ("pages", p => p.PageFrom == p.PageTo ? p.PageFrom?.ToString() : $"{p.PageFrom}-{p.PageTo}"),
        ("section", p => p.Section ?? p.Chapter),
        ("kind", p => p.Kind.ToString()),
        ("text", p => p.Text.Length > ShownLetters ? p.Text[..ShownLetters] + "…" : p.Text));

    private static bool Is(string one, string other) => string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);
}
