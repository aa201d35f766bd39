using System.Net;
using System.Text;
using Twiga.Api.Tests.Webhooks;

namespace Twiga.Api.Tests.World;

/// <summary>A signed webhook with one text, posted as Meta would, over a balancer that knows both processes.</summary>
internal static class MetaPost
{
    public static byte[] Text(TestWorld world, string teacher, string wamid, string text) => Encoding.UTF8.GetBytes(
        $$"""
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
          "messaging_product":"whatsapp","metadata":{"phone_number_id":"{{world.Settings["WhatsApp__PhoneNumberId"]}}"},
          "contacts":[{"wa_id":"{{teacher}}"}],
          "messages":[{"from":"{{teacher}}","id":"{{wamid}}","timestamp":"{{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}}",
            "type":"text","text":{"body":"{{text}}"} }] } }] }] }
        """);

    /// <summary>Null where nobody listened there or the connection broke.</summary>
    public static async Task<HttpStatusCode?> ToAsync(this HttpClient http, Uri api, byte[] body, string secret, string? trace = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, "/webhooks"));
        request.Content = new ByteArrayContent(body);
        request.Headers.Add("X-Hub-Signature-256", WebhookHost.Sign(body, secret));
        if (trace is not null)
            request.Headers.Add("traceparent", trace);
        try
        {
            using var answer = await http.SendAsync(request);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
