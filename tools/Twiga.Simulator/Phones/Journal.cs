using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Twiga.Simulator.Phones;

/// <summary>One line of what is kept: a teacher or a message as it now stands.</summary>
internal sealed record JournalLine(Teacher? Teacher = null, TalkMessage? Message = null, string? Forgotten = null);

/// <summary>Keeps the talks in a file of JSON lines, so that a restart shows them again.</summary>
internal sealed class Journal : IAsyncDisposable
{
    private readonly Channel<JournalLine?> _lines = Channel.CreateUnbounded<JournalLine?>();
    private readonly string? _path;
    private readonly Task _writing;

    public Journal(SimulatorOptions options)
    {
        if (options.DataDirectory is { } directory)
        {
            Directory.CreateDirectory(directory);
            _path = Path.Combine(directory, "talks.jsonl");
        }

        _writing = _path is null ? Task.CompletedTask : Task.Run(WriteAsync);
    }

    /// <summary>Reads what was kept; a line cut short by a crash is passed over.</summary>
    public IEnumerable<JournalLine> Read()
    {
        if (_path is null || !File.Exists(_path))
            yield break;
        foreach (var text in File.ReadLines(_path))
        {
            JournalLine? line;
            try
            {
                line = JsonSerializer.Deserialize<JournalLine>(text, Json.Options);
            }
            catch (JsonException)
            {
                continue;
            }

            if (line is not null)
                yield return line;
        }
    }

    public void Write(JournalLine line)
    {
        if (_path is not null)
            _lines.Writer.TryWrite(line);
    }

    /// <summary>Starts the file anew; what is still to be kept is written after it.</summary>
    public void Clear()
    {
        if (_path is not null)
            _lines.Writer.TryWrite(null);
    }

    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAsync()
    {
        while (await _lines.Reader.WaitToReadAsync())
        {
            var (text, anew) = (new StringBuilder(), false);
            while (_lines.Reader.TryRead(out var line))
            {
                if (line is null)
                    (text, anew) = (text.Clear(), true);
                else
                    text.Append(JsonSerializer.Serialize(line, Json.Options)).Append('\n');
            }

            await SaveAsync(text.ToString(), anew);
        }
    }

    private async Task SaveAsync(string text, bool anew)
    {
        if (!anew)
        {
            await File.AppendAllTextAsync(_path!, text);
            return;
        }

        await File.WriteAllTextAsync(_path + ".new", text);
        File.Move(_path + ".new", _path!, overwrite: true);
    }
}
