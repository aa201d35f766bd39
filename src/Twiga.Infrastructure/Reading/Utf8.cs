using System.Text;

namespace Twiga.Infrastructure.Reading;

internal static class Utf8
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The text with \n line ends; names the line of the first byte that is not UTF-8.</summary>
    public static string Read(byte[] content)
    {
        try
        {
            return Strict.GetString(content).TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');
        }
        catch (DecoderFallbackException fault)
        {
            var line = content.AsSpan(0, Math.Clamp(fault.Index, 0, content.Length)).Count((byte)'\n') + 1;
            throw new UnreadableFileException($"line {line}: the text is not UTF-8.", fault);
        }
    }
}
