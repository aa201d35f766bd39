using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twiga.Tests;

/// <summary>Envelopes of the Flow data endpoint in the folder shared beside the repository.</summary>
internal static class FlowFixtures
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static string Folder { get; } = Find();

    public static IReadOnlyList<FlowVector> Vectors { get; } = Read("vectors.json");

    public static IReadOnlyList<FlowVector> Refused { get; } = Read("refused.json");

    private static IReadOnlyList<FlowVector> Read(string file) =>
        JsonSerializer.Deserialize<Vector>(File.ReadAllText(Path.Combine(Folder, file)), Json)!.All;

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "fixtures", "flows");
            if (File.Exists(Path.Combine(folder, "vectors.json")))
                return folder;
        }

        throw new DirectoryNotFoundException(
            "The folder shared/fixtures/flows is missing: put shared beside the repository to run these tests.");
    }

    internal sealed record FlowVector(
        string Name,
        string Key,
        string? KeyPassword,
        JsonElement RequestBody,
        string DecryptedText,
        string ResponseText,
        string EncryptedResponse,
        int? ExpectStatus)
    {
        public string KeyFile => Path.Combine(Folder, Key);

        public byte[] Body => JsonSerializer.SerializeToUtf8Bytes(RequestBody);

        public override string ToString() => Name;
    }

    private sealed record Vector([property: JsonPropertyName("vectors")] IReadOnlyList<FlowVector> All);
}
