using Microsoft.Playwright;

namespace Twiga.Api.Tests.Browser;

/// <summary>A Flow as the phone page draws it.</summary>
internal sealed class FlowSheet(IPage page)
{
    private ILocator Sheet => page.Locator("#flow");

    private ILocator Button => Sheet.Locator(".flow-foot .main-button");

    private ILocator Field(string name) => Sheet.Locator($".flow-body [name='{name}']");

    /// <summary>Taps the newest button of a Flow and waits for its first screen.</summary>
    public async Task OpenAsync()
    {
        await page.Locator("#messages .tap").Last.ClickAsync();
        await Button.WaitForAsync();
    }

    public Task FillAsync(string name, string value) => Field(name).FillAsync(value);

    public Task<string> ValueAsync(string name) => Field(name).InputValueAsync();

    public async Task ChooseAsync(string name, string title, Func<Task>? whileOpen = null)
    {
        await Field(name).ClickAsync();
        await Sheet.Locator(".flow-list").WaitForAsync();
        if (whileOpen is not null)
            await whileOpen();
        await Sheet.Locator(".flow-list").GetByLabel(title, new() { Exact = true }).ClickAsync();
    }

    public Task TickAsync(string title) => Option(title).CheckAsync();

    public Task<bool> IsTickedAsync(string title) => Option(title).IsCheckedAsync();

    public Task<bool> CanGoOnAsync() => Button.IsEnabledAsync();

    public Task GoOnAsync() => Button.ClickAsync();

    public async Task GoOnAsync(string expected)
    {
        await GoOnAsync();
        await Option(expected).WaitForAsync();
    }

    public async Task BackAsync()
    {
        await Sheet.GetByLabel("Back", new() { Exact = true }).ClickAsync();
        await Sheet.GetByLabel("Close", new() { Exact = true }).WaitForAsync();
    }

    /// <summary>Sends the last screen and waits until WhatsApp closes the sheet.</summary>
    public async Task FinishAsync()
    {
        await Button.ClickAsync();
        await Sheet.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    public Task CloseAsync() => Sheet.GetByLabel("Close", new() { Exact = true }).ClickAsync();

    public async Task<string> ComplaintAsync()
    {
        await Sheet.GetByRole(AriaRole.Alert).WaitForAsync();
        return await Sheet.GetByRole(AriaRole.Alert).InnerTextAsync();
    }

    private ILocator Option(string title) =>
        Sheet.Locator(".flow-body").GetByLabel(title, new() { Exact = true }).First;
}
