using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Twiga.Api.Tests.World;

namespace Twiga.Api.Tests.Operators;

/// <summary>Who has not the key sees nothing; who has it cannot be made to do anything by a page elsewhere.</summary>
internal sealed partial class Keeping_the_console_shut
{
    private const string Key = "a-key-of-the-operators-only";

    private static readonly string[] Routes =
    [
        "GET /console", "GET /console/", "GET /console/teachers", "GET /console/work", "GET /console/answers",
        "GET /console/books", "GET /console/books?class=1&phrase=tides", "GET /console/books/1", "GET /console/record",
        "GET /console/anything", "GET /CONSOLE/teachers", "POST /console/sign-in", "POST /console/sign-out",
        "POST /console/teachers/1/approve", "POST /console/teachers/1/block", "POST /console/teachers/1/unblock",
        "POST /console/work/1", "POST /console/answers/1", "POST /console/jobs/1/replay", "POST /console/jobs/replay",
    ];

    private TestWorld _world = null!;
    private HttpClient _http = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _world = await TestWorld.StartAsync(("Operators__ApiKey", Key), ("Registration__ApprovalRequired", "true"));
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = _world.Api.Address,
        };
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _http.Dispose();
        await _world.DisposeAsync();
    }

    [Test]
    public async Task Nothing_but_401_without_the_key([ValueSource(nameof(Routes))] string route, [Values] Shown shown)
    {
        using var request = Request(route);
        if (shown is Shown.WrongKey)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key + "x");
        if (shown is Shown.MadeUpCookie)
            request.Headers.Add("Cookie", $"twiga-console=QQ.{DateTimeOffset.MaxValue.ToUnixTimeSeconds()}.AAAA.AAAA");
        using var answer = await _http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(body, Does.Contain("Operators only").And.Not.Contain("/console/record"));
        Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
    }

    [Test]
    public async Task A_session_is_kept_from_scripts_and_from_other_sites()
    {
        using var answer = await SignInAsync();
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(cookie, Does.Contain("httponly").And.Contain("samesite=strict").And.Contain("path=/console"));
    }

    [Test]
    public async Task A_form_that_came_from_elsewhere_does_nothing()
    {
        await _world.SayAsync("255715000009", "Habari");
        await _world.QuietAsync();
        var id = await _world.CountAsync("select teacher_id from identities where value = '255715000009'");
        var cookie = await CookieAsync();
        using var forged = Request($"POST /console/teachers/{id}/approve");
        forged.Headers.Add("Cookie", cookie);
        using var refused = await _http.SendAsync(forged);
        var waiting = await _world.CountAsync($"select count(*) from teachers where id = {id} and state = 'InReview'");

        using var page = Request("GET /console/teachers");
        page.Headers.Add("Cookie", cookie);
        using var shown = await _http.SendAsync(page);
        var token = FormToken().Match(await shown.Content.ReadAsStringAsync()).Groups[1].Value;
        using var meant = Request($"POST /console/teachers/{id}/approve", ("form", WebUtility.HtmlDecode(token)));
        meant.Headers.Add("Cookie", cookie);
        using var done = await _http.SendAsync(meant);

        Assert.That((refused.StatusCode, waiting), Is.EqualTo((HttpStatusCode.BadRequest, 1L)));
        Assert.That(done.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(
            await _world.CountAsync($"select count(*) from operator_acts where kind = 'Approved' and teacher_id = {id} and operator = 'Amina'"),
            Is.EqualTo(1));
    }

    [Test]
    public async Task A_program_may_show_the_key_itself()
    {
        using var request = Request("GET /console/books");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var answer = await _http.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none'"));
    }

    [Test]
    public async Task A_question_that_is_too_long_is_refused_in_the_page()
    {
        var oneClass = await _world.CountAsync("select min(id) from school_classes");
        using var request = Request($"GET /console/books?class={oneClass}&phrase={new string('a', 2001)}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var answer = await _http.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Not done").And.Contain("2000 characters or fewer"));
    }

    private Task<HttpResponseMessage> SignInAsync() =>
        _http.SendAsync(Request("POST /console/sign-in", ("name", "Amina"), ("key", Key)));

    private async Task<string> CookieAsync()
    {
        using var answer = await SignInAsync();
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private static HttpRequestMessage Request(string route, params (string Name, string Value)[] fields)
    {
        var parts = route.Split(' ');
        var request = new HttpRequestMessage(new HttpMethod(parts[0]), new Uri(parts[1], UriKind.Relative));
        if (parts[0] == "POST")
            request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return request;
    }

    public enum Shown
    {
        Nothing,
        WrongKey,
        MadeUpCookie,
    }

    [GeneratedRegex("name=\"form\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
