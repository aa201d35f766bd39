using Microsoft.Extensions.Logging;

namespace Twiga.Infrastructure.Persistence.Embedded;

internal static partial class EmbeddedPostgresLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "PostgreSQL runs in {Folder}, process {ProcessId}")]
    public static partial void Started(this ILogger logger, string folder, int processId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Joined the PostgreSQL of {Folder}, process {ProcessId}")]
    public static partial void Joined(this ILogger logger, string folder, int processId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopped the PostgreSQL of {Folder}")]
    public static partial void Stopped(this ILogger logger, string folder);

    [LoggerMessage(Level = LogLevel.Error, Message = "PostgreSQL is gone and does not come back yet")]
    public static partial void CouldNotBringBack(this ILogger logger, Exception fault);
}
