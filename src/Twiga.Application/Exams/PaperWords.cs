using System.Text.RegularExpressions;
using Twiga.Application.Common;
using Twiga.Domain.Exams;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Exams;

/// <summary>The sentences of a paper that follow from its format, so that they cannot disagree with it.</summary>
public static partial class PaperWords
{
    private static readonly Dictionary<string, Func<ExamFormat, PaperTexts, string>> Sentences = new()
    {
        ["paper"] = (format, texts) => format.Sections.Count > 1
            ? texts.PaperOfSections(texts.And(format.Sections.Select(s => s.Letter!)), texts.Questions(format.Questions))
            : texts.PaperOfQuestions(texts.Questions(format.Questions)),
        ["answer"] = WhatToAnswer,
        ["marks"] = (format, texts) => format.Sections.Count > 1
            ? Sentence(texts.And(format.Sections.Select(s => texts.MarksOfSection(s.Letter!, texts.Marks(s.Marks)))))
            : texts.MarksInAll(texts.Marks(format.Marks)),
    };

    /// <summary>The words that an instruction may hold in braces.</summary>
    public static string Known => string.Join(", ", Sentences.Keys.Select(k => $"{{{k}}}"));

    /// <summary>A word in braces that is not known; null where all are.</summary>
    public static string? UnknownIn(string instruction) => Brace().Matches(instruction)
        .Select(m => m.Groups[1].Value).FirstOrDefault(w => !Sentences.ContainsKey(w));

    /// <summary>The instructions in a language, or in that which the format has.</summary>
    internal static IReadOnlyList<string> Instructions(ExamFormat format, Language language)
    {
        var texts = new PaperTexts(language);
        var lines = format.Instructions.TryGetValue(language, out var own) ? own : format.Instructions.Values.First();
        return [.. lines.Select(l => Brace().Replace(l, m => Sentences[m.Groups[1].Value](format, texts)))];
    }

    /// <summary>What stands below a section's title, where so many questions were printed before it.</summary>
    internal static string Rule(FormatSection section, PaperTexts texts, int before) => section.Answer is { } answer
        ? section.Compulsory > 0
            ? texts.SectionWithCompulsory(texts.Questions(answer), Numbers(before, section.Compulsory, texts))
            : texts.SectionWithChoice(texts.Questions(answer))
        : texts.SectionOfAll;

    private static string WhatToAnswer(ExamFormat format, PaperTexts texts)
    {
        var whole = format.Sections.Where(s => s.Answer is null || s.Answer == s.Questions.Count).ToList();
        if (whole.Count == format.Sections.Count)
            return texts.AnswerAll;
        if (format.Sections is [{ Letter: null, Answer: { } some } only])
        {
            return only.Compulsory > 0
                ? texts.AnswerSomeWithCompulsory(texts.Questions(some), Numbers(0, only.Compulsory, texts))
                : texts.AnswerSome(texts.Questions(some));
        }

        List<string> parts = [];
        if (whole.Count > 0)
            parts.Add(texts.AllOf(whole.Count, texts.And(whole.Select(s => s.Letter!))));
        parts.AddRange(format.Sections.Except(whole).Select(s => texts.SomeOf(texts.Questions(s.Answer!.Value), s.Letter!)));
        return texts.Answer(texts.And(parts));
    }

    private static string Numbers(int before, int questions, PaperTexts texts) =>
        texts.And(Enumerable.Range(before + 1, questions).Select(n => $"{n}"));

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Brace();
}
