using Sakip.Consistency;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>The register of regulations accuses nobody by a fact that only its drafter knew.</summary>
public sealed class RegisterTests
{
    private static readonly string Clean = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "sample", "laporan-2024-tercetak", "laporan-diperbaiki.json")
    );

    [Fact]
    public void Every_entry_says_which_of_its_facts_were_confirmed() =>
        Assert.All(Regulation.Register, entry => Assert.NotNull(entry.Confirmed));

    [Fact]
    public void A_number_that_nobody_confirmed_is_pointed_out_and_no_more()
    {
        var found = Assert.Single(
            ReportChecker.Check(
                Clean.Replace(
                    "Tambahan Lembaran Negara Republik Indonesia Nomor 4817",
                    "Tambahan Lembaran Negara Republik Indonesia Nomor 4871",
                    StringComparison.Ordinal
                )
            )
        );
        Assert.Equal(("K-DK-05", FindingLevel.Info), (found.Code, found.Level));
    }

    [Fact]
    public void Ministries_number_on_their_own() =>
        Assert.Empty(
            ReportChecker.Check(
                Clean.Replace(
                    "Dasar hukum yang menjadi pijakan",
                    "Peraturan Menteri Dalam Negeri Nomor 53 Tahun 2014 tentang Tata Naskah Dinas tidak dipakai. Dasar hukum yang menjadi pijakan",
                    StringComparison.Ordinal
                )
            )
        );

    [Fact]
    public void A_regulation_said_to_revise_one_about_something_else_is_found()
    {
        var found = Assert.Single(
            ReportChecker.Check(
                Clean.Replace(
                    "tentang Evaluasi Reformasi Birokrasi.",
                    "tentang Evaluasi Reformasi Birokrasi, yang merupakan revisi dari Permenpan RB Nomor 3 Tahun 2020.",
                    StringComparison.Ordinal
                )
            )
        );
        Assert.Equal("K-DK-05", found.Code);
    }
}
