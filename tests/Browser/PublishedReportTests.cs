using System.Net;
using System.Security.Cryptography;
using Microsoft.Playwright;
using Sakip.Rehearsal;
using Sakip.Tests.Functions;

namespace Sakip.Tests.Browser;

/// <summary>
/// The year's end: the report on its public page, corrected by a new version that names what it changed while the first one
/// stays as it was. Plays a whole year.
/// </summary>
public sealed class PublishedReportTests(Screens screens)
{
    private const string Office = "/kantor/biro-organisasi/2024";
    private const string Public = "/terbit/biro-organisasi/2024";
    private const string Planner = "tiga.belas.dewanti@contoh.example";

    [Fact]
    public async Task A_published_report_is_corrected_by_a_version_that_says_what_it_changed()
    {
        var running = new RunningOffice();
        try
        {
            await running.InitializeAsync();
            await PlayAsync(running);
            await using var reader = await screens.VisitorAsync(running);
            await reader.OpenAsync(Public);
            await reader.LookAsync("terbit");
            var first = await FileAsync(running, Public + "/v1/pdf");
            Assert.Contains(Hash(first), await reader.OpenAsync(Public + "/v1"), StringComparison.Ordinal);

            await using var planner = await screens.VisitorAsync(running);
            await planner.SignInAsync(Planner);
            await BeginCorrectionAsync(planner);
            await running.SettleAsync();
            await LookAtStepAsync(reader, running, "Mohon ditulis", "langkah-narasi");
            Assert.Equal(["isi"], await FieldsAsync(running, "Mohon ditulis"));
            await AnswerAsync(
                running,
                "Mohon ditulis",
                ("isi", "Perencanaan {{tahun}} diperbaiki; capaian {{capaian.RB}} dipertahankan.")
            );
            await LookAtStepAsync(reader, running, "Mohon reviu", "langkah-reviu");
            var fields = await FieldsAsync(running, "Mohon reviu");
            Assert.Equal(20, fields.Count(field => field.EndsWith(".status", StringComparison.Ordinal)));
            Assert.Equal((20 * 3) + 2, fields.Count);
            await ReviewWork.HandOverAsync(screens, running);
            await AnswerAsync(running, "Mohon reviu");
            await LookAtStepAsync(reader, running, "Mohon tanda tangan", "langkah-tanda-tangan");
            await AnswerAsync(running, "Mohon tanda tangan");

            await reader.OpenAsync(Public);
            Assert.Contains("versi 2", await reader.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
            await reader.LookAsync("terbit-versi-2");
            Assert.Contains("digantikan", await reader.OpenAsync(Public + "/v1"), StringComparison.Ordinal);
            await reader.LookAsync("terbit-versi-1-digantikan");
            Assert.Equal(Hash(first), Hash(await FileAsync(running, Public + "/v1/pdf")));
            await ReadSecondAsync(await FileAsync(running, Public + "/v2/pdf"));

            foreach (var page in new[] { "laporan", "dokumen", "narasi" })
            {
                await planner.OpenAsync($"{Office}/{page}");
                await planner.LookAsync($"akhir-tahun-{page}");
            }

            await ChangeEmblemAsync(planner);
            await reader.OpenAsync("/");
            await reader.LookAsync("portal-dengan-laporan");
        }
        finally
        {
            await running.DisposeAsync();
        }
    }

    private static Task PlayAsync(RunningOffice running) =>
        new Play(
            running.Options,
            running.Office,
            new Mailbox(running.Options.Mailbox),
            Figures.Load(Path.Combine(running.Options.Sample, "realisations.json")),
            new Progress(TextWriter.Null, isTerminal: false)
        ).RunAsync(RunningOffice.Cancellation);

    private static async Task BeginCorrectionAsync(Visitor planner)
    {
        await planner.OpenAsync(Office + "/laporan");
        await planner.LookAsync("laporan-terbit");
        await planner.Page.GetByLabel("Alasan perbaikan").FillAsync("Saran pada bagian penutup kurang lengkap.");
        await planner.Page.GetByText("Minta narasi ditulis ulang").ClickAsync();
        await planner.Page.Locator("input[name=narasi][value=saran]").CheckAsync();
        await planner.Page.GetByRole(AriaRole.Button, new() { Name = "Mulai versi baru" }).ClickAsync();
        await planner.Page.GetByText("Versi baru sedang disusun").WaitForAsync();
        await planner.LookAsync("laporan-versi-baru");
    }

    private static async Task LookAtStepAsync(Visitor reader, RunningOffice running, string subject, string name)
    {
        await reader.OpenAsync(running.Letter(subject).Link!.ToString());
        await reader.LookAsync(name);
    }

    // What a machine reads of the step: the names of what its page asks for.
    private static async Task<IReadOnlyList<string>> FieldsAsync(RunningOffice running, string subject)
    {
        var token = running.Letter(subject).Link!.Segments[^1];
        var (_, step) = await running.JsonAsync(HttpMethod.Get, "api/steps/" + token);
        return [.. step.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!)];
    }

