using Twiga.Domain.Exams;

namespace Twiga.Application.Exams;

/// <summary>A question with its key in plain lines, as a second reader, or whoever marks answers, reads it.</summary>
internal static class QuestionText
{
    public static string WithKey(Question question) => string.Join('\n', Lines(question));

    public static string Letter(int place) => $"{(char)('A' + place)}";

    private static IEnumerable<string> Lines(Question question) => question switch
    {
        ChoiceQuestion choice => choice.Items.SelectMany((item, at) =>
            item.Options.Select((o, place) => $"  {Letter(place)}. {o}")
                .Prepend($"({Roman.Of(at + 1)}) {item.Stem}")
                .Append($"  Key: {Letter(item.Key)}")),
        MatchingQuestion matching =>
        [
            .. matching.ListA.Select((a, at) => $"({Roman.Of(at + 1)}) {a}   Key: {Letter(matching.Key[at])}"),
            .. matching.ListB.Select((b, at) => $"  {Letter(at)}. {b}"),
        ],
        ItemsQuestion items => items.Items.Select((i, at) => $"({Roman.Of(at + 1)}) {i.Prompt}   Key: {i.Answer}")
            .Prepend(items.Text ?? ""),
        PartsQuestion parts => parts.Parts.SelectMany((p, at) => Part(p, $"({(char)('a' + at)})")).Prepend(parts.Opening ?? ""),
        EssayQuestion essay => essay.Points.Select(Point).Prepend(essay.Prompt),
        _ => [],
    };

    private static IEnumerable<string> Part(Part part, string label) =>
    [
        $"{label} {part.Prompt} ({MarkSigns.Of(part.Marks)})",
        .. part.Points.Select(Point),
        .. part.Parts.SelectMany((p, at) => Part(p, $"{label}({Roman.Of(at + 1)})")),
    ];

    private static string Point(MarkingPoint point) => $"  - {point.Text} ({MarkSigns.Of(point.Marks)})";
}
