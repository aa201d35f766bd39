using System.Reflection;
using System.Text.RegularExpressions;
using Twiga.Infrastructure;

namespace Twiga.Api.Tests.Operators;

/// <summary>Every setting there is, by the name that the environment knows it under.</summary>
internal static partial class SettingNames
{
    // what has no section of its own name, or is no property
    private static readonly Dictionary<string, string[]> Special = new()
    {
        ["DatabaseOptions"] = ["ConnectionStrings__Twiga", "Database__MigrateOnStart", "Twiga__DataDirectory", "Twiga__SeedSamples", "Twiga__SampleTeachers"],
        ["TelemetryOptions"] = ["OTEL_EXPORTER_OTLP_ENDPOINT"],
    };

    public static IReadOnlySet<string> All { get; } = Find().ToHashSet();

    /// <summary>The names in a text.</summary>
    public static IEnumerable<string> In(string text) => Name().Matches(text).Select(m => m.Value).Distinct();

    private static IEnumerable<string> Find() =>
        from type in typeof(OperatorsOptions).Assembly.GetTypes()
        where type.Name.EndsWith("Options", StringComparison.Ordinal) && type is { IsClass: true, IsNested: false }
        from name in Special.GetValueOrDefault(type.Name) ?? Of(type)
        select name;

    private static IEnumerable<string> Of(Type type) =>
        from section in Sections(type)
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite || property.PropertyType.IsGenericType
        select $"{section.Replace(":", "__")}__{property.Name}";

    // one class may serve several sections, each named by a constant
    private static IEnumerable<string> Sections(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(f => f is { IsLiteral: true } && f.FieldType == typeof(string))
        .Select(f => (string)f.GetRawConstantValue()!);

    [GeneratedRegex(@"\b(?:[A-Z][A-Za-z]+(?:__[A-Z][A-Za-z]+)+|OTEL_EXPORTER_OTLP_ENDPOINT)\b")]
    private static partial Regex Name();
}
