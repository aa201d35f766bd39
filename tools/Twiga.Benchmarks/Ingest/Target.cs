using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Twiga.Benchmarks.Ingest;

/// <summary>A server under load, with the distinct signed webhooks it gets.</summary>
internal sealed class Target(Uri address, int messages, Func<TimeSpan> cost)
{
    public const int Teachers = 10_000;
    public const string AppSecret = "benchmark-app-secret";

    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(AppSecret);
    private static int number;

    /// <summary>Processor time that the server and the database have taken so far.</summary>
    public Func<TimeSpan> Cost => cost;

    public int Port => address.Port;

    public static string Phone(int teacher) => string.Create(CultureInfo.InvariantCulture, $"25573{teacher:0000000}");

    /// <summary>A whole HTTP request, such as no one has sent before.</summary>
    public byte[] NextRequest(Random random)
    {
        var items = Enumerable.Range(0, messages).Select(_ => Message(Phone(random.Next(Teachers))));
        var body = Encoding.UTF8.GetBytes(
            $$$"""
            {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"255700000100","phone_number_id":"106540352242922"},"messages":[{{{string.Join(',', items)}}}]}}]}]}
            """);
        var head = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST /webhooks HTTP/1.1\r\nHost: 127.0.0.1:{address.Port}\r\nContent-Type: application/json\r\n" +
            $"Content-Length: {body.Length}\r\n" +
            $"X-Hub-Signature-256: sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Secret, body))}\r\n\r\n"));
        return [.. head, .. body];
    }

    private static string Message(string phone) =>
        $$$"""
        {"from":"{{{phone}}}","id":"wamid.HBgMMjU1NzAwMDAwMDAxFQIAEhgUM0FT{{{Interlocked.Increment(ref number):00000000000}}}A==","timestamp":"1795338000","type":"text","text":{"body":"Naomba mazoezi ya Jiografia kidato cha pili kuhusu mawimbi ya bahari na kupwa na kujaa kwa maji"}}
        """;
}
