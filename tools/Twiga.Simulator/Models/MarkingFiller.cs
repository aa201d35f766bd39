using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Twiga.Simulator.Models;

/// <summary>Marks by rules: a point is earned by the sentence of the answer that shares enough of its words.</summary>
internal static partial class MarkingFiller
{
    private const double All = 0.6, Half = 0.34;

    /// <summary>The filled shape; null where it is another.</summary>
    public static string? Fill(ChatRequest request) =>
        request.SchemaName == "marking_draft" ? Marked(request).ToJsonString(Json.Options) : null;

    private static JsonObject Marked(ChatRequest request)
    {
        var asked = request.Messages.First(m => m.Role == "user").Text;
        var swahili = request.Messages.Any(m => m.Role == "system" && m.Text.Contains("missing: Swahili", StringComparison.Ordinal));
        var parts = asked.Split("The learner's answer stands between the lines:");
        var answer = parts[^1].Trim('=', '\n', ' ', '\r');
        var sentences = SentenceEnd().Split(answer).Select(s => s.Trim()).Where(s => s.Length > 0).ToList();
        var points = Points(parts[0], request).ToList();
        var filled = points.Select(point =>
        {
            var best = sentences.Select(s => (Sentence: s, Share: Share(point.Text, s))).OrderByDescending(s => s.Share).FirstOrDefault();
            var earned = best.Share >= All ? point.Marks : best.Share >= Half ? Math.Floor(point.Marks) / 2 : 0;
            if (earned > 0)
                sentences.Remove(best.Sentence);
            return (point, earned, quote: earned > 0 ? best.Sentence : "");
        }).ToList();
        return new JsonObject
        {
            ["points"] = new JsonArray([.. filled.Select(f => new JsonObject
            {
                ["point"] = f.point.Text,
                ["marks"] = f.point.Marks,
                ["earned"] = f.earned,
                ["quote"] = f.quote,
                ["missing"] = f.earned < f.point.Marks ? (swahili ? "hoja hii haijaelezwa kikamilifu" : "this point is not fully said") : "",
            })]),
            ["feedback"] = swahili
                ? "Umejitahidi; soma tena hoja ambazo hazijakamilika."
                : "A good try; read again about the points that are not complete.",
        };
    }

    private static IEnumerable<(string Text, decimal Marks)> Points(string given, ChatRequest request)
    {
        var listed = Listed().Matches(given).Select(m => (m.Groups["text"].Value.Trim(), Number(m.Groups["marks"].Value))).ToList();
        if (listed.Count > 0)
            return listed;

        var most = Most().Match(request.Messages.First(m => m.Role == "system").Text) is { Success: true } match
            ? Number(match.Groups[1].Value) : 0;
        var lines = (Guide().Match(given) is { Success: true } guide
                ? guide.Groups[1].Value.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries)
                : [.. Quotes.Best(Asked().Match(given).Groups[1].Value, Quotes.Passages(given)).Sentences.Select(s => Marker().Replace(s, ""))])
            .Select(l => l.Trim(' ', '-', '.', '\r')).Where(l => l.Length > 0).ToList();
        if (lines.Count == 0)
            lines.Add(Asked().Match(given).Groups[1].Value);
        var each = most > 0 ? Math.Max(0.5m, Math.Ceiling(most / lines.Count * 2) / 2) : 1;
        return lines.Select(l => OfLine().Match(l) is { Success: true } own
            ? (l[..own.Index].Trim(' ', '(', ',', ':'), Number(own.Groups[1].Value)) : (l, each));
    }

    private static double Share(string point, string sentence)
    {
        var wanted = Words(point);
        return wanted.Count == 0 ? 0 : (double)wanted.Intersect(Words(sentence)).Count() / wanted.Count;
    }

    private static HashSet<string> Words(string text) =>
        [.. Vocabulary.Words(text).Where(w => !Vocabulary.IsEmpty(w)).Select(Vocabulary.Stem)];

    private static decimal Number(string said) =>
        said == "½" ? 0.5m : decimal.Parse(said.Replace("½", ".5", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d+\. (?<text>.*) \((?<marks>\d*½|\d+)\)\s*$", RegexOptions.Multiline)]
    private static partial Regex Listed();

    [GeneratedRegex(@"together they come to (\d*½|\d+) marks")]
    private static partial Regex Most();

    [GeneratedRegex(@"The teacher's marking guide:\n(.*)", RegexOptions.Singleline)]
    private static partial Regex Guide();

    [GeneratedRegex(@"^Question: (.*)$", RegexOptions.Multiline)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\(?\b(?:alama\s+)?(\d{1,2}(?:\.5)?|½)\s*(?:marks?)?\)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex OfLine();

    [GeneratedRegex(@"(?<=[.!?;\n])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s*\[\d+\]\s*$")]
    private static partial Regex Marker();
}
