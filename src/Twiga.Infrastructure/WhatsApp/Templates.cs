using Microsoft.Extensions.Options;
using Twiga.Application.Messaging;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.WhatsApp;

internal sealed class Templates(IOptions<WhatsAppOptions> options) : ITemplates
{
    public TemplateContent? Welcome(Language language) => Named(options.Value.WelcomeTemplate, language);

    public TemplateContent? Reminder(Language language) => Named(options.Value.ReminderTemplate, language);

    private TemplateContent? Named(string? name, Language language) => string.IsNullOrWhiteSpace(name)
        ? null
        : new TemplateContent(name, language == Language.Swahili
            ? options.Value.SwahiliTemplateLanguage
            : options.Value.EnglishTemplateLanguage);
}
