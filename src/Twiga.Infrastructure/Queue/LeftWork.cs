using Npgsql;
using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Queue;

internal sealed class LeftWork(NpgsqlDataSource source) : ILeftWork
{
    // a state at a time, as the indexes of the table are
    private const string Jobs =
        """
        with busy as (
          select lane from jobs where state = 'Waiting'
          union all select lane from jobs where state = 'Running'
          union all select lane from jobs where state = 'Dead')
        """;

    private const string Answers =
        $"""
        {Jobs}
        select distinct i.teacher_id from inbound_messages i
        where i.state = 'Pending' and i.received_at < $1 and i.medium <> 'Opening'
          and not exists (select from busy where lane = 'teacher:' || i.teacher_id)
          and not exists (
            select from inbound_messages m where m.teacher_id = i.teacher_id and m.state = 'Pending' and m.medium = 'Opening')
        """;

    private const string Sends =
        $"""
        {Jobs}
        select distinct o.teacher_id from outgoing_messages o
        where o.state in ('Waiting', 'Sending') and o.created_at < $1
          and not exists (select from busy where lane = 'send:' || o.teacher_id)
        """;

    private const string Media =
        $"""
        {Jobs}
        select i.teacher_id, i.id, i.wamid, i.file_id is not null from inbound_messages i
        where i.state = 'Pending' and i.medium = 'Opening' and i.received_at < $1
          and not exists (select from busy where lane = 'medium:' || i.id)
        """;

    public async Task<IReadOnlyList<IQueued>> FindAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var found = new List<IQueued>();
        await ReadAsync(Answers, r => found.Add(new AnswerTeacher(Teacher(r))));
        await ReadAsync(Sends, r => found.Add(new SendMessages(Teacher(r))));
        await ReadAsync(Media, r => found.Add(Medium(r)));
        return found;

        async Task ReadAsync(string sql, Action<NpgsqlDataReader> take)
        {
            await using var command = source.CreateCommand(sql);
            command.Parameters.Add(new() { Value = before });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                take(reader);
        }
    }

    private static TeacherId Teacher(NpgsqlDataReader row) => new(row.GetInt64(0));

    private static IQueued Medium(NpgsqlDataReader row)
    {
        var (teacher, message, wamid) = (Teacher(row), new InboundMessageId(row.GetInt64(1)), row.GetString(2));
        return row.GetBoolean(3)
            ? new ReadMedium(teacher, message, wamid)
            : new FetchMedium(teacher, message, wamid);
    }
}
