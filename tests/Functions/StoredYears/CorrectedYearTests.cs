using System.Net;
using System.Text;
using System.Text.Json;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions.StoredYears;

/// <summary>
/// A published year is left alone, and the correction of its report goes on, or begins, under today's app.
/// </summary>
public sealed class CorrectedYearTests
{
    private const string Planner = "p13";
    private const string Public = "terbit/biro-organisasi/2024";
    private const string SuggestionsAsked = "Mohon ditulis: narasi “Saran";
    private const string CausesAsked = "Mohon ditulis: narasi “Penyebab dan Solusi Perpustakaan”";
    private const string Text = "Perencanaan {{tahun}} diperbaiki; capaian {{capaian.RB}} dipertahankan.";
    private const string Assembly = "annual-report:biro-organisasi:2024:v2";

    private static readonly string[] Corrected = ["saran"];

    // Letters from then on are the second version's.
    private static readonly DateTimeOffset Published = new(2025, 1, 6, 6, 0, 0, TimeSpan.Zero);

    // The recovery sweep's Monday after the backup. Two holidays later letters go out at once again.
    private static readonly DateTimeOffset Sweep = new(2025, 1, 27, 9, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Thursday = new(2025, 1, 30, 2, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_year_has_nothing_to_rebuild_and_its_report_can_be_corrected_after_all_was_purged()
    {
        await using var year = await StoredYear.RestoreAsync("terbit");
        var first = await year.FetchAsync(Public + "/v1/pdf");

        var (code, said) = await year.RebuildAsync();
        Assert.Equal(1, code);
        Assert.Contains("sudah ditutup", said, StringComparison.Ordinal);
        // Beyond May retention has purged the year's instances; then the watch looks at the correction more than once.
        await year.MoveToAsync(new DateTimeOffset(2025, 6, 10, 2, 0, 0, TimeSpan.Zero));
        using var late = await year.PostFileAsync($"{year.Options.Year}/budget-realisations/1?by={Planner}");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains(
            "perbaikan laporan di halaman Laporan tahunan",
            await late.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
        await BeginCorrectionAsync(year);
        await year.MoveToAsync(new DateTimeOffset(2025, 6, 17, 2, 0, 0, TimeSpan.Zero));
        Assert.Equal("Correcting", await year.StateAsync());
        await AnswerAsync(year, SuggestionsAsked, ("isi", Text));
        await FinishAsync(year, first);
    }

    [Fact]
    public async Task A_year_stored_during_a_correction_is_rebuilt_to_where_it_stood_and_gets_its_second_version()
    {
        await using var year = await StoredYear.RestoreAsync("koreksi");
        var first = await year.FetchAsync(Public + "/v1/pdf");

        var (code, said) = await year.RebuildAsync();
        Assert.True(code == 0, said);
        Assert.Equal("Correcting", await year.StateAsync());
        await AssertOnlyCorrectionRunsAsync(year);
        // Every sweep has then looked at the year, and its people were told nothing but what is due.
        await year.MoveToAsync(Thursday);
        await AssertOnlyCorrectionRunsAsync(year);
        Assert.StartsWith("2025-01-24 00:00:00 sebelas.puspita@contoh.example Pengingat: narasi", year.Letters()[^1]);
        Assert.Equal(182, year.Letters().Length);
        await AnswerAsync(year, CausesAsked, ("isi", Text));
        await FinishAsync(year, first);
    }

    [Fact]
    public async Task A_correction_that_has_lost_its_instances_is_started_again_by_the_watch_and_the_cycle_is_not()
    {
        await using var year = await StoredYear.RestoreAsync("koreksi");
        var first = await year.FetchAsync(Public + "/v1/pdf");

        await year.MoveToAsync(Sweep);
        await year.SettleAsync();
        await AssertOnlyCorrectionRunsAsync(year);
        await year.MoveToAsync(Thursday);
        await AnswerAsync(year, CausesAsked, ("isi", Text));
        await FinishAsync(year, first);
    }

    private static async Task AssertOnlyCorrectionRunsAsync(StoredYear year)
    {
        var health = (await year.ReadAsync("api/operations/doctor")).GetProperty("items").EnumerateArray().Single();
        Assert.Empty(health.GetProperty("troubles").EnumerateArray());
        Assert.Equal(
            [Assembly, "approval:narrative.biro-organisasi.2024.v2.penyebab-snp:write:1"],
            health
                .GetProperty("open")
                .EnumerateArray()
                .Select(one => one.GetProperty("id").GetString()!)
                .Order(StringComparer.Ordinal)
        );
    }

    // Review and signature, and what must then hold.
    private static async Task FinishAsync(StoredYear year, byte[] first)
    {
        await AnswerAsync(year, "Mohon reviu");
        await AnswerAsync(year, "Mohon tanda tangan: Laporan Kinerja");

        Assert.Equal("Closed", await year.StateAsync());
        Assert.Equal(first, await year.FetchAsync(Public + "/v1/pdf"));
        Assert.NotEqual(first, await year.FetchAsync(Public + "/v2/pdf"));
        Assert.Contains(
            "versi 2",
            Encoding.UTF8.GetString(await year.FetchAsync(Public)),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Equal(6, year.Letters().Count(one => one.EndsWith("telah diterbitkan", StringComparison.Ordinal)));
        await year.MoveToAsync((await year.SettleAsync()).Now.AddDays(40));
        await year.AssertAuditAsync();
    }

    private static async Task BeginCorrectionAsync(StoredYear year)
    {
        var body = JsonSerializer.Serialize(
            new
            {
                reason = "Saran pada bagian penutup kurang lengkap.",
                sections = Corrected,
                by = Planner,
            }
        );
        using var answer = await year.Office.PlanAsync(
            HttpMethod.Post,
            year.Options.Year + "/annual-report/corrections",
            body,
            Cancellation
        );
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await year.SettleAsync();
    }

    private static async Task AnswerAsync(StoredYear year, string subject, params (string Name, string Value)[] typed)
    {
        year.Mailbox.Look();
        var letter = year.Mailbox.Letters.Last(one =>
            one.Subject.StartsWith(subject, StringComparison.Ordinal) && one.Link is not null && one.Date > Published
        );
        using var page = await year.Office.OpenAsync(letter.Link!, Cancellation);
        var form = PageForm.Read(await page.Content.ReadAsStringAsync(Cancellation))!;
        if (form.AsksForCode)
        {
            form.Fields["tindakan"] = "minta-kode";
            using var asked = await year.Office.SubmitAsync(letter.Link!, form.Fields, Cancellation);
            form.Fields["kode"] = year.Mailbox.CodeOf(letter.To)!;
        }

        // A status that nobody has chosen yet stands in no field.
        var notes = form.Fields.Keys.Where(name => name.EndsWith(".catatan", StringComparison.Ordinal)).ToArray();
        foreach (var name in notes)
            form.Fields[name.Replace(".catatan", ".status", StringComparison.Ordinal)] = "Fulfilled";
        if (form.Fields.ContainsKey("nomor"))
            form.Fields["nomor"] = "LHR/CONTOH/002/2025";
        foreach (var (name, value) in typed)
            form.Fields[name] = value;
        form.Fields["tindakan"] = "setuju";
        using var answer = await year.Office.SubmitAsync(letter.Link!, form.Fields, Cancellation);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{letter.Subject}: {string.Join("; ", PageForm.Errors(html))}");
        await year.SettleAsync();
    }
}
