using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>The templates that were approved at WhatsApp: what may be said when a teacher has not written for a day.</summary>
public interface ITemplates
{
    /// <summary>Greets a teacher whom an operator let in; null where none is set.</summary>
    TemplateContent? Welcome(Language language);

    /// <summary>Reminds a quiet teacher; null where none is set.</summary>
    TemplateContent? Reminder(Language language);
}
