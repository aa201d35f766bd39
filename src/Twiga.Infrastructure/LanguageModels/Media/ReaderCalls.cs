using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.LanguageModels;

/// <summary>Calls to readers that speak OpenAI's protocol; what fails is thrown, and the queue tries again.</summary>
internal sealed class ReaderCalls(HttpClient http)
{
    public Task<JsonElement> PostAsync(
        ReaderOptions reader, string endpoint, HttpContent content, CancellationToken cancellationToken) =>
        ModelCall.MeasureAsync(
            endpoint.EndsWith("transcriptions", StringComparison.Ordinal) ? "transcription" : "vision",
            reader.Model,
            _ => AskAsync(reader, endpoint, content, cancellationToken));

    private async Task<JsonElement> AskAsync(
        ReaderOptions reader, string endpoint, HttpContent content, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(reader.TimeoutSeconds));
        using var request = new HttpRequestMessage(HttpMethod.Post, reader.Address(endpoint)) { Content = content };
        if (!string.IsNullOrWhiteSpace(reader.ApiKey))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", reader.ApiKey);

        using var response = await http.SendAsync(request, timeout.Token);
        if (!response.IsSuccessStatusCode)
            throw new ModelUnavailableException($"The reader answered with HTTP {(int)response.StatusCode}.");
        return await response.Content.ReadFromJsonAsync<JsonElement>(timeout.Token);
    }
}
