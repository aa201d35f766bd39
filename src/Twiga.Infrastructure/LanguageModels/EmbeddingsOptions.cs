using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Twiga.Infrastructure.LanguageModels;

/// <summary>The section <c>Embeddings</c>; without a URL there are none and retrieval is by words alone.</summary>
internal sealed class EmbeddingsOptions
{
    public const string Section = "Embeddings";

    public string? Url { get; set; }

    public string? ApiKey { get; set; }

    public string? Model { get; set; }

    [Range(1, 4_000, ErrorMessage = "must be between {1} and {2}.")]
    public int Dimensions { get; set; } = 1024;

    public string QueryPrefix { get; set; } = "";

    public string PassagePrefix { get; set; } = "";

    [Range(1, 600, ErrorMessage = "must be between {1} and {2}.")]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>How many requests with passages the provider allows; 0 for as many as it answers.</summary>
    [Range(0, 100_000, ErrorMessage = "must be between {1} and {2}.")]
    public int RequestsPerMinute { get; set; }
}

internal sealed class EmbeddingsOptionsValidator : IValidateOptions<EmbeddingsOptions>
{
    public ValidateOptionsResult Validate(string? name, EmbeddingsOptions options)
    {
        if (options.Url is null)
            return ValidateOptionsResult.Success;

        List<string> faults = [];
        if (ModelAddress.WhatIsWrong(options.Url) is { } wrong)
            faults.Add($"Embeddings__Url {wrong}.");
        if (string.IsNullOrWhiteSpace(options.Model))
            faults.Add("Embeddings__Model is missing: the name of the embedder at Embeddings__Url.");
        if (options.ApiKey?.Any(c => c is <= ' ' or > '~') == true)
            faults.Add("Embeddings__ApiKey contains a space or a character that no key has.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
