using Microsoft.Extensions.AI;

namespace Twiga.Application.Common;

/// <summary>Adds up what every model call costs between its start and its disposal, side calls of tools included.</summary>
public sealed class TokenTally : IDisposable
{
    private static readonly AsyncLocal<TokenTally?> Current = new();

    private readonly TokenTally? _outer = Current.Value;
    private long _input;
    private long _output;

    private TokenTally()
    {
    }

    public int Input => (int)Math.Min(int.MaxValue, Interlocked.Read(ref _input));

    public int Output => (int)Math.Min(int.MaxValue, Interlocked.Read(ref _output));

    public static TokenTally Start() => Current.Value = new TokenTally();

    public static void Add(UsageDetails usage)
    {
        for (var tally = Current.Value; tally is not null; tally = tally._outer)
        {
            Interlocked.Add(ref tally._input, usage.InputTokenCount ?? 0);
            Interlocked.Add(ref tally._output, usage.OutputTokenCount ?? 0);
        }
    }

    public void Dispose() => Current.Value = _outer;
}
