using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.WhatsApp;

internal sealed partial class Templates(
    IOptions<WhatsAppOptions> options, NpgsqlDataSource source, TimeProvider clock, ILogger<Templates> logger) : ITemplates
{
    private const string Look =
        "select code from refused_templates where name = $1 and language_code = $2 and refused_at >= $3";

    private const string ForgetOld = "delete from refused_templates where refused_at < $1";

    // only the row that is new has no xmax
    private const string Refuse =
        """
        insert into refused_templates (name, language_code, code, refused_at) values ($1, $2, $3, $4)
        on conflict (name, language_code) do update set code = excluded.code, refused_at = excluded.refused_at
        returning xmax = 0
        """;

    private const string Accept =
        "delete from refused_templates where name = $1 and language_code = $2 and refused_at < $3";

    private static readonly TimeSpan RestsAtMost = TimeSpan.FromDays(1);

    public TemplateContent? Welcome(Language language) => Named(options.Value.WelcomeTemplate, language);

    public TemplateContent? Reminder(Language language) => Named(options.Value.ReminderTemplate, language);

    public async Task<int?> RefusedSinceAsync(
        TemplateContent template, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var look = source.CreateCommand(Look);
        Add(look.Parameters, template.Name, template.LanguageCode, since.UtcDateTime);
        return (int?)await look.ExecuteScalarAsync(cancellationToken);
    }

    public async Task RefusedAsync(TemplateContent template, int code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var old = source.CreateCommand(ForgetOld);
        Add(old.Parameters, (now - RestsAtMost).UtcDateTime);
        await old.ExecuteNonQueryAsync(cancellationToken);

        await using var refuse = source.CreateCommand(Refuse);
        Add(refuse.Parameters, template.Name, template.LanguageCode, code, now.UtcDateTime);
        if ((bool)(await refuse.ExecuteScalarAsync(cancellationToken))!)
            Refused(template.Name, template.LanguageCode, code);
    }

    public async Task AcceptedAsync(TemplateContent template, DateTimeOffset begun, CancellationToken cancellationToken)
    {
        await using var accept = source.CreateCommand(Accept);
        Add(accept.Parameters, template.Name, template.LanguageCode, begun.UtcDateTime);
        if (await accept.ExecuteNonQueryAsync(cancellationToken) > 0)
            Accepted(template.Name, template.LanguageCode);
    }

    private TemplateContent? Named(string? name, Language language) => string.IsNullOrWhiteSpace(name)
        ? null
        : new TemplateContent(name, language == Language.Swahili
            ? options.Value.SwahiliTemplateLanguage
            : options.Value.EnglishTemplateLanguage);

    private static void Add(NpgsqlParameterCollection parameters, params ReadOnlySpan<object> values)
    {
        foreach (var value in values)
            parameters.Add(new NpgsqlParameter { Value = value });
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Template {Name} in {Language} is refused with code {Code}: it rests, one message an hour tries it; an operator has to look")]
    private partial void Refused(string name, string language, int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Template {Name} in {Language} is accepted again")]
    private partial void Accepted(string name, string language);
}
