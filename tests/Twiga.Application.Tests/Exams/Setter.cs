using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Twiga.Application.Common;

namespace Twiga.Application.Tests.Exams;

/// <summary>A model that sets sound questions, each unlike the others, and goes wrong where it is told to.</summary>
internal sealed class Setter(int before = 0) : IChatClient, ILanguageModels
{
    private readonly Lock _gate = new();
    private readonly List<(string Shape, Func<string, string?> Spoil, int Times)> _faults = [];
    private int _calls = before;

    public List<(string Shape, string Words)> Asked { get; } = [];

    public int MostAtOnce { get; private set; }

    public ModelLimits Limits { get; set; } = new();

    private int UnderWay { get; set; }

    public IChatClient For(string use) => this;

    /// <summary>The next answers in a shape are spoilt; null is a refusal in plain words.</summary>
    public Setter Spoils(string shape, Func<string, string?> how, int times = 1)
    {
        _faults.Add((shape, how, times));
        return this;
    }

    public int CallsFor(string shape) => Asked.Count(a => a.Shape == shape);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var shape = ((ChatResponseFormatJson)options!.ResponseFormat!).SchemaName!;
        var words = string.Join("\n\n", messages.Select(m => m.Text));
        Func<string, string?>? spoil = null;
        int number;
        lock (_gate)
        {
            number = ++_calls;
            Asked.Add((shape, words));
            MostAtOnce = Math.Max(MostAtOnce, ++UnderWay);
            var at = _faults.FindIndex(f => f.Shape == shape && f.Times > 0);
            if (at >= 0)
            {
                spoil = _faults[at].Spoil;
                _faults[at] = _faults[at] with { Times = _faults[at].Times - 1 };
            }
        }

        await Task.Yield();
        var sound = JsonSerializer.Serialize(Draft(shape, number, words));
        TokenTally.Add(new UsageDetails { InputTokenCount = 100, OutputTokenCount = 10 });
        lock (_gate)
            UnderWay--;
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, spoil is null ? sound : spoil(sound) ?? "I am sorry, I cannot help with that."));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    // words that no two calls share
    private static string W(int number, int word) =>
        string.Create(CultureInfo.InvariantCulture, $"w{(number * 50) + word}");

    private static string Ask(int n, int at) => $"{W(n, at)} {W(n, at + 1)} {W(n, at + 2)} {W(n, at + 3)}";

    private static object Draft(string shape, int n, string words) => shape switch
    {
        "choice_draft" => new
        {
            items = Enumerable.Range(0, 2).Select(i => new
            {
                stem = $"Which is {Ask(n, i * 10)}?",
                options = Enumerable.Range(4, 4).Select(o => W(n, (i * 10) + o)),
                right = "B",
            }),
        },
        "matching_draft" => new
        {
            pairs = Enumerable.Range(0, 2).Select(i => new { a = Ask(n, i * 10), b = W(n, (i * 10) + 5) }),
            others = new[] { W(n, 40) },
        },
        "parts_draft" => new
        {
            opening = "",
            parts = Enumerable.Range(0, 2).Select(i => new
            {
                question = $"Explain {Ask(n, i * 10)}.",
                marks = 2,
                points = new[] { new { answer = W(n, (i * 10) + 5), marks = 1 }, new { answer = W(n, (i * 10) + 6), marks = 1 } },
                parts = Array.Empty<object>(),
            }),
        },
        "essay_draft" => new
        {
            question = $"Discuss {Ask(n, 0)}.",
            introduction = "Meaning",
            points = Enumerable.Range(5, 4).Select(p => W(n, p)),
            conclusion = "Importance",
        },
        _ => new
        {
            questions = System.Text.RegularExpressions.Regex.Matches(words, @"^Question (\d+)$", System.Text.RegularExpressions.RegexOptions.Multiline)
                .Select(m => new { number = int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture), answer = "", sound = true, fault = "" }),
        },
    };
}
