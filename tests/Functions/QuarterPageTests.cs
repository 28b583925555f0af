using System.Net;
using Sakip.Rehearsal;
using Sakip.Tests.Functions.Access;

namespace Sakip.Tests.Functions;

/// <summary>What planner and others do on a quarter's page.</summary>
[Collection(QuarterOffices.Name)]
public sealed class QuarterPageTests(QuarterOffice office)
{
    private const string Page = "kantor/biro-organisasi/2024/triwulan/1";
    private const string Planner = "tiga.belas.dewanti@contoh.example";

    [Fact]
    public async Task A_window_is_extended_on_its_page_and_whoever_owes_is_told_the_new_day()
    {
        using var planner = await Person.SignedInAsync(office.Running, Planner);
        var form = await FormAsync(planner, "perpanjang");
        form["due"] = "2024-04-26";
        form["closes"] = "2024-05-03";
        form["verificationDue"] = "2024-05-08";
        form["reason"] = "singkat";

        using var refused = await planner.PostAsync(Page, form);
        var again = await TextAsync(refused);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("belum diperpanjang", again, StringComparison.Ordinal);
        Assert.Contains("2024-04-26", again, StringComparison.Ordinal);
        Assert.Contains("singkat", again, StringComparison.Ordinal);

        form["reason"] = "Cuti bersama Idulfitri mengurangi hari kerja pengisian laporan.";
        using var extended = await planner.PostAsync(Page, form);
        Assert.Equal(HttpStatusCode.SeeOther, extended.StatusCode);
        // Whoever had no answer and sends the same again is answered as before.
        using var repeated = await planner.PostAsync(Page, form);
        Assert.Equal(HttpStatusCode.SeeOther, repeated.StatusCode);
        await office.Running.SettleAsync();

        using var page = await planner.GetAsync(Page);
        Assert.Contains("26 April 2024", await TextAsync(page), StringComparison.Ordinal);
        office.Running.Mailbox.Look();
        Assert.Single(
            office.Running.Mailbox.Letters,
            letter =>
                letter.Subject.Contains("diperpanjang", StringComparison.Ordinal)
                && letter.To == office.Asked("Tata Usaha").To
        );
    }

    [Fact]
    public async Task An_open_quarter_is_not_reopened_and_has_no_report_yet()
    {
        using var planner = await Person.SignedInAsync(office.Running, Planner);
        var form = await FormAsync(planner, "buka-kembali");
        form["subUnit"] = "kelembagaan";
        form["alasan"] = "Keterangan keluaran perlu dilengkapi.";

        using var reopened = await planner.PostAsync(Page, form);
        using var pdf = await planner.GetAsync(Page + "/laporan/pdf");
        using var sheet = await planner.GetAsync(Page + "/laporan/xlsx");

        Assert.Equal(HttpStatusCode.Conflict, reopened.StatusCode);
        Assert.Contains("tidak memungkinkan", await TextAsync(reopened), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, pdf.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, sheet.StatusCode);
    }

    [Fact]
    public async Task Who_only_reports_sees_the_quarter_and_cannot_extend_it()
    {
        using var employee = await Person.SignedInAsync(office.Running, office.Asked("Kelembagaan").To);
        using var page = await employee.GetAsync(Page);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("perpanjang", await TextAsync(page), StringComparison.Ordinal);

        using var refused = await employee.PostAsync(
            Page,
            new Dictionary<string, string> { ["tindakan"] = "perpanjang", ["due"] = "2024-04-19" }
        );

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_planner_has_somebody_reminded_once_a_day_and_nobody_else_may()
    {
        using var planner = await Person.SignedInAsync(office.Running, Planner);
        var form = await FormAsync(planner, "ingatkan");

        using var sent = await planner.PostAsync(Page, form);
        using var again = await planner.PostAsync(Page, form);

        Assert.EndsWith("hasil=Sent", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("hasil=SentToday", again.Headers.Location!.ToString(), StringComparison.Ordinal);
        await office.Running.SettleAsync();
        Assert.NotNull(office.Running.Letter("Pengingat: laporan Triwulan I").Link);
        using var page = await planner.GetAsync(Page + "?hasil=Sent");
        Assert.Contains("Pengingat dikirim.", await TextAsync(page), StringComparison.Ordinal);
        using var administrator = await Person.SignedInAsync(office.Running, "delapan.belas.rahayu@contoh.example");
        form["penanda"] = (await FormAsync(administrator, "ingatkan"))["penanda"];
        using var refused = await administrator.PostAsync(Page, form);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static async Task<Dictionary<string, string>> FormAsync(Person person, string action)
    {
        using var page = await person.GetAsync(Page);
        var form = PageForm.Read(await page.Content.ReadAsStringAsync(RunningOffice.Cancellation))!.Fields;
        form["tindakan"] = action;
        return form;
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
}
