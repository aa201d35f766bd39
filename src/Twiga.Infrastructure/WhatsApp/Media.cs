using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Twiga.Application.Messaging;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>Resolves a media id to an address that lives five minutes, and fetches from there, both with the token.</summary>
internal sealed class Media(HttpClient http, IOptions<WhatsAppOptions> options) : IMedia
{
    private const int NoSuchObject = 100;
    private const int Retries = 1;

    public async Task<FetchedMedium> FetchAsync(string mediaId, long mostBytes, CancellationToken cancellationToken)
    {
        for (var tries = 0; ; tries++)
        {
            if (await ResolveAsync(mediaId, cancellationToken) is not { } medium)
                return new FetchedMedium.Gone();
            if (medium.Size > mostBytes)
                return new FetchedMedium.TooBig();

            using var response = await GetAsync(medium.Address, cancellationToken);
            // the address lapsed between the two calls: a new one is asked for
            if (response.StatusCode == HttpStatusCode.NotFound && tries < Retries)
                continue;

            response.EnsureSuccessStatusCode();
            return await ReadAsync(response, medium, mostBytes, cancellationToken);
        }
    }

    private async Task<Resolved?> ResolveAsync(string mediaId, CancellationToken cancellationToken)
    {
        var o = options.Value;
        var address = $"{o.GraphUrl.TrimEnd('/')}/{o.ApiVersion}/{Uri.EscapeDataString(mediaId)}";
        using var response = await GetAsync(
            new Uri($"{address}?phone_number_id={o.PhoneNumberId}"), cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return null;
        if (response.StatusCode == HttpStatusCode.BadRequest)
        {
            var refusal = await GraphRefusal.ReadAsync(response, cancellationToken);
            return refusal.Code == NoSuchObject ? null : throw refusal;
        }

        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return new Resolved(
            new Uri(answer.GetProperty("url").GetString()!),
            Text(answer, "mime_type"),
            Text(answer, "sha256"),
            long.TryParse(Text(answer, "file_size"), out var size) ? size : 0);
    }

    private static async Task<FetchedMedium> ReadAsync(
        HttpResponseMessage response, Resolved medium, long mostBytes, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var content = new MemoryStream();
        var piece = new byte[81_920];
        for (int count; (count = await stream.ReadAsync(piece, cancellationToken)) > 0;)
        {
            if (content.Length + count > mostBytes)
                return new FetchedMedium.TooBig();
            content.Write(piece, 0, count);
        }

        var bytes = content.ToArray();
        if (medium.Hash is { } hash && !string.Equals(hash, Convert.ToHexString(SHA256.HashData(bytes)), StringComparison.OrdinalIgnoreCase))
            throw new IOException("A medium arrived with another hash than WhatsApp told.");
        return new FetchedMedium.Fetched(bytes, medium.MimeType);
    }

    private async Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.AccessToken);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static string? Text(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;

    private sealed record Resolved(Uri Address, string? MimeType, string? Sha256, long Size)
    {
        // Meta tells it as hex here; another form says nothing
        public string? Hash => Sha256 is { Length: 64 } hex && hex.All(char.IsAsciiHexDigit) ? hex : null;
    }
}
