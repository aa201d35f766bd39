using System.CommandLine;
using Twiga.Application.Teachers;
using Twiga.Cli.Host;
using Twiga.Domain.Teachers;

namespace Twiga.Cli.Teachers;

internal static class TeacherCommands
{
    private static readonly Option<TeacherState?> State = new("--state") { Description = "Only those in this state." };

    public static Command All() => new("teachers", "Who may talk with Twiga.")
    {
        AddTeachers.Command(),
        Verb.Create("list", "Lists teachers.", [State], ListAsync),
    };

    private static async Task<int> ListAsync(Call call, CancellationToken cancellationToken)
    {
        var teachers = await call.Workplace.SendAsync(new ListTeachers(call.Get(State)), cancellationToken);
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
