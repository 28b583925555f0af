using System.Text.Json;
using Microsoft.Playwright;
using Sakip.Tests.Functions;

namespace Sakip.Tests.Browser;

/// <summary>Somebody in front of a browser.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private const int LargestPage = 100 * 1024;

    private readonly Screens _screens;
    private readonly RunningOffice _office;
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Visitor(Screens screens, RunningOffice office, IBrowserContext context, IPage page)
    {
        _screens = screens;
        _office = office;
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            // A page that answers 4xx is part of some paths; everything else in the console is a fault of ours.
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Signs in as an official would: address, code from the mailbox.</summary>
    public async Task SignInAsync(string address)
    {
        await Page.GotoAsync("/masuk");
        await Page.GetByLabel("Alamat surel").FillAsync(address);
        var before = _office.Mailbox.CodeOf(address);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Kirim kode" }).ClickAsync();
        await Page.GetByLabel("Kode enam angka").WaitForAsync();
        string? code;
        while ((code = _office.Mailbox.CodeOf(address)) is null || code == before)
            await _office.SettleAsync();
        await Page.GetByLabel("Kode enam angka").FillAsync(code);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
    }

    public async Task<string> OpenAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        var html = await answer!.TextAsync();
        Assert.True(answer.Status < 500, $"{path}: {answer.Status}");
        Assert.True(html.Length <= LargestPage, $"{path} has {html.Length} bytes.");
        return html;
    }

    /// <summary>The URLs of the menu's sections.</summary>
    public async Task<IReadOnlyList<string>> SectionsAsync() =>
        await Page.Locator("nav.wide-only a")
            .EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");

    /// <summary>
    /// Looks at the page as it stands, on a desktop and on a phone: nothing that axe finds, no sideways scrolling,
    /// one heading, nothing that the content policy stops.
    /// </summary>
    /// <param name="sizes">Both, unless named: "meja" or "ponsel".</param>
    public async Task LookAsync(string name, string? sizes = null)
    {
        var faults = new List<string>();
        foreach (var (size, suffix) in new[] { (Screens.Desktop, "meja"), (Screens.Phone, "ponsel") })
        {
            if (sizes is not null && sizes != suffix)
                continue;
            await Page.SetViewportSizeAsync(size.Width, size.Height);
            await Page.ScreenshotAsync(
                new() { Path = Path.Combine(Screens.Folder, $"{name}-{suffix}.png"), FullPage = true }
            );
            var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > size.Width)
                faults.Add($"{wide} px wide on {size.Width}");
            faults.AddRange((await AxeAsync()).Select(fault => $"[{suffix}] {fault}"));
        }

        var headings = await Page.Locator("h1").CountAsync();
        if (headings != 1)
            faults.Add($"{headings} headings of the first level");
        faults.AddRange(_complaints);
        _complaints.Clear();
        Assert.True(faults.Count == 0, $"{name} ({Page.Url}):\n{string.Join('\n', faults)}");
    }

    /// <summary>Prints the page on A4: no menu on paper, tables as tables, nothing beyond the margin.</summary>
    public async Task PrintAsync(string name)
    {
        const int PaperWidth = 718;
        await Page.SetViewportSizeAsync(PaperWidth, 1000);
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var shown = await Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('nav, button')].filter(one => one.getClientRects().length > 0).length"
        );
        var stacked = await Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('table tr')].filter(one => getComputedStyle(one).display === 'block').length"
        );
        await Page.PdfAsync(
            new()
            {
                Path = Path.Combine(Screens.Folder, $"{name}-cetak.pdf"),
                Format = "A4",
                PrintBackground = true,
                Margin = new()
                {
                    Left = "10mm",
                    Right = "10mm",
                    Top = "12mm",
                    Bottom = "12mm",
                },
            }
        );
        await Page.EmulateMediaAsync(new() { Media = Media.Screen });
        Assert.True(
            wide <= PaperWidth && shown == 0 && stacked == 0,
            $"{name} on paper: {wide} px wide, {shown} controls, {stacked} stacked rows"
        );
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private async Task<IReadOnlyList<string>> AxeAsync()
    {
        await Page.EvaluateAsync(_screens.Axe);
        var found = await Page.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .map(one => ({ id: one.id, help: one.help, where: one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)) }))
            """
        );
        return
        [
            .. found
                .EnumerateArray()
                .Select(one =>
                    $"{one.GetProperty("id")}: {one.GetProperty("help")} {string.Join(" | ", one.GetProperty("where").EnumerateArray())}"
                ),
        ];
    }
}
