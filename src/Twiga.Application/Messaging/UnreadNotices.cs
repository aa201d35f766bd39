using Twiga.Domain.Messaging;

namespace Twiga.Application.Messaging;

/// <summary>What the program says about messages it can make no words of; each at most once in ten minutes.</summary>
internal static class UnreadNotices
{
    public static IEnumerable<Notice> For(IEnumerable<InboundMessage> messages) =>
        messages.Where(m => !m.IsRevoked).Select(For).OfType<Notice>().DistinctBy(n => n.Name);

    private static Notice? For(InboundMessage message) => message switch
    {
        { Kind: InboundKind.System or InboundKind.FlowReply or InboundKind.Reaction } or { Amends: true } => null,
        { HasMedium: true } => ForMedium(message),
        { Words: null } => Notice.CannotRead,
        _ => null,
    };

    private static Notice? ForMedium(InboundMessage message) => message.Medium switch
    {
        MediumState.Read or MediumState.OverQuota => null,
        MediumState.Gone => Notice.MediumGone,
        MediumState.TooBig => Notice.MediumTooBig,
        MediumState.Unreadable => Notice.MediumUnreadable,
        _ => message.Kind switch
        {
            InboundKind.Image => Notice.CannotSeePictures,
            InboundKind.Voice or InboundKind.Audio => Notice.CannotHear,
            InboundKind.Document => Notice.CannotReadDocument,
            _ => Notice.CannotWatch,
        },
    };
}
