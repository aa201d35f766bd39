using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Twiga.Domain.Messaging;

namespace Twiga.Infrastructure.LanguageModels;

/// <summary>Writes down what a voice note says, in the language it was spoken in (POST …/audio/transcriptions).</summary>
internal sealed class Transcriber(ReaderCalls calls, IOptionsMonitor<ReaderOptions> options)
{
    // names of subjects and the mix of languages, which a model hears better when it expects them
    private const string Hint =
        "A teacher in Tanzania speaks Swahili, English or both about lessons: "
        + "Biology, Jiografia, Hisabati, Form 2, Kidato cha pili";

    public bool IsSet => Reader.IsSet;

    private ReaderOptions Reader => options.Get(ReaderOptions.Transcription);

    public async Task<string> ReadAsync(KeptFile file, CancellationToken cancellationToken)
    {
        using var part = new ByteArrayContent(file.Content);
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(file.MimeType);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Reader.Model!), "model" },
            { new StringContent("json"), "response_format" },
            { new StringContent(Hint), "prompt" },
            { part, "file", $"voice.{Extension(file.MimeType)}" },
        };
        var answer = await calls.PostAsync(Reader, "audio/transcriptions", form, cancellationToken);
        return answer.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "";
    }

    // the interface tells the format by the name's ending
    private static string Extension(string mimeType) => mimeType.Split(';')[0].Trim() switch
    {
        "audio/mpeg" => "mp3",
        "audio/mp4" or "audio/aac" => "m4a",
        "audio/amr" => "amr",
        _ => "ogg",
    };
}
