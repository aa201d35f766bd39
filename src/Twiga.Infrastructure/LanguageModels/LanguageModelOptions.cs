using System.ComponentModel.DataAnnotations;

namespace Twiga.Infrastructure.LanguageModels;

/// <summary>The section <c>LanguageModel</c> (docs/operating.md).</summary>
internal sealed class LanguageModelOptions : ModelSettings
{
    public const string Section = "LanguageModel";

    [Range(16, 1_000_000, ErrorMessage = "must be between {1} and {2}.")]
    public int? MaxOutputTokens { get; set; }

    [Range(1, 600, ErrorMessage = "must be between {1} and {2}.")]
    public int TimeoutSeconds { get; set; } = 60;

    [Range(1, 32, ErrorMessage = "must be between {1} and {2}.")]
    public int MaxToolRounds { get; set; } = 8;

    [Range(2_000, 2_000_000, ErrorMessage = "must be between {1} and {2}.")]
    public int ContextTokens { get; set; } = 16_000;

    /// <summary>Calls that one piece of work, such as an exam paper, may have under way.</summary>
    [Range(1, 64, ErrorMessage = "must be between {1} and {2}.")]
    public int ConcurrentCalls { get; set; } = 8;

    public IList<ModelSettings> Fallbacks { get; } = [];

    public IDictionary<string, ModelSettings> Uses { get; } =
        new Dictionary<string, ModelSettings>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>One model: where it is, the key to it and its name there.</summary>
internal class ModelSettings
{
    public string? Url { get; set; }

    public string? ApiKey { get; set; }

    public string? Model { get; set; }

    public float? Temperature { get; set; }
}
