using System.Text.RegularExpressions;

namespace Twiga.Domain.Exams;

/// <summary>A learner's answer without the sentences that speak to whoever marks it: these earn nothing.</summary>
internal sealed partial class LearnersWords(string answer)
{
    private const double Enough = 0.8;
    private const int FewWords = 3;

    private readonly List<Wording> _sentences =
        [.. Sentence().Split(answer).Where(s => !ToTheMarker().IsMatch(s)).Select(s => new Wording(s))];

    /// <summary>Whether the words stand in the answer, as they are or nearly so.</summary>
    public bool Hold(string quote)
    {
        var wanted = new Wording(quote);
        if (wanted.Plain.Length == 0 || ToTheMarker().IsMatch(quote))
            return false;

        var all = new Wording(string.Join(' ', _sentences.Select(s => s.Plain)));
        return all.Holds(wanted) || (wanted.Count >= FewWords && wanted.ShareIn(all) >= Enough);
    }

    public static bool Same(string one, string other) => new Wording(one).Plain == new Wording(other).Plain;

    [GeneratedRegex(@"(?<=[.!?;\n])\s*(?=\S)")]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"\b(?:ignore|disregard|forget)\b.{0,40}\b(?:above|previous|instructions?|guide|rules|everything)\b|\b(?:new|your|my)\s+instructions?\b|\bsystem prompt\b|" +
        @"\b(?:award|give|grant|deserves?|gets?|full|maximum|all)\b.{0,40}\bmarks?\b|\bmarks?\b.{0,20}\b(?:to|for) (?:me|this|everything)\b|" +
        @"\bmark\b.{0,30}\b(?:correct|right)\b|\bteacher\b.{0,30}\bmarks?\b|\bpuuza\b|\bmaelekezo (?:mapya|yako)\b|" +
        @"\b(?:nipe|nipatie|toa|apewe|mpe|wape|weka)\b.{0,40}\b(?:alama|maksi)\b|\balama (?:zote|kamili)\b|\bmaksi zote\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex ToTheMarker();
}
