namespace Twiga.Infrastructure.Persistence.Embedded;

/// <summary>Why there is no embedded database, as one sentence for whoever started the process.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? cause = null) : Exception(message, cause);
