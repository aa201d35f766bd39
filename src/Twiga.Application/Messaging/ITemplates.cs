using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Messaging;

/// <summary>
/// The templates that were approved at WhatsApp: what may be said when a teacher has not written for a day. One that
/// WhatsApp refuses (paused, disabled, unknown, of other places) rests until WhatsApp accepts it, a day at most.
/// </summary>
public interface ITemplates
{
    /// <summary>Greets a teacher whom an operator let in; null where none is set.</summary>
    TemplateContent? Welcome(Language language);

    /// <summary>Reminds a quiet teacher; null where none is set.</summary>
    TemplateContent? Reminder(Language language);

    /// <summary>The code it was refused with at this instant or later; null where it was not, or was accepted since.</summary>
    Task<int?> RefusedSinceAsync(TemplateContent template, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>WhatsApp refused it; operators are told the first time.</summary>
    Task RefusedAsync(TemplateContent template, int code, CancellationToken cancellationToken);

    /// <summary>WhatsApp accepted it in a call that began at this instant.</summary>
    Task AcceptedAsync(TemplateContent template, DateTimeOffset begun, CancellationToken cancellationToken);
}
