using System.Net.Http.Headers;
using System.Text.Json;
using Twiga.Simulator.Phones;

namespace Twiga.Api.Tests.World;

/// <summary>Sends pictures, voice notes and documents from a simulated phone.</summary>
internal static class PhoneMedia
{
    public static async Task<string> UploadAsync(this TestWorld world, byte[] content, string mimeType, string name)
    {
        using var http = new HttpClient { BaseAddress = world.Simulator.Address };
        using var part = new ByteArrayContent(content);
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(mimeType);
        using var form = new MultipartFormDataContent { { part, "file", name } };
        using var answer = await http.PostAsync(new Uri("phone/media", UriKind.Relative), form);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("id").GetString()!;
    }

    /// <summary>Returns the wamids once the Api has stored the messages.</summary>
    public static async Task<IReadOnlyList<string>> SendAsync(this TestWorld world, params Said[] said)
    {
        var wamids = await world.Phone.SayAsync(said, together: true);
        await Eventually.TrueAsync(
            async () => await world.CountAsync(
                $"select count(*) from inbound_messages where wamid in ({string.Join(',', wamids.Select(w => $"'{w}'"))})") == wamids.Count,
            () => $"A message was not stored.\n{world.Api.Output}");
        return wamids;
    }
}
