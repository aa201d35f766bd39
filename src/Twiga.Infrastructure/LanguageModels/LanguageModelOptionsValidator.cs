using Microsoft.Extensions.Options;

namespace Twiga.Infrastructure.LanguageModels;

internal sealed class LanguageModelOptionsValidator : IValidateOptions<LanguageModelOptions>
{
    public ValidateOptionsResult Validate(string? name, LanguageModelOptions options)
    {
        List<string> faults = [.. Of("LanguageModel", options)];
        if (options.Url is not null && string.IsNullOrWhiteSpace(options.Model))
            faults.Add("LanguageModel__Model is missing: the name of the model at LanguageModel__Url.");

        foreach (var (fallback, index) in options.Fallbacks.Select((f, i) => (f, i)))
        {
            var at = $"LanguageModel__Fallbacks__{index}";
            faults.AddRange(Of(at, fallback));
            if (string.IsNullOrWhiteSpace(fallback.Url))
                faults.Add($"{at}__Url is missing.");
            if (string.IsNullOrWhiteSpace(fallback.Model))
                faults.Add($"{at}__Model is missing.");
        }

        foreach (var (use, settings) in options.Uses)
        {
            var at = $"LanguageModel__Uses__{use}";
            faults.AddRange(Of(at, settings));
            if (string.IsNullOrWhiteSpace(settings.Url) && string.IsNullOrWhiteSpace(options.Url))
                faults.Add($"{at}__Url is missing, and so is LanguageModel__Url.");
            if (settings.Url is not null && string.IsNullOrWhiteSpace(settings.Model))
                faults.Add($"{at}__Model is missing: the name of the model at {at}__Url.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Of(string at, ModelSettings settings)
    {
        if (settings.Url is not null && ModelAddress.WhatIsWrong(settings.Url) is { } wrong)
            yield return $"{at}__Url {wrong}.";
        if (settings.Temperature is < 0 or > 2)
            yield return $"{at}__Temperature is not between 0 and 2.";
        if (settings.ApiKey?.Any(c => c is <= ' ' or > '~') == true)
            yield return $"{at}__ApiKey contains a space or a character that no key has.";
    }
}
