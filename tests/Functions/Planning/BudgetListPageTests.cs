using System.Net;
using System.Text;
using Sakip.Planning;
using Sakip.Rehearsal;
using Sakip.Tests.Functions.Access;

namespace Sakip.Tests.Functions.Planning;

/// <summary>The budget manager brings in the lists of the finance system, the original's and the stages' of the year.</summary>
public sealed class BudgetListPageTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const string Root = Sample + "/anggaran";

    private const string Sample = "kantor/biro-organisasi/2024";

    private const string Head =
        "Kode Program;Nama Program;Kode Kegiatan;Nama Kegiatan;Kode Sub Kegiatan;Nama Sub Kegiatan;Pagu Murni;Pagu Pergeseran\n";

    private const string Row =
        "4.01.09;Program Baru;4.01.09.1.01;Kegiatan Baru;4.01.09.1.01.0001;Sub Kegiatan Baru;{0};1\n";

    private string Case =>
        Path.Combine(
            office.Options.Sample,
            "../../../tests",
            "Orchestrations",
            "Planning",
            "Cases",
            "b14-rekap-sub-kegiatan-gaya-sipd.xlsx"
        );

    private OfficePlan Plan => PlanReader.Read(office.Sample("plan.json")).Value!;

    [Fact]
    public async Task A_list_asks_once_for_what_it_does_not_say_and_the_next_one_is_read_alike()
    {
        await office.StartYearAsync();
        using var manager = await Person.SignedInAsync(office, EmailOf(OfficeRole.BudgetManager));

        var preview = await UploadAsync(manager, Root + "/daftar", "rekap.csv", List("1.000.000"));
        var (_, asked) = await ReadAsync(manager, preview);
        var fields = PageForm.Read(asked)!.Fields;
        fields["column"] = "pagumurni";
        fields["tahap"] = "Shift";
        var (_, open) = await SendAsync(manager, preview, fields);
        fields = PageForm.Read(open)!.Fields;
        fields["column"] = "pagumurni";
        fields["pilih.program:4.01.09"] = Plan.SubUnits[0].Code;
        fields["pilih.dana"] = "APBD";
        var (shownStatus, shown) = await SendAsync(manager, preview, fields);
        var (lackingStatus, lacking) = await ApplyAsync(manager, preview, shown, "", "");
        var (keptStatus, _) = await ApplyAsync(manager, preview, lacking, "DPA-GESER/1", "2 April 2024");
        var (_, budget) = await ReadAsync(manager, Root);

        Assert.Contains("Kolom mana yang berisi pagu", asked);
        Assert.DoesNotContain("Terapkan</button>", asked);
        Assert.Contains("belum mempunyai sub-unit pelaksana", open);
        Assert.Equal((200, 422, 303), (shownStatus, lackingStatus, keptStatus));
        Assert.Contains("Nomor dokumen anggaran (DPA) belum diisi.", lacking);
        Assert.Contains("Pergeseran ke-1", budget);
        Assert.Contains("DPA-GESER/1", budget);

        var second = await UploadAsync(manager, Root + "/daftar", "rekap-2.csv", List("2.000.000"));
        var (status, again) = await ReadAsync(manager, second);

        Assert.Equal(200, status);
        Assert.Contains("seperti impor sebelumnya", again);
        Assert.DoesNotContain("Sub-unit pelaksana", again);
    }

    [Fact]
    public async Task Before_it_is_signed_a_list_replaces_the_budget_of_the_plan_with_what_was_known_of_it()
    {
        const string Other = "kantor/kantor-sipd/2024";
        var plan = Plan with { Unit = Plan.Unit with { Code = "kantor-sipd" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/offices/kantor-sipd/2024")
        {
            Content = new StringContent(PlanWriter.Write(plan), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("x-functions-key", office.FunctionKey);
        using var started = await office.Http.SendAsync(request, RunningOffice.Cancellation);
        using var manager = await Person.SignedInAsync(office, EmailOf(OfficeRole.BudgetManager));
        using var planner = await Person.SignedInAsync(office, EmailOf(OfficeRole.Planner));
        var file = await File.ReadAllBytesAsync(Case, RunningOffice.Cancellation);

        var preview = await UploadAsync(manager, Other + "/anggaran/daftar", "rekap.xlsx", file);
        var (_, asked) = await ReadAsync(manager, preview);
        var fields = PageForm.Read(asked)!.Fields;
        fields["column"] = "pagumurni";
        var (_, shown) = await SendAsync(manager, preview, fields);
        fields = PageForm.Read(shown)!.Fields;
        fields["column"] = "pagumurni";
        fields["aksi"] = "terapkan";
        var (status, _) = await SendAsync(manager, preview, fields);
        var (_, export) = await ReadAsync(planner, Other + "/rencana/ekspor.json");

        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        Assert.Contains("Murni: 22 sub kegiatan", shown);
        Assert.Equal(303, status);
        var kept = PlanReader.Read(export).Value!;
        Assert.Equal(BudgetStage.Original, kept.Budget.Stage);
        Assert.Equal(plan.Budget.Ceiling(), kept.Budget.Ceiling());
        var sub = kept.Budget.SubActivities().First();
        Assert.Equal(("I.A.1", "perpustakaan", 203m), (sub.Code, sub.SubUnit, sub.OutputTarget));
        Assert.Equal("I.A.1", kept.Budget.Source!.Codes!["4.01.01.1.01.0001"]);
    }

    [Fact]
    public async Task A_first_plan_that_lacks_its_budget_has_it_filled_in_from_a_list_and_goes_on_to_its_preview()
    {
        var plan = Plan with
        {
            Unit = Plan.Unit with { Code = "kantor-baru" },
            Budget = Plan.Budget with { Programmes = [] },
            ActionPlan = [],
            Report = Plan.Report with { Narratives = [] },
        };
        using var keeper = await Person.SignedInAsync(office, AppSettings.Administrator);

        var first = await UploadAsync(keeper, "impor", "rencana.json", Encoding.UTF8.GetBytes(PlanWriter.Write(plan)));
        var (lackingStatus, lacking) = await ReadAsync(keeper, first);
        var preview = await UploadAsync(keeper, first + "/anggaran", "rekap.csv", List("1.000.000"));
        var (_, asked) = await ReadAsync(keeper, preview);
        var fields = PageForm.Read(asked)!.Fields;
        fields["column"] = "pagumurni";
        fields["pilih.dana"] = "APBD";
        fields["pilih.program:4.01.09"] = plan.SubUnits[0].Code;
        var (_, shown) = await SendAsync(keeper, preview, fields);
        fields = PageForm.Read(shown)!.Fields;
        fields["column"] = "pagumurni";
        fields["aksi"] = "terapkan";
        using var filled = await keeper.PostAsync(preview, fields);
        var (wholeStatus, whole) = await ReadAsync(keeper, filled.Headers.Location!.ToString().TrimStart('/'));

        Assert.Equal(422, lackingStatus);
        Assert.Contains("Isi anggaran dari daftar SIPD-RI", lacking);
        Assert.Contains("Murni: 1 sub kegiatan", shown);
        Assert.Equal(200, wholeStatus);
        Assert.Contains("Berkas ini dapat diterapkan", whole);
    }

    [Fact]
    public async Task A_file_that_is_no_list_is_refused_with_what_to_do_and_an_operator_may_not_bring_one()
    {
        await office.StartYearAsync();
        using var manager = await Person.SignedInAsync(office, EmailOf(OfficeRole.BudgetManager));
        using var operating = await Person.SignedInAsync(office, EmailOf(OfficeRole.Operator));

        var preview = await UploadAsync(manager, Root + "/daftar", "a.csv", "kode;nama\n1;2\n"u8.ToArray());
        var (status, page) = await ReadAsync(manager, preview);
        using var denied = await operating.GetAsync(Root + "/daftar");

        Assert.Equal(422, status);
        Assert.Contains("Ekspor rekap sub kegiatan", page);
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
    }

    private static byte[] List(string shifted) =>
        Encoding.UTF8.GetBytes(Head + Row.Replace("{0}", shifted, StringComparison.Ordinal));

    private static async Task<(int Status, string Page)> ApplyAsync(
        Person person,
        string path,
        string page,
        string number,
        string date
    )
    {
        var fields = PageForm.Read(page)!.Fields;
        fields["column"] = "pagumurni";
        fields["pilih.program:4.01.09"] = "perpustakaan";
        fields["nomor"] = number;
        fields["tanggal"] = date;
        fields["aksi"] = "terapkan";
        return await SendAsync(person, path, fields);
    }

    private static async Task<(int Status, string Page)> SendAsync(
        Person person,
        string path,
        Dictionary<string, string> fields
    )
    {
        fields.TryAdd("aksi", "lihat");
        using var answer = await person.PostAsync(path, fields);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    private static async Task<(int Status, string Page)> ReadAsync(Person person, string path)
    {
        using var answer = await person.GetAsync(path);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));
    }

    private async Task<string> UploadAsync(Person person, string path, string name, byte[] file)
    {
        var (_, page) = await ReadAsync(person, path);
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(file), "berkas", name },
            { new StringContent(PageForm.Read(page)!.Fields["penanda"]), "penanda" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = form };
        request.Headers.Add("Cookie", string.Join("; ", person.Cookies.Select(pair => $"{pair.Key}={pair.Value}")));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = office.Http.BaseAddress,
        };
        using var answer = await http.SendAsync(request, RunningOffice.Cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString().TrimStart('/');
    }

    private string EmailOf(OfficeRole role)
    {
        var code = Plan.Roles.First(assigned => assigned.Role == role).Official;
        return Plan.Officials.Single(official => official.Code == code).Email;
    }
}
