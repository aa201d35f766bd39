using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Common;

/// <summary>
/// The fixed texts of a module in one language, from the two resource files beside its class:
/// <c>NameTexts.English.resx</c> and <c>NameTexts.Swahili.resx</c>.
/// </summary>
public abstract class FixedTexts(Language language)
{
    private static readonly ConcurrentDictionary<(Type, Language), ResourceManager> Resources = new();

    /// <summary>The text of the property or method that calls this.</summary>
    protected string Text([CallerMemberName] string key = "") =>
        Resources.GetOrAdd((GetType(), language), Open).GetString(key, CultureInfo.InvariantCulture)
        ?? throw new MissingManifestResourceException($"{GetType().Name} has no {language} text '{key}'.");

    /// <summary>The text with its placeholders {0}, {1} … filled in.</summary>
    protected string Text(object?[] values, [CallerMemberName] string key = "") =>
        string.Format(CultureInfo.InvariantCulture, Text(key), values);

    private static ResourceManager Open((Type Texts, Language Language) of) =>
        new($"Twiga.Application.Common.Texts.{of.Texts.Name}.{of.Language}", of.Texts.Assembly);
}
