using Microsoft.Playwright;
using Twiga.Api.Tests.World;

namespace Twiga.Api.Tests.Browser;

/// <summary>The phone page in a real Chromium, as a teacher sees it.</summary>
internal sealed class Phone : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

    private readonly IPlaywright _playwright;
    private readonly IBrowserContext _browser;
    private readonly string _profile;

    private Phone(IPlaywright playwright, IBrowserContext browser, IPage page, string profile) =>
        (_playwright, _browser, Page, _profile) = (playwright, browser, page, profile);

    public IPage Page { get; }

    public static async Task<Phone> OpenAsync(Uri address, int width, int height)
    {
        var profile = Directory.CreateTempSubdirectory("twiga-phone-").FullName;
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchPersistentContextAsync(profile, new()
        {
            ExecutablePath = Chromium(),
            Headless = true,
            ChromiumSandbox = false,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
        var page = browser.Pages[0];
        page.SetDefaultTimeout((float)Eventually.Patience.TotalMilliseconds);
        await page.GotoAsync(address.ToString());
        return new Phone(playwright, browser, page, profile);
    }

    /// <summary>Opens the talk of a teacher, from whichever view is shown, and waits until it has been read.</summary>
    public async Task ChooseAsync(string number)
    {
        await ToListAsync();
        await Page.Locator($"#teachers [data-teacher='{number}']").ClickAsync();
        await TalkAsync(number);
    }

    /// <summary>Waits until the talk of a teacher is open and has been read.</summary>
    public Task TalkAsync(string number) =>
        Page.Locator($"#messages[data-teacher='{number}']").WaitForAsync();

    /// <summary>Types and sends words, and returns the text of the answer that follows.</summary>
    public async Task<string> AskAsync(string words)
    {
        var before = await Answers.CountAsync();
        await Page.Locator("#words").FillAsync(words);
        await Page.Locator("#send").ClickAsync();
        await Answers.Nth(before).WaitForAsync();
        return await Answers.Nth(before).InnerTextAsync();
    }

    /// <summary>Somebody new gets a phone; her talk opens.</summary>
    public async Task AddTeacherAsync(string name, string number)
    {
        await ToListAsync();
        await Page.Locator("#add-teacher").ClickAsync();
        await Page.Locator("#sheet [name='name']").FillAsync(name);
        await Page.Locator("#sheet [name='phone']").FillAsync(number);
        await Page.Locator("#sheet .main-button").ClickAsync();
        await TalkAsync(number);
    }

    /// <summary>The text of an answer, once it is there; the first is 0.</summary>
    public async Task<string> AnswerAsync(int index)
    {
        await Answers.Nth(index).WaitForAsync();
        return await Answers.Nth(index).InnerTextAsync();
    }

    public FlowSheet Flow => new(Page);

    /// <summary>Documents in the open talk.</summary>
    public ILocator Papers => Page.Locator("#messages .paper");

    /// <summary>Buttons below Twiga's messages.</summary>
    public ILocator Taps => Page.Locator("#messages .tap");

    /// <summary>What Twiga wrote in the open talk.</summary>
    public ILocator Answers => Page.Locator("#messages li.bubble-row:not(.is-mine)[data-id] .bubble");

    public async Task PictureAsync(string name)
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "pictures", $"{name}.png");
        await Page.WaitForLoadStateAsync();
        await Page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
        TestContext.AddTestAttachment(file);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    public async Task ToListAsync()
    {
        if (await Page.Locator("#back").IsVisibleAsync())
            await Page.Locator("#back").ClickAsync();
    }

    private static string Chromium()
    {
        var told = Environment.GetEnvironmentVariable("TWIGA_CHROMIUM");
        var found = Places.Prepend(told).FirstOrDefault(p => p is not null && File.Exists(p));
        return found ?? throw new AssertionException(
            "There is no Chromium on this machine: './twiga test' installs it, or TWIGA_CHROMIUM names one.");
    }
}
