using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Twiga.Api.Pages;

namespace Twiga.Api.Operators;

/// <summary>
/// Stands before every address of the console: without the key, or a session that it opened, there is nothing but 401
/// and the place to give it. A form that did not come from one of our own pages does nothing.
/// </summary>
internal sealed class ConsoleDoor(OperatorsDoor door, ConsoleSessions sessions, ConsolePages pages)
{
    public const string Root = "/console";
    public const string SignIn = "/sign-in";
    public const string FormField = "form";

    private const string Cookie = "twiga-console";
    private const long LargestForm = 16 * 1024;

    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        SetHeaders(http.Response.Headers);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = LargestForm;

        if (HttpMethods.IsPost(http.Request.Method) && http.Request.Path.Equals(Root + SignIn, StringComparison.OrdinalIgnoreCase))
            await next(http);
        else if (Session(http) is { } session)
            await PassAsync(http, session, next);
        else
            await pages.WriteAsync<SignInPage>(http, "Sign in", [], StatusCodes.Status401Unauthorized);
    }

    /// <summary>Opens a session where the key is right.</summary>
    public async Task<bool> OpensAsync(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        if (!door.OpensFor(form["key"].ToString()) || string.IsNullOrWhiteSpace(form["name"]))
            return false;

        Give(http, sessions.Begin(form["name"].ToString()));
        return true;
    }

    public static void Close(HttpContext http) => http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = Root });

    private static async Task PassAsync(HttpContext http, ConsoleSession session, RequestDelegate next)
    {
        http.Items[typeof(ConsoleSession)] = session;
        if (session.FormToken is { } token && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
            if (!Secret.IsSame(form[FormField].ToString(), token))
            {
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }
        }

        await next(http);
    }

    private ConsoleSession? Session(HttpContext http)
    {
        if (sessions.Read(http.Request.Cookies[Cookie]) is { } session && (door.HasKey || IsHere(http)))
            return session;
        if (door.HasKey)
            return door.Admits(http) ? new ConsoleSession("key", null) : null;
        if (!IsHere(http))
            return null;

        var cookie = sessions.Begin("this machine");
        Give(http, cookie);
        return sessions.Read(cookie);
    }

    // a page elsewhere whose name was turned to this machine comes with its own name
    private bool IsHere(HttpContext http) => door.Admits(http)
        && (http.Request.Host.Host is "localhost" || (IPAddress.TryParse(http.Request.Host.Host, out var host) && IPAddress.IsLoopback(host)));

    private static void Give(HttpContext http, string cookie) => http.Response.Cookies.Append(Cookie, cookie, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = Root,
        MaxAge = ConsoleSessions.Lasts,
        Secure = http.Request.IsHttps || http.Request.Headers["X-Forwarded-Proto"] == "https",
    });

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src '{ConsolePages.StyleHash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    }
}
