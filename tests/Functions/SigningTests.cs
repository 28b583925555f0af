using Sakip.Rehearsal;

namespace Sakip.Tests.Functions;

/// <summary>A signature needs the link and a code from the mailbox; once it stands, it stands.</summary>
public sealed class SigningTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    [Fact]
    public async Task A_signature_needs_its_code_and_then_stands_against_every_other_decision()
    {
        await office.OpenSignaturesAsync();
        var letter = office.Letter("Mohon tanda tangan: Perjanjian Kinerja");
        var form = await office.FormWithCodeAsync(letter);
        var right = form["kode"];
        form["tindakan"] = "setuju";

        form["kode"] = right == "000000" ? "111111" : "000000";
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var (wrong, page) = await office.PostAsync(letter.Link!, form);
            Assert.Equal(422, wrong);
            Assert.Contains("Kode salah", page);
        }

        form["kode"] = right;
        var (dead, deadPage) = await office.PostAsync(letter.Link!, form);
        Assert.Equal(422, dead);
        Assert.Contains("tidak berlaku lagi", deadPage);

        form = await office.FormWithCodeAsync(letter);
        Assert.NotEqual(right, form["kode"]);
        form["tindakan"] = "setuju";
        Assert.Equal(200, (await office.PostAsync(letter.Link!, form)).Status);

        var (shown, decided) = await office.GetAsync(letter.Link!);
        Assert.Equal(200, shown);
        Assert.Contains("Ditandatangani", decided);
        Assert.Contains("Contoh Satu Wijaya", decided);
        Assert.Contains("2 Januari 2024", decided);
        Assert.Equal(200, (await office.PostAsync(letter.Link!, form)).Status);
        form["tindakan"] = "kembalikan";
        form["catatan"] = "Terlambat.";
        var (other, otherPage) = await office.PostAsync(letter.Link!, form);
        Assert.Equal(409, other);
        Assert.Contains("sudah diputuskan sebelumnya", otherPage);
    }
}

/// <summary>Two persons in one mailbox, or one with two windows: the first decision stands.</summary>
public sealed class RaceTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    [Fact]
    public async Task Of_two_simultaneous_decisions_one_stands_and_the_other_sees_it()
    {
        await office.StartYearAsync();
        await office.SignAgreementAsync();
        await office.MoveToAsync(new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.Zero));
        var letter = office.Letter("Mohon diisi", "Tata Usaha");
        var form = await office.FormAsync(letter.Link!);
        Figures.Load(Path.Combine(office.Options.Sample, "realisations.json")).Type(form, 1);
        form["tindakan"] = "setuju";
        Assert.Equal(200, (await office.PostAsync(letter.Link!, form)).Status);
        await office.SettleAsync();

        var head = office.Letter("Mohon persetujuan", "Tata Usaha");
        var yes = await office.FormAsync(head.Link!);
        var no = new Dictionary<string, string>(yes) { ["tindakan"] = "kembalikan", ["catatan"] = "Periksa lagi." };
        yes["tindakan"] = "setuju";
        var answers = await Task.WhenAll(office.PostAsync(head.Link!, yes), office.PostAsync(head.Link!, no));

        Assert.Equal([200, 409], answers.Select(answer => answer.Status).Order());
    }
}
