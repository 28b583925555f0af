using Microsoft.Playwright;
using Sakip.Rehearsal;
using Sakip.Tests.Functions;

[assembly: AssemblyFixture(typeof(Sakip.Tests.Browser.Screens))]

namespace Sakip.Tests.Browser;

/// <summary>One browser for all tests, and one app on which the sample's year is done by hand, once, by whoever asks first.</summary>
public sealed class Screens : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private readonly Lazy<Task<YearByHand>> _year;
    private IBrowser? _browser;

    public Screens() => _year = new Lazy<Task<YearByHand>>(() => YearByHand.PlayAsync(this));

    internal string Axe { get; private set; } = "";

    /// <summary>Where pictures of the pages are kept for people to look at.</summary>
    internal static string Folder { get; } = Path.Combine(RehearsalOptions.FindRoot(), "out", "layar");

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--lang=id",
                ],
            }
        );
        Axe = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe", "axe.min.js"));
        Directory.CreateDirectory(Folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (_year.IsValueCreated)
            await _year.Value.Result.DisposeAsync();
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>The year, played until its report was published or it could not go on.</summary>
    internal Task<YearByHand> YearAsync() => _year.Value;

    internal async Task<Visitor> VisitorAsync(RunningOffice office)
    {
        var context = await _browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = office.Http.BaseAddress!.ToString(),
                Locale = "id-ID",
                ViewportSize = Desktop,
            }
        );
        context.SetDefaultTimeout(15_000);
        return new Visitor(this, office, context, await context.NewPageAsync());
    }

    internal static ViewportSize Desktop => new() { Width = 1280, Height = 800 };

    internal static ViewportSize Phone => new() { Width = 360, Height = 740 };
}
