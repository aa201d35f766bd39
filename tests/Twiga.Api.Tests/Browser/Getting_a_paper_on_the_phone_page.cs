using Twiga.Api.Tests.World;

namespace Twiga.Api.Tests.Browser;

/// <summary>An exam paper as a teacher gets it: announced, then two documents she can open, and another version at a tap.</summary>
internal sealed class Getting_a_paper_on_the_phone_page
{
    private const string Neema = "255700000101";

    [Test]
    public async Task Announces_it_and_brings_the_paper_with_its_marking_scheme()
    {
        await using var world = await TestWorld.StartAsync();
        await world.AddTeacherAsync(Neema, "Geography Form 2");
        await using var phone = await Phone.OpenAsync(world.Simulator.Address, 390, 844);
        await phone.ChooseAsync(Neema);
        var announced = await phone.AskAsync("Please make a Geography Form 2 exam on ocean tides and ocean currents");
        await phone.PictureAsync("paper-announced");
        await phone.Papers.Nth(1).WaitForAsync();
        await world.QuietAsync();
        await phone.PictureAsync("paper-arrived");
        await phone.Papers.First.ClickAsync();
        await phone.Page.Locator("#sheet iframe").WaitForAsync();
        await phone.PictureAsync("paper-opened");
        await phone.Page.Locator("#sheet").GetByLabel("Close").ClickAsync();
        await phone.Taps.GetByText("Another version").ClickAsync();
        await phone.Papers.Nth(3).WaitForAsync();
        await phone.PictureAsync("paper-another-version");

        Assert.That(announced, Does.Contain("ocean tides, ocean currents").And.Not.Contain("Tell her"));
        Assert.That(await phone.Papers.First.InnerTextAsync(), Does.Contain("kurasa · pages").And.Contain("PDF"));
    }
}
