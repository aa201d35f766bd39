using System.Text.Json.Nodes;
using Twiga.Domain.Documents;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>A document as document.typ reads it.</summary>
internal static class DocumentJson
{
    private const int LongCell = 600;

    public static JsonObject Write(Document document) => new()
    {
        ["title"] = document.Title,
        ["language"] = document.Language == Language.Swahili ? "sw" : "en",
        ["landscape"] = document.Orientation == Orientation.Landscape,
        ["header"] = document.Header is null ? null : Head(document.Header),
        ["footer"] = document.Footer,
        ["blocks"] = Blocks(document.Blocks),
    };

    private static JsonObject Head(Header header) => header switch
    {
        TitleHeader title => new() { ["k"] = "title", ["title"] = Line(title.Title), ["lines"] = Each(title.Lines, Line) },
        ExamHeader exam => new()
        {
            ["k"] = "exam",
            ["lines"] = Each(exam.Lines, Line),
            ["code"] = exam.Code,
            ["subject"] = Line(exam.Subject),
            ["candidates"] = Optional(exam.Candidates),
            ["time"] = Optional(exam.Time),
            ["date"] = Optional(exam.Date),
            ["instructionsTitle"] = Optional(exam.InstructionsTitle),
            ["instructions"] = Each(exam.Instructions, Line),
        },
        FormHeader form => new()
        {
            ["k"] = "form",
            ["title"] = Line(form.Title),
            ["fields"] = Pairs(form.Fields),
            ["columns"] = form.Columns,
        },
        _ => throw new ArgumentException($"Unknown header: {header.GetType().Name}."),
    };

    public static JsonArray Blocks(IReadOnlyList<Block> blocks) => Each(blocks, Block);

    private static JsonObject Block(Block block) => block switch
    {
        Heading heading => Of("heading", ("text", Line(heading.Text)), ("level", heading.Level)),
        Paragraph paragraph => Of("paragraph", ("text", Line(paragraph.Text)), ("align", Side(paragraph.Alignment))),
        Items items => Of("items", ("all", Each(items.All, Item))),
        Bullets bullets => Of("bullets", ("all", Each(bullets.All, Blocks))),
        Options options => Of("options", ("all", Each(options.All, Option))),
        Matching matching => Of("matching", ("left", List(matching.Left)), ("right", List(matching.Right))),
        Table table => Table(table),
        Formula formula => Of("formula", ("v", MathJson.Read(Aligned.Join(formula.Latex)))),
        AnswerLines lines => Of("lines", ("count", lines.Count)),
        AnswerSpace space => Of("space", ("mm", space.Millimetres)),
        Box box => Of("box", ("title", Optional(box.Title)), ("blocks", Blocks(box.Blocks))),
        CodeLines code => Of("code", ("text", Printable.Only(code.Lines))),
        Fields fields => Of("fields", ("all", Pairs(fields.All)), ("columns", fields.Columns)),
        Rule => Of("rule"),
        PageBreak => Of("pagebreak"),
        _ => throw new ArgumentException($"Unknown block: {block.GetType().Name}."),
    };

    private static JsonObject Item(Item item) => new()
    {
        ["label"] = item.Label,
        ["marks"] = item.Marks,
        ["together"] = item.KeepTogether,
        ["blocks"] = Blocks(item.Blocks),
    };

    private static JsonObject Option(Option option) => new() { ["letter"] = option.Letter, ["text"] = Line(option.Text) };

    private static JsonObject List(MatchingList list) => new()
    {
        ["title"] = Line(list.Title),
        ["all"] = Each(list.Entries, Option),
    };

    private static JsonObject Table(Table table) => Of(
        "table",
        ("head", Each(table.Head, c => Cell(c, table.Small))),
        ("rows", Each(table.Rows, r => Each(r, c => Cell(c, table.Small)))),
        ("widths", Each(table.Widths, w => JsonValue.Create(w))),
        ("small", table.Small));

    private static JsonObject Cell(Cell cell, bool small)
    {
        var blocks = Blocks(cell.Blocks);
        return new()
        {
            // A long row may go over to the next page; a short one stays whole.
            ["together"] = blocks.ToJsonString().Length < (small ? LongCell : LongCell * 2),
            ["blocks"] = blocks,
            ["align"] = Side(cell.Alignment),
            ["columns"] = cell.Columns,
        };
    }

    private static JsonArray Pairs(IReadOnlyList<Field> fields) =>
        Each(fields, f => new JsonObject { ["label"] = Line(f.Label), ["value"] = Line(f.Value) });

    private static string Side(Alignment alignment) => alignment switch
    {
        Alignment.Centre => "center",
        Alignment.End => "end",
        _ => "start",
    };

    private static JsonArray Line(Text text) => TextJson.Write(text);

    private static JsonArray? Optional(Text? text) => text is null ? null : Line(text);

    private static JsonArray Each<T>(IReadOnlyList<T> all, Func<T, JsonNode> write) => [.. all.Select(write)];

    private static JsonObject Of(string kind, params (string Name, JsonNode? Value)[] members)
    {
        var json = new JsonObject { ["k"] = kind };
        foreach (var (name, value) in members)
            json[name] = value;
        return json;
    }
}