    private static async Task ChangeEmblemAsync(Visitor planner)
    {
        await planner.OpenAsync(Office + "/dokumen");
        await planner
            .Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                Path.Combine(RehearsalOptions.FindRoot(), "infra", "sample", "pictures", "lkjip-sampul.png")
            );
        await planner.Page.GetByRole(AriaRole.Button, new() { Name = "Simpan lambang" }).ClickAsync();
        await planner.Page.GetByText("Lambang tersimpan").WaitForAsync();
        await planner.LookAsync("dokumen-lambang");
    }

    private static async Task AnswerAsync(
        RunningOffice running,
        string subject,
        params (string Name, string Value)[] typed
    )
    {
        var letter = running.Letter(subject);
        var page = (await running.GetAsync(letter.Link!)).Html;
        var form = PageForm.Read(page)!;
        var fields = form.AsksForCode ? await running.FormWithCodeAsync(letter) : form.Fields;
        // A status that nobody has chosen yet stands in no field.
        foreach (var name in fields.Keys.Where(name => name.EndsWith(".catatan", StringComparison.Ordinal)).ToArray())
            fields[name.Replace(".catatan", ".status", StringComparison.Ordinal)] = "Fulfilled";
        if (fields.ContainsKey("nomor"))
            fields["nomor"] = "LHR/CONTOH/002/2025";
        foreach (var (name, value) in typed)
            fields[name] = value;
        fields["tindakan"] = "setuju";
        var (status, html) = await running.PostAsync(letter.Link!, fields);
        Assert.True(status == 200, $"{letter.Subject}: {status} {string.Join("; ", PageForm.Errors(html))}");
        await running.SettleAsync();
    }

    private static async Task ReadSecondAsync(byte[] pdf)
    {
        var file = Path.Combine(Screens.Folder, "lkjip-versi-2.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        var text = await ToolAsync("pdftotext", "-layout", file, "-");
        Assert.Contains("PERUBAHAN DARI VERSI 1", text, StringComparison.Ordinal);
        Assert.Contains("Saran pada bagian penutup kurang lengkap.", text, StringComparison.Ordinal);
        Assert.Contains("BAB IV PENUTUP", text, StringComparison.Ordinal);
        Assert.Contains("Tidak ada angka yang berubah.", text, StringComparison.Ordinal);
        Assert.Contains("Perencanaan 2024 diperbaiki; capaian 100%", text, StringComparison.Ordinal);
        var signature = await ToolAsync("pdfsig", file);
        Assert.Contains("Signature is Valid", signature, StringComparison.Ordinal);
        Assert.Contains("Total document signed", signature, StringComparison.Ordinal);
        Assert.Contains(
            "No syntax or stream encoding errors",
            await ToolAsync("qpdf", "--check", file),
            StringComparison.Ordinal
        );
    }

    private static async Task<byte[]> FileAsync(RunningOffice running, string path)
    {
        using var answer = await running.Http.GetAsync(new Uri(path, UriKind.Relative), RunningOffice.Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(RunningOffice.Cancellation);
    }

    private static async Task<string> ToolAsync(string name, params string[] arguments)
    {
        using var tool = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(name, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = await tool.StandardOutput.ReadToEndAsync(RunningOffice.Cancellation);
        await tool.WaitForExitAsync(RunningOffice.Cancellation);
        return said;
    }

    private static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
