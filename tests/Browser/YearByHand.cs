using Microsoft.Playwright;
using Sakip.Rehearsal;
using Sakip.Tests.Functions;

namespace Sakip.Tests.Browser;

/// <summary>Plays persons in browsers against an app of its own, on a clock that the test moves.</summary>
internal sealed class YearByHand(Screens screens) : IAsyncDisposable
{
    private const string Office = "/kantor/biro-organisasi/2024";

    private readonly RunningOffice _running = new();
    private readonly Dictionary<string, Visitor> _people = [];
    private readonly HashSet<Uri> _done = [];
    private Figures? _figures;
    private bool _isRevised;

    /// <summary>Leaves the letters about other sub-units unread; null reads all.</summary>
    public string? OnlySubUnit { get; init; }

    public int Decisions { get; private set; }

    public DateTimeOffset Now { get; private set; }

    public bool HasLetter(string contains) =>
        _running.Mailbox.Letters.Any(letter => letter.Subject.Contains(contains, StringComparison.Ordinal));

    /// <summary>Signs in as the administrator whom the settings name, and imports the sample's plan.</summary>
    public async Task ImportPlanAsync()
    {
        await _running.InitializeAsync();
        _figures = Figures.Load(Path.Combine(_running.Options.Sample, "realisations.json"));
        var page = (await PersonAsync(AppSettings.Administrator)).Page;
        await page.GotoAsync("/kantor");
        await page.Locator("a[href='/impor']").ClickAsync();
        await page.GetByLabel("Berkas .xlsx atau .json").SetInputFilesAsync(Path.Combine(_running.Options.Sample, "plan.json"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Periksa berkas" }).ClickAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Screens.Folder, "tahun-pratinjau.png"), FullPage = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Terapkan" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        await _running.SettleAsync();
    }

    /// <summary>Everybody does what their letters ask for, and the clock goes from one due instant to the next.</summary>
    public async Task LiveUntilAsync(Func<DateTimeOffset, bool> isOver)
    {
        while (true)
        {
            while (await ActAsync())
            {
                // One act leads to the next letter.
            }

            if (isOver(Now)) return;
            await ReviseBudgetAsync();
            var until = Now == default ? DateTimeOffset.MinValue : Now.AddDays(30);
            Now = (await _running.Office.StepAsync(until, RunningOffice.Cancellation)).Now;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values) await person.DisposeAsync();
        await _running.DisposeAsync();
    }

    private async Task<bool> ActAsync()
    {
        await _running.SettleAsync();
        _running.Mailbox.Look();
        if (_running.Mailbox.Letters.FirstOrDefault(letter => letter.Link is not null && letter.Code is null && !_done.Contains(letter.Link) && IsRead(letter))
            is not { } next)
        {
            return false;
        }

        _done.Add(next.Link!);
        await DecideAsync(next);
        return true;
    }

    private bool IsRead(Letter letter) =>
        OnlySubUnit is null || Script.QuarterIn(letter.Subject) == 0 || letter.Subject.Contains(OnlySubUnit, StringComparison.Ordinal);

    // As an official would: sign in, open the list of tasks, open the task, fill in what is empty, decide.
    private async Task DecideAsync(Letter letter)
    {
        var page = (await PersonAsync(letter.To)).Page;
        await page.GotoAsync(Office + "/tugas");
        if (await page.Locator("main tbody a").CountAsync() == 0) return;
        await page.GotoAsync(letter.Link!.PathAndQuery);
        var title = await page.Locator("h1").InnerTextAsync();
        await FillAsync(page, Script.QuarterIn(title));
        var ask = page.Locator("button[value=minta-kode]");
        if (await ask.CountAsync() > 0)
        {
            await ask.ClickAsync();
            await page.GetByText("Kode telah dikirim").WaitForAsync();
            await page.Locator("input[name=kode]").FillAsync(_running.Mailbox.CodeOf(letter.To)!);
        }

        await page.ScreenshotAsync(new() { Path = Path.Combine(Screens.Folder, $"tahun-{Slug(title)}.png"), FullPage = true });
        await page.Locator("button[value=setuju]").ClickAsync();
        await page.GetByText("Keputusan tercatat").Or(page.Locator(".notice[role=alert]")).First.WaitForAsync();
        var refused = await page.Locator(".notice[role=alert]").AllInnerTextsAsync();
        if (refused.Count > 0)
        {
            var marked = await page.Locator(".error").AllInnerTextsAsync();
            throw new InvalidOperationException($"{letter.To}, {letter.Subject}: {string.Join("; ", refused.Concat(marked))}");
        }

        Decisions++;
    }

    private async Task FillAsync(IPage page, int quarter)
    {
        var fields = (await page.Locator("form[method=post] :is(input, textarea)[name]:not([type=hidden], [type=file], [name=kode], [name=catatan])")
            .EvaluateAllAsync<string[]>("fields => fields.map(field => field.name)")).Distinct().ToDictionary(name => name, _ => "");
        if (quarter > 0) _figures!.Type(fields, quarter);
        foreach (var (name, value) in fields.Where(field => field.Value.Length > 0))
        {
            var field = page.Locator($"[name=\"{name}\"]").First;
            if (await field.InputValueAsync() != value) await field.FillAsync(value);
        }
    }

    private async Task ReviseBudgetAsync()
    {
        if (_isRevised || Now < new DateTimeOffset(2024, 9, 16, 0, 0, 0, TimeSpan.Zero)) return;
        _isRevised = true;
        using var answer = await _running.Office.PlanAsync(
            HttpMethod.Post, RunningOffice.Year + "/budget-revisions", _running.Sample("budget-revision-1.json"), RunningOffice.Cancellation);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<Visitor> PersonAsync(string address)
    {
        if (_people.TryGetValue(address, out var known)) return known;
        var person = await screens.VisitorAsync(_running);
        _people[address] = person;
        await person.SignInAsync(address);
        return person;
    }

    private static string Slug(string title) =>
        new([.. title.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]);
}
