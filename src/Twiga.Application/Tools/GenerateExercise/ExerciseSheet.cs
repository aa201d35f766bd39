using System.Globalization;
using Twiga.Application.Common;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tools;

/// <summary>An exercise as pupils read it, and its answers, numbered alike.</summary>
internal sealed class ExerciseSheet
{
    private readonly ToolTexts _texts;

    public ExerciseSheet(ExerciseKind kind, IReadOnlyList<ExerciseItem> items, Language language)
    {
        _texts = new ToolTexts(language);
        // In order of the alphabet, so that the place of an answer gives nothing away.
        var right = kind == ExerciseKind.Matching
            ? items.Select(i => i.Answer.Trim()).Order(StringComparer.OrdinalIgnoreCase).ToList()
            : [];
        Questions = string.Join("\n\n", items.Select((item, at) => Question(kind, item, at + 1)));
        if (right.Count > 0)
        {
            Questions = $"**{_texts.ListA}**\n{Questions.Replace("\n\n", "\n")}\n\n**{_texts.ListB}**\n"
                + string.Join("\n", right.Select((answer, at) => $"{Letter(at)}. {answer}"));
        }

        Answers = string.Join("\n", items.Select((item, at) => $"{at + 1}. {Answer(kind, item, right)}"));
    }

    public string Questions { get; }

    public string Answers { get; }

    private static char Letter(int at) => (char)('A' + at);

    private static string Question(ExerciseKind kind, ExerciseItem item, int number)
    {
        var marker = item.Passage > 0 ? string.Create(CultureInfo.InvariantCulture, $" [{item.Passage}]") : "";
        var question = $"{number}. {item.Question.Trim()}{marker}";
        return kind == ExerciseKind.MultipleChoice
            ? question + string.Concat(item.Options.Select((option, at) => $"\n   {Letter(at)}. {option.Trim()}"))
            : question;
    }

    private string Answer(ExerciseKind kind, ExerciseItem item, List<string> right) => kind switch
    {
        ExerciseKind.MultipleChoice =>
            $"{Letter(ExerciseRules.Right(item) ?? 0)}. {item.Answer.Trim()}",
        ExerciseKind.Matching => $"{Letter(right.IndexOf(item.Answer.Trim()))}",
        ExerciseKind.TrueFalse => IsTrue(item.Answer) ? _texts.True : _texts.False,
        _ => item.Answer.Trim(),
    };

    private static bool IsTrue(string answer) =>
        string.Equals(answer.Trim().TrimEnd('.'), "true", StringComparison.OrdinalIgnoreCase);
}
