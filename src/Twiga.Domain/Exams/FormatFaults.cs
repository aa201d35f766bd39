namespace Twiga.Domain.Exams;

/// <summary>What is wrong in a format: where (a section's and a question's place from 0, null for the whole) and what.</summary>
public sealed record FormatFault(int? Section, int? Question, string Sentence);

/// <summary>The rules that a format keeps before a paper is made from it.</summary>
public static class FormatFaults
{
    private const int ItemsAtMost = 20;

    public static IEnumerable<FormatFault> In(ExamFormat format)
    {
        if (format.Grades.Count == 0)
            yield return new(null, null, "it names no grades");
        if (format.Minutes is < 20 or > 240)
            yield return new(null, null, $"minutes is {format.Minutes}; it is between 20 and 240");
        if (format.OptionLetters is < 3 or > 5)
            yield return new(null, null, $"options is {format.OptionLetters}; it is 3, 4 or 5");
        if (format.Instructions.Count == 0)
            yield return new(null, null, "it has no instructions in any language");
        if (format.Sections.Count == 0)
            yield return new(null, null, "it has no sections");
        if (format.Sections.Count > 1 && Lettered(format) is { } wrong)
            yield return new(wrong, null, $"sections are lettered A, B, C in order; this one is '{format.Sections[wrong].Letter}'");

        var sum = format.Sections.Sum(s => s.Marks);
        if (sum != format.Marks)
            yield return new(null, null, $"marks is {format.Marks}, but the sections come to {sum}");

        foreach (var (section, place) in format.Sections.Select((s, place) => (s, place)))
        {
            foreach (var fault in In(section))
                yield return fault with { Section = place };
        }
    }

    private static int? Lettered(ExamFormat format)
    {
        var wrong = format.Sections.Select((s, at) => (s.Letter, at)).Where(s => s.Letter != $"{(char)('A' + s.at)}");
        return wrong.Any() ? wrong.First().at : null;
    }

    private static IEnumerable<FormatFault> In(FormatSection section)
    {
        if (section.Questions.Count == 0)
            yield return new(null, null, "it has no questions");
        if (section.Answer is { } answer)
        {
            if (answer < 1 || answer > section.Questions.Count)
                yield return new(null, null, $"answer is {answer} of {section.Questions.Count} questions");
            if (section.Compulsory > answer)
                yield return new(null, null, $"compulsory is {section.Compulsory}, more than the {answer} to answer");
            if (section.Questions.Skip(section.Compulsory).Select(q => q.Marks).Distinct().Count() > 1)
                yield return new(null, null, "the questions to choose from have different marks");
        }

        foreach (var (question, place) in section.Questions.Select((q, place) => (q, place)))
        {
            foreach (var fault in In(question))
                yield return new(null, place, fault);
        }
    }

    private static IEnumerable<string> In(FormatQuestion question)
    {
        if (question.Marks <= 0)
            yield return $"marks is {question.Marks}; it is more than 0";
        if (question.Items is < 1 or > ItemsAtMost)
            yield return $"items is {question.Items}; it is between 1 and {ItemsAtMost}";
        else if (question.Kind.IsObjective() && question.MarksEach * 2 % 1 != 0)
            yield return $"{question.Marks} marks cannot be shared by {question.Items} items in whole or half marks";
        if (question.Kind == QuestionKind.Matching && question.ListB <= question.Items)
            yield return $"listB is {question.ListB}; it is longer than the {question.Items} items of List A";
        if (question.Kind != QuestionKind.Matching && question.ListB != 0)
            yield return "listB is for matching questions";
    }

    /// <summary>Answered by a letter or a few words, item by item.</summary>
    public static bool IsObjective(this QuestionKind kind) => kind <= QuestionKind.Comprehension;
}
