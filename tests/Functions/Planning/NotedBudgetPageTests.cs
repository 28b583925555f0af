using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sakip.Planning;
using Sakip.Rehearsal;
using Sakip.Tests.Functions.Access;

namespace Sakip.Tests.Functions.Planning;

/// <summary>
/// Changes of the year after its agreement was signed, from what is handed in to the pages and letters that follow: a
/// shift of the budget inside an activity, a new carrier, an official who leaves.
/// </summary>
public sealed class NotedBudgetPageTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const string Root = "kantor/biro-organisasi/2024";

    [Fact]
    public async Task A_new_carrier_and_a_shift_that_change_no_figure_of_the_agreement_are_recorded_without_a_signature()
    {
        await SignedAsync();
        var planner = Planner;
        using var person = await Person.SignedInAsync(office, planner.Email);
        // The carriers' file was made on the budget before the shift.
        await MoveCarriersAsync(person);
        using var accepted = await SendAsync("budget-revisions", Case("s04-pergeseran-dalam-kegiatan.json"));
        await office.SettleAsync();
        office.Mailbox.Look();
        var letter = office.Mailbox.Letters.Single(one =>
            one.Subject.StartsWith("Dicatat tanpa perubahan perjanjian", StringComparison.Ordinal)
        );
        using var budget = await person.GetAsync(Root + "/anggaran");
        var shown = await budget.Content.ReadAsStringAsync(RunningOffice.Cancellation);
        using var agreement = await person.GetAsync(Root + "/perjanjian/1");

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(planner.Email, letter.To);
        Assert.Contains("Dicatat tanpa perubahan perjanjian.", shown);
        Assert.Equal(HttpStatusCode.NotFound, agreement.StatusCode);
    }

    [Fact]
    public async Task An_official_who_leaves_is_recorded_once_with_a_successor_whom_the_plan_knows()
    {
        await SignedAsync();
        var leaving = new
        {
            by = Planner.Code,
            decree = "SK/7/2024",
            decreeDate = "2024-01-02",
            from = "2024-02-01",
            reason = "Memasuki masa pensiun.",
            official = "p05",
            @event = "Retired",
            successors = new[]
            {
                new
                {
                    post = "kabag-tata",
                    official = "p03",
                    tenure = "Plt",
                },
            },
        };
        using var preview = await SendAsync("changes/official?preview=true", JsonSerializer.Serialize(leaving));
        using var recorded = await SendAsync("changes/official", JsonSerializer.Serialize(leaving));
        using var again = await SendAsync("changes/official", JsonSerializer.Serialize(leaving));
        using var nobody = await SendAsync(
            "changes/official",
            JsonSerializer.Serialize(leaving).Replace("\"p03\"", "\"p99\"", StringComparison.Ordinal)
        );
        var answer = await recorded.Content.ReadAsStringAsync(RunningOffice.Cancellation);

        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, recorded.StatusCode);
        Assert.Contains("Plt.", answer, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
    }

    private async Task MoveCarriersAsync(Person person)
    {
        var onward = await OnwardAsync(person, Case("s02-sotk-sebagai-perubahan-anggaran.json"));
        var (_, page) = await ReadAsync(person, onward);
        var fields = PageForm.Read(page)!.Fields;
        var (emptyStatus, empty) = await PostAsync(person, Root + "/perubahan/organisasi", fields);
        Based(fields);
        using var filled = await person.PostAsync(Root + "/perubahan/organisasi", fields);
        var preview = filled.Headers.Location!.ToString().TrimStart('/');
        var (_, shown) = await ReadAsync(person, preview);
        var press = PageForm.Read(shown)!.Fields;
        using var elsewhere = await person.PostAsync(
            preview,
            new Dictionary<string, string>(press) { ["versi"] = "9" }
        );
        using var applied = await person.PostAsync(preview, press);
        var (_, list) = await ReadAsync(person, Root + "/perubahan");
        var (_, budget) = await ReadAsync(person, Root + "/anggaran");
        using var agreement = await person.GetAsync(Root + "/perjanjian/1");

        Assert.Equal(422, emptyStatus);
        Assert.Contains("Nomor keputusan belum diisi.", empty);
        Assert.Contains("IV.A", fields["subkegiatan"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, filled.StatusCode);
        Assert.Contains("Perjanjian kinerja tetap berlaku", shown);
        Assert.Equal(HttpStatusCode.Conflict, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, applied.StatusCode);
        Assert.Contains("PERGUB/12/2024", list);
        Assert.DoesNotContain("SOTK/CONTOH/2024", budget);
        Assert.Contains("beralih dari Kelembagaan dan Analisis Jabatan ke Reformasi Birokrasi", list);
        Assert.Equal(HttpStatusCode.NotFound, agreement.StatusCode);
    }

    private Official Planner
    {
        get
        {
            var plan = PlanReader.Read(office.Sample("plan.json")).Value!;
            var code = plan.Roles.First(role => role.Role == OfficeRole.Planner).Official;
            return plan.Officials.Single(one => one.Code == code);
        }
    }

    // The tests of this class share an office, in whichever order they run.
    private async Task SignedAsync()
    {
        using var standing = await office.Office.PlanAsync(
            HttpMethod.Get,
            RunningOffice.Year + "/agreements",
            json: null,
            RunningOffice.Cancellation
        );
        if (
            standing.IsSuccessStatusCode
            && (await standing.Content.ReadAsStringAsync(RunningOffice.Cancellation)).Contains(
                "InForce",
                StringComparison.Ordinal
            )
        )
        {
            return;
        }

        await office.OpenSignaturesAsync();
        await office.SignAsBothPartiesAsync();
    }

    private void Based(Dictionary<string, string> fields)
    {
        fields["keputusan"] = "PERGUB/12/2024";
        fields["tanggal"] = "2 Januari 2024";
        fields["berlaku"] = "1 Februari 2024";
        fields["alasan"] = "Bagian kelembagaan menyerahkan pekerjaannya.";
    }

    private async Task<string> OnwardAsync(Person person, string file)
    {
        var (_, page) = await ReadAsync(person, Root + "/anggaran/perubahan");
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "berkas", "sotk.json" },
            { new StringContent(PageForm.Read(page)!.Fields["penanda"]), "penanda" },
        };
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(Root + "/anggaran/perubahan", UriKind.Relative)
        )
        {
            Content = form,
        };
        request.Headers.Add("Cookie", string.Join("; ", person.Cookies.Select(pair => $"{pair.Key}={pair.Value}")));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = office.Http.BaseAddress,
        };
        using var answer = await http.SendAsync(request, RunningOffice.Cancellation);
        var (_, shown) = await ReadAsync(person, answer.Headers.Location!.ToString().TrimStart('/'));
        return Regex
            .Match(shown, "href=\"(/kantor/[^\"]*/perubahan/organisasi[^\"]*)\"")
            .Groups[1]
            .Value.TrimStart('/');
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/offices/biro-organisasi/2024/" + path)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("x-functions-key", office.FunctionKey);
        return await office.Http.SendAsync(request, RunningOffice.Cancellation);
    }

    private static async Task<(int Status, string Text)> ReadAsync(Person person, string path)
    {
        using var answer = await person.GetAsync(path);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    private static async Task<(int Status, string Text)> PostAsync(
        Person person,
        string path,
        IReadOnlyDictionary<string, string> form
    )
    {
        using var answer = await person.PostAsync(path, form);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    private string Case(string name) =>
        File.ReadAllText(Path.Combine(office.Options.Sample, "../../../tests/Orchestrations/Planning/Cases", name));
}
