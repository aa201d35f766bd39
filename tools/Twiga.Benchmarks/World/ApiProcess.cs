using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Twiga.Benchmarks.World;

/// <summary>The Api as a process of its own, built as this program was.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ApiProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public static async Task<ApiProcess> StartAsync(
        Uri address, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Twiga.Api.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", address.ToString()])
        {
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["Logging__LogLevel__Default"] = "Error";
        start.Environment["DOTNET_GCgen0size"] = "0x1000000"; // as ./twiga up sets it
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        var api = new ApiProcess(Process.Start(start)!, address);
        using var http = new HttpClient();
        while (!await IsReadyAsync(http, api, cancellationToken))
            await Task.Delay(100, cancellationToken);
        return api;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, ApiProcess api, CancellationToken cancellationToken)
    {
        if (api._process.HasExited)
            throw new InvalidOperationException($"The Api ended with {api._process.ExitCode}.");
        try
        {
            using var answer = await http.GetAsync(new Uri(api.Address, "/health/ready"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
