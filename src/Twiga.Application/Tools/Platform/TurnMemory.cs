using Twiga.Application.Common;
using Twiga.Application.Curriculum;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Tools;

/// <summary>A passage and its number in the turn.</summary>
public sealed record NumberedPassage(int Number, FoundPassage Passage);

/// <summary>A tool by its name, and the class it was asked about where the call named one.</summary>
internal sealed record CalledTool(string Tool, string? Class);

/// <summary>What the tool calls of one turn share; they run side by side.</summary>
internal sealed class TurnMemory(TeacherId teacher, Language language, IReadOnlyList<SchoolClass> classes, int toolTokens)
{
    private readonly Lock _gate = new();
    private readonly List<NumberedPassage> _passages = [];
    private readonly HashSet<(string, string)> _calls = [];
    private readonly List<CalledTool> _called = [];
    private readonly SortedDictionary<(int Round, int Call), TurnContext> _finished = [];
    private int _tokens = toolTokens;

    public TeacherId Teacher { get; } = teacher;

    public Language Language { get; } = language;

    public IReadOnlyList<SchoolClass> Classes { get; } = classes;

    /// <summary>Earlier messages that she replies to, beside what stands in the talk above.</summary>
    public IReadOnlyList<string> Quoted { get; init; } = [];

    public IReadOnlyList<NumberedPassage> Passages => Locked(() => _passages.ToList());

    /// <summary>What the model called, in order, whatever came of it.</summary>
    public IReadOnlyList<CalledTool> Called => Locked(() => _called.ToList());

    /// <summary>Attachments of the calls that succeeded, in the order of the calls.</summary>
    public IReadOnlyList<OutgoingContent> Attachments =>
        Locked(() => _finished.Values.SelectMany(t => t.Attachments).ToList());

    public IReadOnlyList<IQueued> FollowUps => Locked(() => _finished.Values.SelectMany(t => t.FollowUps).ToList());

    public IReadOnlyList<string> Remarks =>
        Locked(() => _finished.Values.SelectMany(t => t.Remarks).Distinct().ToList());

    /// <summary>Next steps of the last call that offers any; WhatsApp shows three.</summary>
    public IReadOnlyList<ReplyButton> Offers =>
        Locked(() => _finished.Values.LastOrDefault(t => t.Offers.Count > 0)?.Offers.Take(3).ToList() ?? []);

    public string? Kept => Locked(() => string.Join("\n", _finished.Values.SelectMany(t => t.Kept))) is { Length: > 0 } all
        ? all
        : null;

    /// <summary>The progress words of the last tool that succeeded.</summary>
    public string? Progress { get; private set; }

    internal IReadOnlyList<NumberedPassage> Number(IEnumerable<FoundPassage> passages) => Locked(() =>
    {
        var numbered = new List<NumberedPassage>();
        foreach (var passage in passages)
        {
            var known = _passages.Find(p => p.Passage.Id == passage.Id);
            if (known is null)
                _passages.Add(known = new NumberedPassage(_passages.Count + 1, passage));
            numbered.Add(known);
        }

        return numbered;
    });

    internal bool IsFirst(string tool, string arguments) => Locked(() => _calls.Add((tool, arguments)));

    internal void Note(CalledTool call) => Locked(() =>
    {
        _called.Add(call);
        return true;
    });

    internal void Succeeded((int Round, int Call) place, TurnContext call, string? progress) => Locked(() =>
    {
        _finished[place] = call;
        Progress = progress;
        return true;
    });

    /// <summary>As much of a result as the turn's budget for results still holds.</summary>
    internal string Fit(string result) => Locked(() =>
    {
        var fitting = Tokens.Cut(result, Math.Max(_tokens, 0));
        _tokens -= Tokens.Count(fitting);
        return fitting.Length == result.Length ? result : fitting + "\n(The rest did not fit; answer with what you have.)";
    });

    private T Locked<T>(Func<T> work)
    {
        lock (_gate)
            return work();
    }
}
