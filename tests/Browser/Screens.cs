using Microsoft.Playwright;
using Sakip.Rehearsal;
using Sakip.Tests.Functions;

[assembly: AssemblyFixture(typeof(Sakip.Tests.Browser.Screens))]

namespace Sakip.Tests.Browser;

/// <summary>One app with the sample office in July, and one browser, for all tests.</summary>
public sealed class Screens : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal RunningOffice Running { get; } = new();

    internal string Axe { get; private set; } = "";

    /// <summary>Where pictures of the pages are kept for people to look at.</summary>
    internal static string Folder { get; } = Path.Combine(RehearsalOptions.FindRoot(), "out", "layar");

    public async ValueTask InitializeAsync()
    {
        await Running.InitializeAsync();
        var play = PlayAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        Axe = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe", "axe.min.js"));
        await play;
        Directory.CreateDirectory(Folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await Running.DisposeAsync();
    }

    /// <summary>Goes on with the year until the report is published.</summary>
    internal Task FinishYearAsync() => PlayAsync(null);

    /// <param name="office">Another app than the one that all tests share.</param>
    internal async Task<Visitor> VisitorAsync(RunningOffice? office = null)
    {
        office ??= Running;
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = office.Http.BaseAddress!.ToString(),
            Locale = "id-ID",
            ViewportSize = Desktop,
        });
        context.SetDefaultTimeout(15_000);
        return new Visitor(this, office, context, await context.NewPageAsync());
    }

    internal static ViewportSize Desktop => new() { Width = 1280, Height = 800 };

    internal static ViewportSize Phone => new() { Width = 360, Height = 740 };

    private Task PlayAsync() => PlayAsync(new DateTimeOffset(2024, 7, 5, 4, 0, 0, TimeSpan.Zero));

    private Task PlayAsync(DateTimeOffset? pauseAt) =>
        new Play(
            Running.Options, Running.Office, new Mailbox(Running.Options.Mailbox),
            Figures.Load(Path.Combine(Running.Options.Sample, "realisations.json")), new Progress(TextWriter.Null, isTerminal: false))
            .RunAsync(CancellationToken.None, pauseAt);
}
