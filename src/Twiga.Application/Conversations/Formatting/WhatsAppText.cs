using Twiga.Application.Documents;

namespace Twiga.Application.Conversations;

/// <summary>The model's Markdown as WhatsApp shows it.</summary>
internal static class WhatsAppText
{
    public static string From(string markdown) => Read(markdown).Text;

    /// <summary>The same with the formulas in it, so that a long text is not cut through one.</summary>
    public static FormattedText Read(string markdown)
    {
        var held = HeldText.From(markdown);
        var text = new BlockWriter(held.Markdown).Write(MarkdownText.Parse(held.Markdown));
        return held.Release(text);
    }
}
