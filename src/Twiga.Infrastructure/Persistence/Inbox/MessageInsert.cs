using Npgsql;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Queue;

namespace Twiga.Infrastructure.Persistence;

/// <summary>Stores messages, each once, with one job for every teacher who has new ones.</summary>
internal static class MessageInsert
{
    /// <summary>The number of no post: says that jobs were put into the table.</summary>
    public const int Queued = -1;

    private const string QueuedText = "-1";

    // Ids follow the order of the rows, but the rows go in by wamid, and jobs by lane after all of them: so no two
    // transactions wait for each other in a circle. A post is left alone while one of its senders is not clear:
    // an id of hers is nobody's yet, or they belong to different teachers.
    private const string Sql =
        $"""
        with item as materialized (
          select nextval('inbound_messages_id_seq') as id, i.*
          from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) as i (
            post, wamid, phone, user_id, parent_id, kind, text, detail, about, media_id, mime_type, file_name,
            sent_at, received_at, state, payload, trace)),
        known as materialized (
          select i.*, coalesce(p.teacher_id, u.teacher_id, e.teacher_id) as teacher_id,
            $18 or (
              (i.phone is null or p.teacher_id is not null)
              and (i.user_id is null or u.teacher_id is not null)
              and (i.parent_id is null or e.teacher_id is not null)
              and coalesce(p.teacher_id <> u.teacher_id, false) is false
              and coalesce(p.teacher_id <> e.teacher_id, false) is false
              and coalesce(u.teacher_id <> e.teacher_id, false) is false) as is_clear
          from item i
          left join identities p on p.kind = 'Phone' and p.value = i.phone
          left join identities u on u.kind = 'UserId' and u.value = i.user_id
          left join identities e on e.kind = 'ParentUserId' and e.value = i.parent_id),
        unclear as materialized (select distinct post from known where not is_clear),
        stored as (
          insert into inbound_messages (id, wamid, teacher_id, kind, text, detail, about, media_id, mime_type,
            file_name, sent_at, received_at, state, payload)
          overriding system value
          select id, wamid, teacher_id, kind, text, detail, about, media_id, mime_type,
            file_name, sent_at, received_at, state, payload
          from known
          where not exists (select from unclear where unclear.post = known.post)
          order by wamid
          on conflict (wamid) do nothing
          returning id, teacher_id, state),
        mailbox as (
          select replace($21, $19, stored.teacher_id::text) as lane,
            replace($20, $19, stored.teacher_id::text) as payload,
            min(item.received_at) as received_at, min(item.trace) as trace
          from stored join item on item.id = stored.id
          where stored.state = 'Pending'
          group by stored.teacher_id),
        queued as (
          insert into jobs (kind, payload, lane, mailbox, state, run_at, deadline_seconds, attempts, created_at,
            trace_parent)
          select '{nameof(AnswerTeacher)}', payload, lane, lane, 'Waiting', received_at, $22, 0, received_at, trace
          from mailbox
          order by lane
          {JobInsert.OnConflict}
          returning 1)
        select post from unclear
        union all
        select {QueuedText} where exists (select from queued)
        """;

    // A job is made in the database, for teachers whom only the database knows: this id is replaced by theirs.
    private static readonly TeacherId Somebody = TeacherId.From(long.MaxValue);
    private static readonly QueuedJob Template = QueuedJob.For(new AnswerTeacher(Somebody), default);

    /// <param name="rows">Messages with the number of their post.</param>
    /// <param name="sendersAreClear">They were looked up and linked in this transaction.</param>
    public static NpgsqlBatchCommand Command(IReadOnlyList<MessageRow> rows, bool sendersAreClear) =>
        new NpgsqlBatchCommand(Sql)
            .Numbers(rows, r => r.Post)
            .Texts(rows, r => r.Message.Wamid)
            .Texts(rows, r => r.Message.Now().Phone)
            .Texts(rows, r => r.Message.Now().UserId)
            .Texts(rows, r => r.Message.Now().ParentUserId)
            .Texts(rows, r => r.Message.Kind.ToString())
            .Texts(rows, r => r.Message.Text)
            .Texts(rows, r => r.Message.Detail)
            .Texts(rows, r => r.Message.About)
            .Texts(rows, r => r.Message.MediaId)
            .Texts(rows, r => r.Message.MimeType)
            .Texts(rows, r => r.Message.FileName)
            .Times(rows, r => r.Message.SentAt)
            .Times(rows, r => r.ReceivedAt)
            .Texts(rows, r => StateOf(r.Message.Kind).ToString())
            .Texts(rows, r => r.Message.Payload)
            .Texts(rows, r => r.Trace)
            .One(sendersAreClear)
            .One(Somebody.ToString())
            .One(Template.Payload)
            .One(Template.Lane)
            .One(Template.DeadlineSeconds);

    // A reaction becomes feedback, a change of identity acts at once; everything else may want an answer.
    private static InboundState StateOf(InboundKind kind) => kind switch
    {
        InboundKind.Reaction => InboundState.Reacted,
        InboundKind.System => InboundState.Kept,
        _ => InboundState.Pending,
    };
}

internal sealed record MessageRow(int Post, ReceivedMessage Message, DateTimeOffset ReceivedAt, string? Trace);
