using System.Net;

namespace Sakip.Tests.Functions.Access;

/// <summary>Settings change the plan with a reason, or say what is wrong and keep what was typed.</summary>
public sealed partial class SettingsTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const string Base = "/kantor/biro-organisasi/2024/pengaturan";
    private const string Administrator = "delapan.belas.rahayu@contoh.example";
    private const string Planner = "tiga.belas.dewanti@contoh.example";

    [Fact]
    public async Task A_holiday_is_added_with_a_reason_and_stands_in_the_history()
    {
        await office.StartYearAsync();
        using var person = await Person.SignedInAsync(office, Administrator);
        var form = await FormAsync(person, Base + "/hari-libur");
        form["tanggal"] = "2024-08-19";
        form["nama"] = "Hari Jadi Provinsi";
        form["lingkup"] = "Bali";
        form["sumber"] = "Surat Edaran Gubernur";
        form["alasan"] = "Ditetapkan gubernur";
        form["aksi"] = "simpan";

        using var saved = await person.PostAsync(Base + "/hari-libur", form);
        var shown = await ReadAsync(person, saved.Headers.Location!.ToString());
        var overview = await ReadAsync(person, Base);

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("tersimpan", shown);
        Assert.Contains("Hari Jadi Provinsi", shown);
        Assert.Contains("Ditetapkan gubernur", overview);
        Assert.Contains("Contoh Delapan Belas Rahayu", overview);
    }

    [Fact]
    public async Task A_window_that_breaks_a_rule_is_refused_with_what_was_typed()
    {
        await office.StartYearAsync();
        using var person = await Person.SignedInAsync(office, Planner);
        var form = await FormAsync(person, Base + "/jendela");
        form["q2.tempo"] = "2024-06-01";
        form["alasan"] = "Coba-coba";
        form["aksi"] = "simpan";

        using var refused = await person.PostAsync(Base + "/jendela", form);
        var page = await refused.Content.ReadAsStringAsync(RunningOffice.Cancellation);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Tenggat harus setelah pembukaan", page);
        Assert.Contains("value=\"2024-06-01\"", page);
        Assert.Contains("value=\"Coba-coba\"", page);
    }

    [Fact]
    public async Task Without_a_reason_nothing_changes()
    {
        await office.StartYearAsync();
        using var person = await Person.SignedInAsync(office, Planner);
        var form = await FormAsync(person, Base + "/kebijakan");
        form["batas"] = "At110";
        form["alasan"] = " ";
        form["aksi"] = "simpan";

        using var refused = await person.PostAsync(Base + "/kebijakan", form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(
            "Alasan perubahan wajib diisi",
            await refused.Content.ReadAsStringAsync(RunningOffice.Cancellation)
        );
    }

    [Fact]
    public async Task A_role_that_is_given_counts_at_the_next_call()
    {
        await office.StartYearAsync();
        using var person = await Person.SignedInAsync(office, Administrator);
        using var other = await Person.SignedInAsync(office, "empat.belas.kusuma@contoh.example");
        using var before = await other.GetAsync("/kantor/biro-organisasi/2024/audit");
        var form = await FormAsync(person, Base + "/peran");
        form["pegawai"] = "p14";
        form["peran"] = "Verifier";
        form["subunit"] = "";
        form["alasan"] = "Tugas tambahan";
        form["aksi"] = "simpan";

        using var saved = await person.PostAsync(Base + "/peran", form);
        using var after = await other.GetAsync("/kantor/biro-organisasi/2024/audit");

        Assert.Equal(HttpStatusCode.Forbidden, before.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Somebody_new_is_added_with_post_decree_and_day_and_a_wrong_number_is_said_at_its_field()
    {
        await office.StartYearAsync();
        using var person = await Person.SignedInAsync(office, Administrator);
        var form = await FormAsync(person, Base + "/pegawai");
        form["nama"] = "Contoh Pegawai Baru";
        form["nip"] = "123";
        form["surel"] = "pegawai.baru@contoh.example";
        form["alasan"] = "Mutasi masuk";
        form["aksi"] = "simpan";

        using var refused = await person.PostAsync(Base + "/pegawai", form);
        var again = await refused.Content.ReadAsStringAsync(RunningOffice.Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("href=\"#nip\"", again);
        Assert.Contains("Contoh Pegawai Baru", again);

        form["nip"] = "19900101 201501 1 099";
        using var saved = await person.PostAsync(Base + "/pegawai", form);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("Contoh Pegawai Baru", await ReadAsync(person, Base + "/pegawai"));
    }

    [Fact]
    public async Task A_form_without_the_pages_token_changes_nothing()
    {
        await office.StartYearAsync();
        using var person = await Person.SignedInAsync(office, Planner);
        var form = await FormAsync(person, Base + "/kebijakan");
        form.Remove("penanda");
        form["batas"] = "At120";
        form["alasan"] = "Dari situs lain";

        using var refused = await person.PostAsync(Base + "/kebijakan", form);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.DoesNotContain("Dari situs lain", await ReadAsync(person, Base));
    }

    // The page's last form is the one that saves; its fields are read from the whole page.
    private static async Task<Dictionary<string, string>> FormAsync(Person person, string path)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await ReadAsync(person, path));
        var form = page.QuerySelectorAll("form[method=post]").Last();
        var fields = new Dictionary<string, string>();
        foreach (var field in form.QuerySelectorAll("input[name], select[name]"))
        {
            if (field.GetAttribute("type") is "checkbox")
                continue;
            fields[field.GetAttribute("name")!] = field is AngleSharp.Html.Dom.IHtmlSelectElement select
                ? select.Value ?? ""
                : field.GetAttribute("value") ?? "";
        }

        return fields;
    }

    private static async Task<string> ReadAsync(Person person, string path)
    {
        using var answer = await person.GetAsync(path);
        return await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation);
    }
}
