using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Sakip.Rehearsal;

namespace Sakip.Tests.Browser;

/// <summary>Somebody's hand at one piece of work: what it clicks and types is counted, and how long it took.</summary>
internal sealed class Hand(Visitor visitor)
{
    private static readonly Lock Writing = new();
    private readonly long _since = Stopwatch.GetTimestamp();
    private int _clicks;
    private int _typed;

    public IPage Page => visitor.Page;

    public int Clicks => _clicks;

    public async Task ClickAsync(ILocator what)
    {
        _clicks++;
        await what.ClickAsync();
    }

    public Task ClickAsync(string text) => ClickAsync(Page.GetByText(text).First);

    public Task PressAsync(string button) =>
        ClickAsync(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    public Task FollowAsync(string link) =>
        ClickAsync(Page.Locator("nav.wide-only, main").GetByRole(AriaRole.Link, new() { Name = link }).First);

    public async Task TypeAsync(string selector, string text)
    {
        _typed++;
        await Page.Locator(selector).First.FillAsync(text);
    }

    public async Task ChooseAsync(string selector, string value)
    {
        _typed++;
        await Page.Locator(selector).First.SelectOptionAsync(value);
    }

    /// <summary>Puts down what the work took, for people to read.</summary>
    public void Done(string what)
    {
        var seconds = Stopwatch.GetElapsedTime(_since).TotalSeconds;
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {_clicks} clicks, {_typed} fields, {seconds:0.0} s by machine"
        );
        lock (Writing)
            File.AppendAllLines(Path.Combine(Screens.Folder, "people.txt"), [line]);
    }
}

/// <summary>Pictures for the guide, as its readers see the pages. ACCEPT_SNAPSHOTS=1 puts them into the guide.</summary>
internal static class GuidePicture
{
    public static ViewportSize Phone => new() { Width = 390, Height = 700 };

    public static ViewportSize Desk => new() { Width = 1000, Height = 620 };

    /// <param name="at">What stands at the picture's upper edge; the page's top where it is null.</param>
    public static async Task TakeAsync(IPage page, string topic, ViewportSize size, ILocator? at = null)
    {
        var before = page.ViewportSize;
        await page.SetViewportSizeAsync(size.Width, size.Height);
        await page.EvaluateAsync("document.activeElement?.blur(); window.scrollTo(0, 0)");
        if (at is not null)
            await at.EvaluateAsync("element => window.scrollTo(0, element.getBoundingClientRect().top - 12)");
        var picture = await page.ScreenshotAsync();
        var name = $"bantuan-{topic}.png";
        await File.WriteAllBytesAsync(Path.Combine(Screens.Folder, name), picture);
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            await File.WriteAllBytesAsync(
                Path.Combine(RehearsalOptions.FindRoot(), "functions", "Web", "Assets", name),
                picture
            );
        }

        if (before is not null)
            await page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
