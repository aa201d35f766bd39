using System.Text.RegularExpressions;
using FluentValidation;
using Microsoft.Extensions.Options;
using Npgsql;
using Twiga.Application.Common;
using Twiga.Application.Onboarding;
using Twiga.Domain;
using Twiga.Infrastructure.Persistence.Embedded;

namespace Twiga.Cli.Host;

/// <summary>What an operator can mend, in sentences of his own language instead of the program's.</summary>
internal static partial class Faults
{
    /// <summary>A sentence for each fault; null where it is one of the program.</summary>
    public static IReadOnlyList<string>? Of(Exception exception) =>
        Said(exception) ?? (exception.InnerException is { } inner ? Of(inner) : null);

    /// <summary>What the parser says, without the names of types.</summary>
    public static string Plain(string parserSays) =>
        NoNumber().Replace(parserSays, "'$1' is no number; '$2' takes one.");

    private static IReadOnlyList<string>? Said(Exception exception) => exception switch
    {
        ValidationException refused => [.. refused.Errors.Select(e => e.ErrorMessage)],
        OptionsValidationException settings => [.. settings.Failures],
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn } =>
            ["The database's schema is older than this program: run 'database migrate'."],
        PostgresException refused => [$"The database refuses: {refused.MessageText}"],
        NpgsqlException away => [$"The database does not answer: {away.Message}"],
        HttpRequestException away => [$"Nobody answers: {away.Message}"],
        TimeoutException => ["Nobody answered in time."],
        InvalidOperationException { InnerException: FormatException or ArgumentException } malformed => [malformed.Message],
        DomainException or EmbeddedPostgresException or UsageException or FlowsRefusedException or ModelException
            or IOException or UnauthorizedAccessException => [exception.Message],
        _ => null,
    };

    [GeneratedRegex(@"Cannot parse argument '(.*)' for (?:command|option) '(.*)' as expected type '.*Int\d\d.*'\.")]
    private static partial Regex NoNumber();
}

/// <summary>What the operator typed does not fit together; the message says how it would.</summary>
internal sealed class UsageException(string message) : Exception(message);
