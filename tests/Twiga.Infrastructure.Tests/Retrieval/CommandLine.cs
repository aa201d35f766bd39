using System.Diagnostics;

namespace Twiga.Infrastructure.Tests.Retrieval;

/// <summary>The operators' command line as a process of its own, on the tests' database.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly Process _process;

    private CommandLine(Process process) => _process = process;

    public static CommandLine Start(EmbeddingServer? embedder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Twiga.Cli.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Twiga"] = Database.ConnectionString;
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        if (embedder is not null)
        {
            start.Environment["Embeddings__Url"] = embedder.Url;
            start.Environment["Embeddings__Model"] = "made";
            start.Environment["Embeddings__Dimensions"] = $"{EmbeddingServer.Dimensions}";
        }

        return new CommandLine(Process.Start(start)!);
    }

    /// <summary>As a power failure would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<(int Status, string Output, string Complaint)> EndAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        var complaint = _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await output, await complaint);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
