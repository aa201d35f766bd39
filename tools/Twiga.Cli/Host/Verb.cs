using System.CommandLine;
using FluentValidation;
using Microsoft.Extensions.Options;
using Npgsql;
using Twiga.Application.Common;
using Twiga.Application.Onboarding;
using Twiga.Domain;
using Twiga.Infrastructure.Persistence.Embedded;

namespace Twiga.Cli.Host;

/// <summary>One verb of the command line; what an operator can mend ends in a sentence and status 1.</summary>
internal static class Verb
{
    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON for machines." };

    public static Command Create(
        string name, string description, IEnumerable<Symbol> takes, Func<Call, CancellationToken, Task<int>> act,
        bool withDatabase = true)
    {
        var command = new Command(name, description) { Json };
        foreach (var symbol in takes)
        {
            if (symbol is Option option)
                command.Options.Add(option);
            else
                command.Arguments.Add((Argument)symbol);
        }

        command.SetAction((parsed, cancellationToken) => ActAsync(parsed, act, withDatabase, cancellationToken));
        return command;
    }

    private static async Task<int> ActAsync(
        ParseResult parsed, Func<Call, CancellationToken, Task<int>> act, bool withDatabase,
        CancellationToken cancellationToken)
    {
        try
        {
            await using var workplace = await Workplace.OpenAsync(withDatabase, cancellationToken);
            return await act(new Call(parsed, workplace), cancellationToken);
        }
        catch (ValidationException refused)
        {
            foreach (var fault in refused.Errors)
                await Console.Error.WriteLineAsync(fault.ErrorMessage);
            return 1;
        }
        catch (OptionsValidationException settings)
        {
            foreach (var fault in settings.Failures)
                await Console.Error.WriteLineAsync(fault);
            return 1;
        }
        catch (Exception exception) when (exception is DomainException or EmbeddedPostgresException or NpgsqlException
            or UsageException or FlowsRefusedException or ModelException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return exception is UsageException ? 2 : 1;
        }
    }
}

/// <summary>What the operator typed does not fit together; the message says how it would.</summary>
internal sealed class UsageException(string message) : Exception(message);
