using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twiga.Application.Common;
using Twiga.Application.Messaging;
using Twiga.Domain;
using Twiga.Domain.Messaging;

namespace Twiga.Infrastructure.WhatsApp;

/// <summary>Meta's Graph API for one number; it never repeats a call, the queue does.</summary>
internal sealed partial class CloudApi(
    HttpClient http, IFiles files, IOptions<WhatsAppOptions> options, ILogger<CloudApi> logger) : IWhatsApp
{
    public async Task<SendOutcome> SendAsync(
        OutgoingMessage message, Addressee addressee, CancellationToken cancellationToken)
    {
        using var span = SendSpan.Begin(message);
        return span.Ended(await TryAsync(message, addressee, cancellationToken));
    }

    private async Task<SendOutcome> TryAsync(
        OutgoingMessage message, Addressee addressee, CancellationToken cancellationToken)
    {
        try
        {
            message.Content.Check();
            var body = MessageJson.For(message, addressee, await UploadAsync(message.Content, cancellationToken));
            using var response = await PostAsync(body, cancellationToken);
            return response.IsSuccessStatusCode
                ? new SendOutcome.Accepted(await WamidOfAsync(response, cancellationToken))
                : await RefusedAsync(response, cancellationToken);
        }
        catch (DomainException broken)
        {
            return new SendOutcome.Refused(Refusal.NotSendable, broken.Message);
        }
        catch (GraphRefusal refusal)
        {
            return new SendOutcome.Refused(refusal.Code, refusal.Message);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new SendOutcome.NotReached();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException
            || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Unclear(message.Id.Value, exception.GetType().Name);
            return new SendOutcome.Unclear();
        }
    }

    public async Task ShowTypingAsync(string wamid, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["status"] = "read",
            ["message_id"] = wamid,
            ["typing_indicator"] = new JsonObject { ["type"] = "text" },
        };
        using var response = await PostAsync(body, cancellationToken);
    }

    private async Task<HttpResponseMessage> PostAsync(JsonObject body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("messages"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.AccessToken);
        request.Content = JsonContent.Create(body);
        return await http.SendAsync(request, cancellationToken);
    }

    private async Task<string?> UploadAsync(OutgoingContent content, CancellationToken cancellationToken) =>
        content switch
        {
            ImageContent image => await UploadAsync(image.File, MediumKind.Image, cancellationToken),
            DocumentContent document => await UploadAsync(document.File, MediumKind.Document, cancellationToken),
            _ => null,
        };

    private async Task<string> UploadAsync(KeptFileId id, MediumKind kind, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(id, cancellationToken) is not { } file)
            throw new GraphRefusal(Refusal.MediumGone, $"The file {id} was deleted.");

        file.FitFor(kind);
        using var part = new ByteArrayContent(file.Content);
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(file.MimeType);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("whatsapp"), "messaging_product" },
            { part, "file", file.Name },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("media")) { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.AccessToken);
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw await GraphRefusal.ReadAsync(response, cancellationToken);

        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.GetProperty("id").ToString();
    }

    private static async Task<string> WamidOfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.GetProperty("messages")[0].GetProperty("id").ToString();
    }

    private static async Task<SendOutcome> RefusedAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var refusal = await GraphRefusal.ReadAsync(response, cancellationToken);
        return new SendOutcome.Refused(refusal.Code, refusal.Message);
    }

    private Uri Address(string edge)
    {
        var o = options.Value;
        return new Uri($"{o.GraphUrl.TrimEnd('/')}/{o.ApiVersion}/{o.PhoneNumberId}/{edge}");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It is not known whether message {Id} was accepted: {Fault}")]
    private partial void Unclear(long id, string fault);
}
