using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Twiga.Application.Common;

namespace Twiga.Infrastructure.LanguageModels.Wire;

/// <summary>
/// Stands between Betalgo and the network: keeps the HTTP status of failures, ends attempts that take too long, and
/// mends what the library or a provider spoils in requests and answers.
/// </summary>
internal sealed class WireHandler(TimeSpan timeout, TimeProvider time, HttpMessageHandler network)
    : DelegatingHandler(network)
{
    private const long LargestAnswer = 16 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var tooLong = new CancellationTokenSource(timeout, time);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        try
        {
            await MendAsync(request, attempt.Token);
            var response = await base.SendAsync(request, attempt.Token);
            try
            {
                await response.Content.LoadIntoBufferAsync(LargestAnswer, attempt.Token);
                await ReadAsync(response, attempt.Token);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelUnavailableException($"No answer within {timeout.TotalSeconds:0} s.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new ModelUnavailableException("The connection failed.", inner: fault);
        }
    }

    private static async Task MendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is null)
            return;

        // A fresh JsonContent has no length and would go out chunked, which some providers refuse.
        using var body = JsonDocument.Parse(await request.Content.ReadAsByteArrayAsync(cancellationToken));
        request.Content = new ReadOnlyMemoryContent(WireRequest.Mended(body.RootElement, ToolText.OfThisCall))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
        };
    }

    private static async Task ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw WireFault.From((int)response.StatusCode, text, response.Headers.RetryAfter?.Delta);

        response.Content = new StringContent(
            WireResponse.Mend(Parse(text)).ToJsonString(WireRequest.Plain), null, "application/json");
    }

    private static JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject
                ?? throw new ModelUnavailableException("The answer is no JSON object.");
        }
        catch (JsonException)
        {
            throw new ModelUnavailableException("The answer is no JSON.");
        }
    }
}
