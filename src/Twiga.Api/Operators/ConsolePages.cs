using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Twiga.Api.Pages;

namespace Twiga.Api.Operators;

/// <summary>Writes the console's pages: Razor components made into HTML here, without script.</summary>
internal sealed class ConsolePages(IServiceProvider services, ILoggerFactory loggers)
{
    private static readonly string Style = ReadStyle();

    public static string StyleHash { get; } =
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>Writes a page within the console's frame.</summary>
    public async Task WriteAsync<TPage>(
        HttpContext http, string title, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        var session = http.Items[typeof(ConsoleSession)] as ConsoleSession;
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<Frame>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(Frame.Title)] = title,
                [nameof(Frame.Path)] = http.Request.Path.Value,
                [nameof(Frame.Operator)] = session?.Operator,
                [nameof(Frame.FormToken)] = session?.FormToken,
                [nameof(Frame.Style)] = Style,
                [nameof(Frame.Done)] = Shown.Done(http.Request.Query["done"], http.Request.Query["number"]),
                [nameof(Frame.Page)] = typeof(TPage),
                [nameof(Frame.Parameters)] = parameters,
            }));
            return root.ToHtmlString();
        });
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(html, http.RequestAborted);
    }

    private static string ReadStyle()
    {
        using var stream = typeof(ConsolePages).Assembly.GetManifestResourceStream("console.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
