using System.Buffers;
using System.Text.Json;

namespace Twiga.Application.Messaging;

/// <summary>Cuts off what is nested deeper than anybody reads, so that the rest of a body can be read.</summary>
/// <remarks>A document's cost grows with the square of its depth; this pass does not.</remarks>
internal static class Shallow
{
    public const int Deepest = 1000;

    /// <summary>The body with null in the place of each value below the deepest level; null where it is no JSON.</summary>
    public static ReadOnlyMemory<byte>? Cut(ReadOnlySpan<byte> body)
    {
        var kept = new ArrayBufferWriter<byte>(body.Length);
        var copied = 0;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth < Deepest - 1
                    || reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
                    continue;

                kept.Write(body[copied..(int)reader.TokenStartIndex]);
                kept.Write("null"u8);
                reader.Skip();
                copied = (int)reader.BytesConsumed;
            }
        }
        catch (JsonException)
        {
            return null;
        }

        kept.Write(body[copied..]);
        return kept.WrittenMemory;
    }
}
