using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using MediatR;
using Twiga.Application.Messaging;
using Twiga.Application.Teachers;
using Twiga.Cli.Host;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.WhatsApp;

namespace Twiga.Cli.Teachers;

internal static class TeacherCommands
{
    private const int LongestId = 6;

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string States = string.Join(", ", Enum.GetNames<TeacherState>());

    private static readonly Option<string?> State = new("--state") { Description = $"Only those in this state: {States}." };

    private static readonly Argument<string> Who = new("teacher")
    {
        Description = "Her id in the list, or her phone number.",
    };

    public static Command All() => new("teachers", "Who may talk with Twiga.")
    {
        AddTeachers.Command(),
        Verb.Create("list", "Lists teachers.", [State], ListAsync),
        Verb.Create("approve", "Lets a teacher in who waits for it.", [Who], (call, cancellationToken) =>
            ActAsync(call, id => new ApproveTeacher(id), "is approved", cancellationToken)),
        Verb.Create("block", "Shuts a teacher out.", [Who], (call, cancellationToken) =>
            ActAsync(call, id => new BlockTeacher(id), "is blocked", cancellationToken)),
        Verb.Create("unblock", "Lets a blocked teacher back to where she was.", [Who], (call, cancellationToken) =>
            ActAsync(call, id => new UnblockTeacher(id), "is unblocked", cancellationToken)),
        Verb.Create("export", "Prints all that is held on a teacher as JSON.", [Who], ExportAsync),
        Verb.Create("delete", "Deletes all that is held on a teacher.", [Who], (call, cancellationToken) =>
            ActAsync(call, id => new DeleteTeacher(id), "is deleted with all that was held on her", cancellationToken)),
    };

    private static async Task<int> ActAsync(
        Call call, Func<TeacherId, IRequest<Unit>> request, string what, CancellationToken cancellationToken)
    {
        var id = await FindAsync(call, cancellationToken);
        await call.Workplace.SendAsync(request(id), cancellationToken);
        return call.Done(new { id = id.Value }, $"Teacher {id} {what}.");
    }

    private static async Task<int> ExportAsync(Call call, CancellationToken cancellationToken)
    {
        var id = await FindAsync(call, cancellationToken);
        var records = await call.Workplace.SendAsync(new ExportTeacher(id), cancellationToken);
        Console.WriteLine(records.ToJsonString(Readable));
        return 0;
    }

    private static Task<TeacherId> FindAsync(Call call, CancellationToken cancellationToken)
    {
        var said = call.Get(Who)!;
        if (string.IsNullOrWhiteSpace(said))
            throw new UsageException("Give her id in 'teachers list', or her phone number.");

        return call.Workplace.SendAsync(
            new FindTeacher(said.Trim().Length > LongestId && !said.Contains('.') ? PhoneNumber.Digits(said) : said),
            cancellationToken);
    }

    private static TeacherState? StateOf(string? said)
    {
        if (said is null)
            return null;

        return Enum.TryParse<TeacherState>(said, ignoreCase: true, out var state) && Enum.IsDefined(state)
            && !char.IsAsciiDigit(said[0])
                ? state
                : throw new UsageException($"'{said}' is no state; there are {States}.");
    }

    private static async Task<int> ListAsync(Call call, CancellationToken cancellationToken)
    {
        var teachers = await call.Workplace.SendAsync(new ListTeachers(StateOf(call.Get(State))), cancellationToken);
        return call.Table(
            teachers,
            ("id", t => t.Id.ToString()),
            ("name", t => t.Name),
            ("state", t => t.State.ToString()),
            ("language", t => t.Language.ToString()),
            ("known as", t => string.Join(", ", t.Identities)),
            ("classes", t => string.Join(", ", t.Classes)),
            ("last message", t => t.LastMessageAt?.ToString("yyyy-MM-dd HH:mm")));
    }
}
