namespace Twiga.Infrastructure.LanguageModels;

/// <summary>
/// An OpenAI-compatible address, split as Betalgo wants it: the base keeps its trailing slash, or the last segment is
/// lost, and the version is never empty.
/// </summary>
internal sealed record ModelAddress(string BaseDomain, string ApiVersion)
{
    private static readonly string[] Endpoints = ["/chat/completions", "/embeddings"];

    public static string? WhatIsWrong(string url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")
            ? "is not an absolute http or https address"
            : uri.Query.Length > 0 || uri.Fragment.Length > 0
                ? "has a query or fragment; give what stands before /chat/completions"
                : null;

    public static ModelAddress Parse(string url)
    {
        var bare = url.Trim().TrimEnd('/');
        var endpoint = Endpoints.FirstOrDefault(e => bare.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        var uri = new Uri(endpoint is null ? bare : bare[..^endpoint.Length]);
        var segments = uri.AbsolutePath.Trim('/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        var host = uri.GetLeftPart(UriPartial.Authority) + "/";
        return segments.Length == 0
            ? new ModelAddress(host, ".")
            : new ModelAddress(host + string.Concat(segments[..^1].Select(s => s + "/")), segments[^1]);
    }
}
