using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Twiga.Infrastructure.Persistence;

/// <summary>What a fault while storing says: about the database, about the moment, or about what was to be stored.</summary>
internal static class Refusals
{
    /// <summary>What is behind the exceptions that Entity Framework wraps around it.</summary>
    public static Exception Cause(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is NpgsqlException)
                return cause;
        }

        return fault;
    }

    /// <summary>The database cannot be reached, or is going down or coming up.</summary>
    public static bool IsAway(Exception fault) => Cause(fault) is PostgresException refused
        ? Class(refused) is "08" or "53" or "57" or "58" or "XX"
        : Cause(fault) is NpgsqlException;

    /// <summary>Somebody else wrote at the same moment; the same again may succeed.</summary>
    public static bool IsOfTheMoment(Exception fault) =>
        fault is DbUpdateConcurrencyException || Cause(fault) is PostgresException refused && refused.SqlState is
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
        or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation
        or PostgresErrorCodes.LockNotAvailable;

    /// <summary>PostgreSQL, or the driver, will never take these values.</summary>
    public static bool IsOfTheValues(Exception fault) => Cause(fault) switch
    {
        PostgresException refused => Class(refused) is "22" or "23" or "54",
        ArgumentException or InvalidCastException => true,
        _ => false,
    };

    /// <summary>Any text as one that PostgreSQL takes.</summary>
    public static string Storable(string text) =>
        string.Concat(text.EnumerateRunes()).Replace('\0', (char)Rune.ReplacementChar.Value);

    private static string Class(PostgresException refused) => refused.SqlState[..2];
}
