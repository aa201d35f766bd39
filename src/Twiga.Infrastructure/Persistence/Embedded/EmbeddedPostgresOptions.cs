using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Twiga.Infrastructure.Persistence.Embedded;

internal sealed record EmbeddedPostgresOptions
{
    public string Database { get; init; } = "twiga";

    /// <summary>A folder with <c>bin/initdb</c>; without it the usual places are searched.</summary>
    public string? Programs { get; init; }

    /// <summary>Server settings on top of Twiga's own, for tests that need no durability.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Whether a server that dies is brought back; looked at on the machine's clock, as a process has no other.</summary>
    public bool Watch { get; init; } = true;

    public ILogger Logger { get; init; } = NullLogger.Instance;
}
