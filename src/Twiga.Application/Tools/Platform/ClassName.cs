using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twiga.Application.Tools;

/// <summary>The display name of a class as the model says it; in the schema, one of the teacher's own classes.</summary>
[JsonConverter(typeof(ClassNameConverter))]
public sealed record ClassName(string Value)
{
    public override string ToString() => Value;
}

internal sealed class ClassNameConverter : JsonConverter<ClassName>
{
    public override ClassName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new ClassName(reader.GetString()!) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, ClassName value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
