using System.Text;
using System.Text.Json.Nodes;
using MediatR;
using Twiga.Application.Common;
using Twiga.Application.Teachers;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>Sends a teacher everything that is held on her, as a document she can read.</summary>
public sealed record SendHerRecords(TeacherId Teacher) : IQueued
{
    public string Lane => $"teacher:{Teacher}";

    public string Mailbox => $"records:{Teacher}";
}

internal sealed class SendHerRecordsHandler(IMediator mediator, IFiles files, IMessages messages, TimeProvider clock)
    : AsyncRequestHandler<SendHerRecords>
{
    protected override async Task Handle(SendHerRecords request, CancellationToken cancellationToken)
    {
        var records = await mediator.Send(new ExportTeacher(request.Teacher), cancellationToken);
        var language = Enum.Parse<Language>((string)records["teachers"]![0]!["language"]!);
        var texts = new RecordTexts(language);
        var day = DarEsSalaam.At(clock.GetUtcNow()).ToString("yyyy-MM-dd");
        var file = await files.KeepAsync(
            request.Teacher,
            texts.FileName(day),
            "text/plain",
            Encoding.UTF8.GetBytes(Readable(texts.Heading(day), records)),
            cancellationToken);
        messages.Tell(request.Teacher, "Records", [file.AsDocument(texts.Caption)]);
    }

    private static string Readable(string heading, JsonObject records)
    {
        // an editor on a phone knows by the mark that it is UTF-8
        var text = new StringBuilder("\uFEFF").AppendLine(heading);
        foreach (var (table, rows) in records)
        {
            if (rows is not JsonArray { Count: > 0 } some)
                continue;

            text.AppendLine().AppendLine($"=== {Name(table)} ({some.Count}) ===");
            foreach (var row in some.OfType<JsonObject>())
            {
                foreach (var (column, value) in row.Where(c => c.Value is not null))
                    text.AppendLine($"{Name(column)}: {value}");
                text.AppendLine();
            }
        }

        return text.ToString();
    }

    private static string Name(string name) => name.Replace('_', ' ');
}
