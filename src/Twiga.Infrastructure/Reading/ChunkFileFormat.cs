using System.Text.Json;
using Twiga.Application.Curriculum;

namespace Twiga.Infrastructure.Reading;

/// <summary>
/// Ready-made chunks in JSON, of the full form with resource, class and subject or the short one. Chunks of a chapter
/// that are shorter than a passage are put together again; their vectors are left, being of another model.
/// </summary>
internal sealed class ChunkFileFormat : IReadFormat
{
    private const int MostFaults = 20;

    public IReadOnlyList<string> Extensions => [".json"];

    public BookText Read(byte[] content, CancellationToken cancellationToken)
    {
        using var document = Parse(content);
        var root = document.RootElement;
        var rows = root.ValueKind == JsonValueKind.Array ? root : Member(root, "chunks");
        if (rows is not { ValueKind: JsonValueKind.Array } chunks)
            throw new UnreadableFileException("there are no chunks in it.");

        var faults = new List<string>();
        var read = chunks.EnumerateArray().Select((row, index) => Read(row, index + 1, faults)).OfType<Chunk>().ToList();
        foreach (var odd in read.Where(c => c.Dimensions > 0).GroupBy(c => c.Dimensions).OrderByDescending(g => g.Count()).Skip(1))
            faults.Add($"chunk {odd.First().Number} has a vector of {odd.Key} numbers, others have another size.");
        if (faults.Count > 0)
            throw new UnreadableFileException([.. faults.Take(MostFaults)]);

        return new BookText(Facts(root), [.. Blocks(read, Titles(root))], []);
    }

    private static JsonDocument Parse(byte[] content)
    {
        try
        {
            return JsonDocument.Parse(content);
        }
        catch (JsonException fault)
        {
            throw new UnreadableFileException($"line {fault.LineNumber + 1}: this is no JSON.", fault);
        }
    }

    private static Chunk? Read(JsonElement row, int number, List<string> faults)
    {
        var text = Text(row, "content") ?? Text(row, "chunk");
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add($"chunk {number} has no text in 'content' or 'chunk'.");
            return null;
        }

        var about = Member(row, "metadata") ?? row;
        var vector = Member(row, "embedding");
        return new Chunk(
            number, text.Trim(), Number(row, "page_number"), Number(about, "chapter_number"), Text(about, "chapter"),
            Text(about, "chunk_type") ?? "text", vector is { ValueKind: JsonValueKind.Array } array ? array.GetArrayLength() : 0);
    }

    private static IEnumerable<Block> Blocks(IReadOnlyList<Chunk> chunks, Dictionary<int, string> titles)
    {
        Chunk? before = null;
        foreach (var chunk in chunks)
        {
            var isExercise = chunk.Kind == "exercise";
            if (before is null || before.Chapter != chunk.Chapter || (before.Kind == "exercise") != isExercise)
            {
                var title = chunk.Title ?? (chunk.Chapter is { } known ? titles.GetValueOrDefault(known, $"Chapter {known}") : "");
                yield return new Block(BlockKind.Chapter, title) { Number = chunk.Chapter };
                if (isExercise)
                    yield return new Block(BlockKind.Heading, "Exercise", chunk.Page, chunk.Page);
            }

            var kind = chunk.Kind switch
            {
                "table" => BlockKind.Table,
                "image" => BlockKind.Caption,
                _ => BlockKind.Paragraph,
            };
            yield return new Block(kind, chunk.Text, chunk.Page, chunk.Page);
            before = chunk;
        }
    }

    private static BookFacts Facts(JsonElement root) => new()
    {
        Title = Text(Member(root, "resource"), "name"),
        Authors = Member(Member(root, "resource"), "authors") is { ValueKind: JsonValueKind.Array } authors
            ? [.. authors.EnumerateArray().Where(a => a.ValueKind == JsonValueKind.String).Select(a => a.GetString()!)]
            : [],
        SubjectKey = Text(Member(root, "subject"), "name"),
        GradeCode = Text(Member(root, "class"), "grade_level"),
    };

    private static Dictionary<int, string> Titles(JsonElement root)
    {
        if (Member(Member(root, "table_of_contents"), "chapters") is not { ValueKind: JsonValueKind.Array } chapters)
            return [];

        return chapters.EnumerateArray()
            .Select(c => (Number: Number(c, "number"), Name: Text(c, "name")))
            .Where(c => c is { Number: not null, Name: not null })
            .DistinctBy(c => c.Number)
            .ToDictionary(c => c.Number!.Value, c => c.Name!);
    }

    private static JsonElement? Member(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement? of, string name) =>
        Member(of, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static int? Number(JsonElement? of, string name) =>
        Member(of, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    private sealed record Chunk(int Number, string Text, int? Page, int? Chapter, string? Title, string Kind, int Dimensions);
}
