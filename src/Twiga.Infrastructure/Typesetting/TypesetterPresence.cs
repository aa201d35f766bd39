using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twiga.Infrastructure.Persistence;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>Whether this machine can make PDF files and pictures; says once, at start, when it cannot.</summary>
internal sealed partial class TypesetterPresence(
    IOptions<TypesetterOptions> settings, IOptions<DatabaseOptions> data, ILogger<TypesetterPresence> logger)
    : IHostedService
{
    private readonly Lazy<string?> _missing = new(() => Find(settings.Value.Node, Folder(settings.Value, data.Value)));

    public string Packages => Folder(settings.Value, data.Value);

    /// <summary>What is not there; null where nothing is missing.</summary>
    public string? Missing => _missing.Value;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (Missing is { } missing)
            LogMissing(missing);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Folder(TypesetterOptions settings, DatabaseOptions data) =>
        settings.Packages ?? Path.Combine(data.DataDirectory, "typesetter");

    private static string? Find(string node, string packages)
    {
        var places = node.Contains(Path.DirectorySeparatorChar)
            ? [node]
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .SelectMany(p => new[] { Path.Combine(p, node), Path.Combine(p, node + ".exe") });
        return !places.Any(File.Exists) ? "Node.js (18 or later)"
            : !Directory.Exists(Path.Combine(packages, "node_modules")) ? $"node_modules in {packages}"
            : null;
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Documents go out as Word files and formulas as text: {Missing} is missing here; './twiga up' installs it")]
    private partial void LogMissing(string missing);
}
