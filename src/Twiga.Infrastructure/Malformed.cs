using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Twiga.Infrastructure;

/// <summary>Values that are not of their setting's type. A binder stops at the first; here each is told.</summary>
internal static class Malformed
{
    private const BindingFlags Settable = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;

    /// <summary>Their keys, and what each must be.</summary>
    public static IReadOnlyDictionary<string, string> In(IConfigurationSection section, Type type) =>
        Of(section, type).ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The section without them, so that the rest can be bound and checked.</summary>
    public static IConfigurationSection Without(IConfigurationSection section, Type type)
    {
        var malformed = In(section, type);
        return new ConfigurationBuilder()
            .AddInMemoryCollection(section.AsEnumerable().Where(value => !malformed.ContainsKey(value.Key)))
            .Build()
            .GetSection(section.Path);
    }

    private static IEnumerable<(string Key, string Fault)> Of(IConfigurationSection section, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Kind(type) is { } kind)
            return section.Value is not { } said || IsOf(type, said) ? [] : [(section.Path, $"must be {kind}")];
        if (type == typeof(string))
            return [];
        if (ItemOf(type) is { } item)
            return section.GetChildren().SelectMany(child => Of(child, item));
        return section.GetChildren().SelectMany(child =>
            type.GetProperty(child.Key, Settable) is { } property ? Of(child, property.PropertyType) : []);
    }

    private static string? Kind(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(int) || type == typeof(long) ? "a whole number"
        : type == typeof(float) || type == typeof(double) ? "a number"
        : null;

    private static bool IsOf(Type type, string said)
    {
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(said) is not null;
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or OverflowException)
        {
            return false;
        }
    }

    private static Type? ItemOf(Type type) => type.GetInterfaces().Append(type)
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .Select(i => i.GetGenericArguments()[0])
        .Select(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) ? i.GetGenericArguments()[1] : i)
        .FirstOrDefault();
}
