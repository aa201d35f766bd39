using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twiga.Tests;

/// <summary>WhatsApp's payloads and signatures in the folder shared beside the repository.</summary>
internal static class WhatsAppFixtures
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static string Folder { get; } = Find();

    public static IReadOnlyList<Payload> Payloads { get; } =
        JsonSerializer.Deserialize<Index>(File.ReadAllText(Path.Combine(Folder, "index.json")), Json)!.Payloads;

    public static IReadOnlyList<SignatureVector> Signatures { get; } =
        JsonSerializer.Deserialize<Vectors>(File.ReadAllText(Path.Combine(Folder, "signatures.json")), Json)!.All;

    public static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "fixtures", "whatsapp");
            if (File.Exists(Path.Combine(folder, "index.json")))
                return folder;
        }

        throw new DirectoryNotFoundException(
            "The folder shared/fixtures/whatsapp is missing: put shared beside the repository to run these tests.");
    }

    internal sealed record Payload(
        string File,
        string Kind,
        string Expect,
        bool? Answer,
        int Messages,
        int Statuses,
        int DistinctMessages,
        IReadOnlyDictionary<string, int> Outcome)
    {
        public int Outcomes(string treatment) => Outcome.TryGetValue(treatment, out var count) ? count : 0;

        public override string ToString() => File;
    }

    internal sealed record SignatureVector(
        string Name, string AppSecret, byte[] BodyBase64, string? Header, bool? Accepted, string Note)
    {
        public override string ToString() => Name;
    }

    private sealed record Index(IReadOnlyList<Payload> Payloads);

    private sealed record Vectors([property: JsonPropertyName("vectors")] IReadOnlyList<SignatureVector> All);
}
