namespace Twiga.Application.Conversations;

/// <summary>The model's Markdown as WhatsApp shows it.</summary>
internal static class WhatsAppText
{
    public static string From(string markdown) => new BlockWriter(markdown).Write(MarkdownText.Parse(markdown));
}
