using System.Diagnostics;
using System.Text;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>A running typesetter.mjs: one line is said, one line is answered; null where it died.</summary>
internal sealed class NodeProcess : IDisposable
{
    private const string Script = "typesetter.mjs";
    private const string JavaScriptMemory = "--max-old-space-size=512";
    private readonly Process _process;

    private NodeProcess(Process process) => _process = process;

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Typesetting");

    public int Id => _process.Id;

    public bool IsDead => _process.HasExited;

    public long Megabytes
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.HasExited ? 0 : _process.WorkingSet64 >> 20;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    public static NodeProcess Start(string node, string packages)
    {
        var start = new ProcessStartInfo(node, [JavaScriptMemory, Path.Combine(Folder, Script), Path.GetFullPath(packages)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            WorkingDirectory = Folder,
        };
        // It is told nothing that it does not need: no secrets, no proxies, no options.
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new NodeProcess(process);
    }

    public async Task<string?> AskAsync(string line, CancellationToken cancellationToken)
    {
        try
        {
            await _process.StandardInput.WriteAsync($"{line}\n".AsMemory(), cancellationToken);
            await _process.StandardInput.FlushAsync(cancellationToken);
            return await ReadAsync(cancellationToken);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public async Task<string?> ReadAsync(CancellationToken cancellationToken) =>
        await _process.StandardOutput.ReadLineAsync(cancellationToken);

    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }

        _process.Dispose();
    }
}
