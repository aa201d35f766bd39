using Twiga.Simulator.Control;

namespace Twiga.Simulator;

/// <summary>A simulator that was started inside another process.</summary>
public sealed class RunningSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;

    internal RunningSimulator(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.First());
        Client = new SimulatorClient(Address);
    }

    /// <summary>The Graph API stands at this address, the model at <see cref="ModelAddress"/>.</summary>
    public Uri Address { get; }

    public Uri ModelAddress => new(Address, "/v1");

    public SimulatorClient Client { get; }

    /// <summary>Raised at once for every call that the Graph API has taken down.</summary>
    public event Action<GraphCall>? GraphCalled
    {
        add => _app.Services.GetRequiredService<Ledger>().Graph.Added += value;
        remove => _app.Services.GetRequiredService<Ledger>().Graph.Added -= value;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
