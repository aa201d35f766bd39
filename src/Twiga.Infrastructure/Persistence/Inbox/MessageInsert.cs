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

    public const string QueuedText = "-1";

    // Ids follow the order of the rows, but the rows go in by wamid, and jobs by lane after all of them: so no two
    // transactions wait for each other in a circle. A message is left alone while its sender is not clear: an id of
    // hers is nobody's yet, or they belong to different teachers.
    private const string Items =
        """
        with item as materialized (
          select *, coalesce(by_phone, by_user, by_parent) as teacher_id,
            $18 or (coalesce(by_phone, by_user, by_parent) is not null
              and (phone is null or by_phone is not null)
              and (user_id is null or (by_user is not null and coalesce(by_phone = by_user, true)))
              and (parent_id is null or (by_parent is not null
                and coalesce(by_phone = by_parent, true) and coalesce(by_user = by_parent, true)))) as is_clear
          from (
            select nextval('inbound_messages_id_seq') as id, i.*,
              (select teacher_id from identities where kind = 'Phone' and value = phone) as by_phone,
              (select teacher_id from identities where kind = 'UserId' and value = user_id) as by_user,
              (select teacher_id from identities where kind = 'ParentUserId' and value = parent_id) as by_parent
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) as i (
              post, wamid, phone, user_id, parent_id, kind, text, detail, about, media_id, mime_type, file_name,
              sent_at, received_at, state, payload, trace)) as known),
        stored as (
          insert into inbound_messages (id, wamid, teacher_id, kind, text, detail, about, media_id, mime_type,
            file_name, sent_at, received_at, state, payload, trace_parent)
          overriding system value
          select id, wamid, teacher_id, kind, text, detail, about, media_id, mime_type,
            file_name, sent_at, received_at, state, payload, trace
          from item
        """;

    private const string Rest =
        $"""

          order by wamid
          on conflict (wamid) do nothing
          returning id, teacher_id, state),
        queued as (
          insert into jobs (kind, payload, lane, mailbox, state, run_at, deadline_seconds, attempts, created_at,
            trace_parent)
          select '{nameof(AnswerTeacher)}', replace($20, $19, stored.teacher_id::text),
            replace($21, $19, stored.teacher_id::text), replace($21, $19, stored.teacher_id::text),
            'Waiting', min(received_at), $22, 0, min(received_at), min(trace)
          from stored join item using (id)
          where stored.state = 'Pending'
          group by stored.teacher_id
          order by 3
          {JobInsert.OnConflict}
          returning 1)
        select post from item where not is_clear
        union all
        select {QueuedText} where exists (select from queued)
        """;

    private const string OfPostsOfOne = Items + " where is_clear" + Rest;

    // A post of several messages is stored as a whole or left alone as a whole.
    private const string OfPostsOfSeveral =
        Items + " where not exists (select from item other where other.post = item.post and not other.is_clear)" + Rest;

    // A job is made in the database, for teachers whom only the database knows: this id is replaced by theirs.
    private static readonly TeacherId Somebody = TeacherId.From(long.MaxValue);
    private static readonly QueuedJob Template = QueuedJob.For(new AnswerTeacher(Somebody), default);

    /// <param name="rows">Messages with the number of their post.</param>
    /// <param name="sendersAreClear">They were looked up and linked in this transaction.</param>
    public static NpgsqlBatchCommand Command(IReadOnlyList<MessageRow> rows, bool sendersAreClear) =>
        new NpgsqlBatchCommand(HasPostOfSeveral(rows) ? OfPostsOfSeveral : OfPostsOfOne)
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

    private static bool HasPostOfSeveral(IReadOnlyList<MessageRow> rows)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i].Post == rows[i - 1].Post)
                return true;
        }

        return false;
    }

    // A reaction becomes feedback, a change of identity acts at once; everything else may want an answer.
    private static InboundState StateOf(InboundKind kind) => kind switch
    {
        InboundKind.Reaction => InboundState.Reacted,
        InboundKind.System => InboundState.Kept,
        _ => InboundState.Pending,
    };
}

internal sealed record MessageRow(int Post, ReceivedMessage Message, DateTimeOffset ReceivedAt, string? Trace);
