using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Twiga.Simulator.Models;

/// <summary>Reads what a plain wish for a plan, a scheme, marking or an earlier document says beside its tool.</summary>
internal static partial class Wishes
{
    /// <summary>The value of an argument; null where this reads none and the general rules may.</summary>
    public static JsonNode? Argument(string tool, string name, string text, string? className) => (tool, name) switch
    {
        ("create_lesson_plan", "topic") => Topic(text) is { Length: > 0 } topic ? topic : null,
        ("create_lesson_plan", "minutes") => Figure(Minutes(), text),
        ("create_lesson_plan", "periods") => DoublePeriod().IsMatch(text) ? 2 : Figure(Periods(), text),
        ("create_scheme_of_work", "weeks") => Figure(Weeks(), text),
        ("create_scheme_of_work", "periods_per_week") => Figure(Periods(), text),
        ("create_scheme_of_work", "left_out") => LeftOut(text),
        ("mark_answers", "question") => Labelled("question", text),
        ("mark_answers", "answer") => Labelled("answer", text),
        ("mark_answers", "marking_guide") => Labelled("guide", text),
        ("mark_answers", "marks") => Figure(Marks(), text),
        ("mark_answers", "class") => className,
        ("find_my_documents", "kind") => Kind(text),
        ("find_my_documents", "class") => Level().IsMatch(text) ? className : null,
        ("find_my_documents", "topic") => Topic(text) is { Length: > 0 } topic ? topic : null,
        ("find_my_documents", "as_word") => Word().IsMatch(text) ? true : null,
        _ => null,
    };

    private static string Topic(string text)
    {
        if (About().Match(text) is not { Success: true } about)
            return "";
        var words = Asides().Replace(about.Groups[1].Value, " ");
        return Spaces().Replace(ForClass().Replace(words, " "), " ").Trim(' ', ',', '.', ';', '?', '!');
    }

    private static JsonNode? Figure(Regex regex, string text) => regex.Match(text) is { Success: true } match
        ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture)
        : null;

    private static JsonArray? LeftOut(string text)
    {
        var weeks = TakenWeek().Matches(text).Select(m => new JsonObject
        {
            ["week"] = int.Parse(m.Groups["n"].ValueSpan, CultureInfo.InvariantCulture),
            ["reason"] = m.Groups["why"].Value.Trim() is { Length: > 0 } why ? char.ToUpperInvariant(why[0]) + why[1..] : "–",
        }).ToList();
        return weeks.Count == 0 ? null : new JsonArray([.. weeks]);
    }

    private static string? Labelled(string part, string text)
    {
        var labels = Labels().Matches(text).ToList();
        var at = labels.FindIndex(label => label.Groups[part].Success);
        if (at < 0)
            return null;
        var end = at + 1 < labels.Count ? labels[at + 1].Index : text.Length;
        return text[(labels[at].Index + labels[at].Length)..end].Trim();
    }

    private static string? Kind(string text) => text.ToLowerInvariant() switch
    {
        var t when t.Contains("marking scheme") || t.Contains("mwongozo") => "marking_scheme",
        var t when t.Contains("plan") || t.Contains("andalio") => "lesson_plan",
        var t when t.Contains("scheme") || t.Contains("azimio") => "scheme_of_work",
        var t when t.Contains("exam") || t.Contains("mtihani") => "exam_paper",
        _ => null,
    };

    [GeneratedRegex(@"\b(?:on|about|covering|kuhusu|juu\s+ya)\s+([^\n]+)", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    [GeneratedRegex(
        @"[,;]?\s*\b(?:for\s+|ya\s+|kwa\s+|wa\s+)?(?:\d+\s*(?:minutes|min|periods?|weeks)|(?:dakika|dk|vipindi|wiki)\s+\d+|" +
        @"(?:a\s+)?double\s+period|vipindi\s+viwili)\b|\b(?:please|tafadhali|plz|again|tena|as\s+a?\s*word.*)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Asides();

    [GeneratedRegex(
        @"[,;]?\s*\b(?:for|in|ya|la|kwa|wa)\s+(?:my\s+)?(?:\p{L}+\s+){0,2}?(?:form|kidato|standard|std|darasa|drs|class)\b(?:\s+(?:cha|la))?\s*\p{L}*\d*",
        RegexOptions.IgnoreCase)]
    private static partial Regex ForClass();

    [GeneratedRegex(@"\b(?<n>\d{2,3})\s*(?:minutes|min)\b|\b(?:dakika|dk)\s+(?<n>\d{2,3})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"\bdouble\s+(?:period|lesson)|\bvipindi\s+viwili\b", RegexOptions.IgnoreCase)]
    private static partial Regex DoublePeriod();

    [GeneratedRegex(@"\b(?<n>\d{1,2})\s+periods?\b|\bvipindi\s+(?<n>\d{1,2})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Periods();

    [GeneratedRegex(@"\b(?<n>\d{1,2})\s+weeks\b|\bwiki\s+(?<n>\d{1,2})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Weeks();

    [GeneratedRegex(
        @"\b(?:week|wiki\s+ya)\s+(?<n>\d{1,2})\s+(?:(?:is|are|ni)\s+)?(?:(?:for|kwa\s+ajili\s+ya|ya)\s+)?(?:the\s+|a\s+)?(?<why>[\p{L}][\p{L} -]*?)(?=\s+(?:and|na)\s+(?:week|wiki)|[,;.\n]|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex TakenWeek();

    [GeneratedRegex(@"\b(?<n>\d{1,2})\s+marks?\b|\balama\s+(?<n>\d{1,2})\b|\bout\s+of\s+(?<n>\d{1,2})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Marks();

    [GeneratedRegex(
        @"\b(?:(?<question>question|swali)|(?<guide>(?:marking\s+)?guide|mwongozo(?:\s+wa\s+usahihishaji)?)|" +
        @"(?<answer>(?:student'?s?\s+|learner'?s?\s+)?answer|jibu(?:\s+la\s+mwanafunzi)?))\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Labels();

    [GeneratedRegex(@"\b(?:form|kidato|standard|std|darasa|drs)\b|\b[fk][1-6]\b", RegexOptions.IgnoreCase)]
    private static partial Regex Level();

    [GeneratedRegex(@"\b(?:word|docx)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
