using System.Text.Json.Nodes;
using Twiga.Simulator.Faults;
using Twiga.Simulator.Phones;
using Twiga.Simulator.Webhooks;

namespace Twiga.Simulator.Graph;

/// <summary>Posts what became of a message: sent, delivered, read or failed.</summary>
internal sealed class StatusReporter(
    Courier courier, Envelope envelope, Talks talks, FaultBoard faults, LiveFeed feed, TimeProvider clock)
{
    public void Report(string wamid, Teacher teacher, string? callbackId)
    {
        var wanted = faults.Statuses;
        if (!wanted.Posted)
            return;
        Post("sent", wamid, teacher, callbackId, wanted);
        if (wanted.FailCode is not null)
        {
            Post("failed", wamid, teacher, callbackId, wanted);
            return;
        }

        Post("delivered", wamid, teacher, callbackId, wanted);
        if (wanted.Read == "always" || (wanted.Read == "auto" && !feed.IsWatched))
            Post("read", wamid, teacher, callbackId, wanted);
    }

    /// <summary>The teacher has her talk open: everything in it is read.</summary>
    public void See(string teacherId)
    {
        var wanted = faults.Statuses;
        var teacher = talks.Find(teacherId);
        foreach (var message in talks.Read(teacher.Id))
        {
            if (message.ByTeacher || message.State is "read" or "failed")
                continue;
            if (wanted is { Posted: true, Read: not "never" })
                Post("read", message.Id, teacher, message.CallbackId, wanted);
            else
                talks.Change(message.Id, now => now with { State = "read" });
        }
    }

    private void Post(string status, string wamid, Teacher teacher, string? callbackId, StatusFaults wanted)
    {
        talks.Change(wamid, now => now.State is "failed" or "read" ? now : now with { State = status });
        var body = new JsonObject
        {
            ["id"] = wamid,
            ["status"] = status,
            ["timestamp"] = Envelope.Seconds(clock.GetUtcNow()),
        };
        if (teacher.ShowsPhone)
            body["recipient_id"] = teacher.Phone;
        if (teacher.ShowsUserId)
            body["recipient_user_id"] = teacher.UserId;
        if (callbackId is not null)
            body["biz_opaque_callback_data"] = callbackId;
        if (status == "failed")
            body["errors"] = new JsonArray(Error(wanted.FailCode ?? 131000));
        else
            body["pricing"] = new JsonObject
            {
                ["billable"] = true,
                ["pricing_model"] = "PMP",
                ["category"] = "service",
                ["type"] = "regular",
            };
        courier.Send(new Parcel("status/" + teacher.Id, "status", envelope.Status(teacher, body), wamid)
        {
            DelayMilliseconds = wanted.DelayMilliseconds,
        });
    }

    private static JsonObject Error(int code) => new()
    {
        ["code"] = code,
        ["title"] = GraphError.Title(code),
        ["message"] = GraphError.Title(code),
        ["error_data"] = new JsonObject { ["details"] = "Switched on in the simulator." },
    };
}
