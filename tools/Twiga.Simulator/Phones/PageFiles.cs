using System.Reflection;
using System.Security.Cryptography;

namespace Twiga.Simulator.Phones;

/// <summary>Gives out the phone page, which travels inside the program.</summary>
internal static class PageFiles
{
    private const string Prefix = "page/";
    private static readonly Assembly _program = typeof(PageFiles).Assembly;

    private static readonly Dictionary<string, (byte[] Content, string Type, string Mark)> _files = _program
        .GetManifestResourceNames()
        .Where(name => name.Replace('\\', '/').StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name.Replace('\\', '/')[Prefix.Length..], Load);

    public static void MapPage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpContext http) => Give(http, "index.html"));
        app.MapGet("/page/{**path}", Give);
        app.MapGet("/favicon.ico", (HttpContext http) => Give(http, "icon.svg"));
    }

    private static IResult Give(HttpContext http, string path)
    {
        if (!_files.TryGetValue(path, out var file))
            return Results.NotFound();
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-cache";
        headers.ETag = file.Mark;
        return http.Request.Headers.IfNoneMatch == file.Mark
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(file.Content, file.Type);
    }

    private static (byte[] Content, string Type, string Mark) Load(string name)
    {
        using var stream = _program.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var type = Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };
        return (content, type, $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
    }
}
