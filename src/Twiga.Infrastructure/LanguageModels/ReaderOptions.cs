using Microsoft.Extensions.Options;

namespace Twiga.Infrastructure.LanguageModels;

/// <summary>The sections <c>Transcription</c> and <c>Vision</c>: an OpenAI-compatible reader; without a URL there is none.</summary>
internal sealed class ReaderOptions
{
    public const string Transcription = "Transcription";
    public const string Vision = "Vision";

    public string? Url { get; set; }

    public string? ApiKey { get; set; }

    public string? Model { get; set; }

    public int TimeoutSeconds { get; set; } = 120;

    public bool IsSet => !string.IsNullOrWhiteSpace(Url);

    /// <summary>An address below the base, whose last part may be an endpoint already.</summary>
    public Uri Address(string endpoint)
    {
        var address = ModelAddress.Parse(Url!);
        return new Uri($"{address.BaseDomain}{(address.ApiVersion == "." ? "" : address.ApiVersion + "/")}{endpoint}");
    }
}

internal sealed class ReaderOptionsValidator(string section) : IValidateOptions<ReaderOptions>
{
    public ValidateOptionsResult Validate(string? name, ReaderOptions options)
    {
        if (name != section || !options.IsSet)
            return ValidateOptionsResult.Success;

        List<string> faults = [];
        if (ModelAddress.WhatIsWrong(options.Url!) is { } wrong)
            faults.Add($"{section}__Url {wrong}.");
        if (string.IsNullOrWhiteSpace(options.Model))
            faults.Add($"{section}__Model is missing: the name of the model at {section}__Url.");
        if (options.ApiKey?.Any(c => c is <= ' ' or > '~') == true)
            faults.Add($"{section}__ApiKey contains a space or a character that no key has.");
        if (options.TimeoutSeconds is < 1 or > 600)
            faults.Add($"{section}__TimeoutSeconds must be between 1 and 600.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
