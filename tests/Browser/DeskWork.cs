using Microsoft.Playwright;
using Sakip.Rehearsal;

namespace Sakip.Tests.Browser;

/// <summary>What somebody does with a letter in front of a browser: open the link, read, fill in, prove the mailbox, decide.</summary>
internal sealed class DeskWork(YearByHand year)
{
    private readonly HashSet<string> _looked = [];
    private bool _isReturned;
    private bool _isTyped;

    public async Task DecideAsync(Letter letter)
    {
        await using var person = await year.AnybodyAsync();
        var page = person.Page;
        await person.OpenAsync(letter.Link!.PathAndQuery);
        var title = await page.Locator("h1").InnerTextAsync();
        if (Script.QuarterIn(title) is > 0 and var quarter && await page.Locator("form[data-laporan]").CountAsync() > 0)
            await FillAsync(page, quarter);
        await ReviewAsync(page);
        var ask = page.Locator("button[value=minta-kode]");
        if (await ask.CountAsync() > 0)
        {
            await ask.ClickAsync();
            await page.GetByText("Kode telah dikirim").WaitForAsync();
            await page.Locator("input[name=kode]").FillAsync(year.Running.Mailbox.CodeOf(letter.To)!);
        }

        // Each kind of page is looked at once, on a desktop and on a phone.
        if (_looked.Add(title))
        {
            await person.LookAsync(
                "tahun-" + Slug(title),
                title.StartsWith("Reviu", StringComparison.Ordinal) ? "meja" : null
            );
        }

        var isReturned = !_isReturned && title.StartsWith("Verifikasi", StringComparison.Ordinal);
        if (isReturned)
        {
            _isReturned = true;
            await page.GetByText("Kembalikan dengan catatan…").ClickAsync();
            await page.Locator("textarea[name=catatan]").FillAsync("Mohon lengkapi solusi yang telah dilakukan.");
        }

        var choice = isReturned ? "kembalikan" : "setuju";
        await page.Locator($"button[value={choice}]:not([aria-hidden])").ClickAsync();
        await page.GetByText("Tidak ada lagi yang perlu Anda lakukan")
            .Or(page.Locator(".notice[role=alert]"))
            .First.WaitForAsync();
        var refused = await page.Locator(".notice[role=alert]").AllInnerTextsAsync();
        Assert.True(
            refused.Count == 0,
            $"{letter.To}, {letter.Subject}: {string.Join("; ", refused.Concat(await page.Locator(".error").AllInnerTextsAsync()))}"
        );
        year.ByHand.Add((isReturned ? "kembali: " : "") + title);
    }

    // Types the figures; the first time the draft saves itself, survives a reload and takes a file.
    private async Task FillAsync(IPage page, int quarter)
    {
        const string Named =
            "form[method=post] :is(input, textarea, select)[name]:not([type=hidden], [type=file], [name=kode], [name=catatan])";
        var fields = (await page.Locator(Named).EvaluateAllAsync<string[]>("fields => fields.map(field => field.name)"))
            .Distinct()
            .ToDictionary(name => name, _ => "");
        year.Figures.Type(fields, quarter);
        foreach (var (name, value) in fields.Where(field => field.Value.Length > 0))
        {
            var field = page.Locator($"[name=\"{name}\"]").First;
            if (await field.EvaluateAsync<bool>("field => field.tagName === 'SELECT'"))
                await field.SelectOptionAsync(value);
            else if (await field.InputValueAsync() != value)
                await field.FillAsync(value);
        }

        if (_isTyped)
            return;
        _isTyped = true;
        var note = page.Locator("textarea[name$='.keterangan'], textarea[name$='.pendukung']").First;
        await Assertions.Expect(page.Locator("[data-tersimpan]")).ToContainTextAsync("Draf tersimpan");
        await note.FillAsync("Diketik sesaat sebelum halaman dimuat ulang");
        await page.ReloadAsync();
        await Assertions.Expect(note).ToHaveValueAsync("Diketik sesaat sebelum halaman dimuat ulang");
        await Assertions.Expect(page.Locator("[data-tersimpan]")).ToContainTextAsync("Draf tersimpan");
        var box = page.Locator("[data-bukti]").First;
        await box.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "foto kegiatan.png",
                    MimeType = "image/png",
                    Buffer = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4],
                }
            );
        await box.GetByRole(AriaRole.Button, new() { Name = "Unggah" }).ClickAsync();
        await Assertions.Expect(box.Locator("[data-daftar]")).ToContainTextAsync("foto kegiatan.png");
    }

    // The reviewer finds everything in order.
    private static async Task ReviewAsync(IPage page)
    {
        var number = page.Locator("input[name=nomor]");
        if (await number.CountAsync() == 0)
            return;
        await page.Locator("input[type=radio][value=FulfilledWithNotes]").First.CheckAsync();
        await page.GetByLabel("Kondisi dan catatan").First.FillAsync("Dicatat sebelum halaman dimuat ulang.");
        await Assertions.Expect(page.Locator("[data-terjawab]")).ToHaveTextAsync("1");
        await Assertions.Expect(page.Locator("[data-tersimpan]")).ToContainTextAsync("Draf tersimpan");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-terjawab]")).ToHaveTextAsync("1");
        await page.Locator("button[value=semua-terpenuhi]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-terjawab]")).ToHaveTextAsync("20");
        await number.FillAsync("LHR/CONTOH/001/2025");
    }

    private static string Slug(string title) =>
        new([.. title.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]);
}
