using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Twiga.Benchmarks.Ingest;

/// <summary>Connections that each post again as soon as they are answered, with as little work of their own as can be.</summary>
internal static class Load
{
    private const int LongestAnswer = 16 * 1024;

    public static async Task<Measured> RunAsync(
        Target target, int connections, TimeSpan duration, CancellationToken cancellationToken)
    {
        var cost = target.Cost();
        var began = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(
            number => Task.Run(() => PostAsync(target, number, began, duration, cancellationToken), cancellationToken)));
        return new Measured([.. times.SelectMany(t => t)], Stopwatch.GetElapsedTime(began), target.Cost() - cost);
    }

    private static async Task<List<double>> PostAsync(
        Target target, int number, long began, TimeSpan duration, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        var random = new Random(number);
        var answer = new byte[LongestAnswer];
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, target.Port), cancellationToken);
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            var request = target.NextRequest(random);
            var sent = Stopwatch.GetTimestamp();
            await socket.SendAsync(request, cancellationToken);
            await AnsweredAsync(socket, answer, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        return times;
    }

    private static async Task AnsweredAsync(Socket socket, byte[] answer, CancellationToken cancellationToken)
    {
        for (var length = 0; ;)
        {
            var read = await socket.ReceiveAsync(answer.AsMemory(length), cancellationToken);
            if (read == 0)
                throw new IOException("The server closed the connection.");
            length += read;
            if (IsWhole(answer.AsSpan(0, length)))
                return;
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;
        if (!answer.StartsWith("HTTP/1.1 200"u8))
            throw new InvalidOperationException(Encoding.ASCII.GetString(answer[..head]));

        var at = answer.IndexOf("Content-Length: "u8) + "Content-Length: "u8.Length;
        var digits = answer[at..(at + answer[at..].IndexOf((byte)'\r'))];
        return answer.Length >= head + 4 + int.Parse(digits, CultureInfo.InvariantCulture);
    }
}

/// <summary>Milliseconds of every answer, how long it all took, and what it cost in processor time.</summary>
internal sealed record Measured(IReadOnlyList<double> Times, TimeSpan Elapsed, TimeSpan Cost)
{
    public double CostOfOne => Cost.TotalMilliseconds / Times.Count;

    public double PerSecond => Times.Count / Elapsed.TotalSeconds;

    public static Measured All(IReadOnlyList<Measured> rounds) =>
        new(
            [.. rounds.SelectMany(r => r.Times).Order()],
            TimeSpan.FromTicks(rounds.Sum(r => r.Elapsed.Ticks)),
            TimeSpan.FromTicks(rounds.Sum(r => r.Cost.Ticks)));
}
