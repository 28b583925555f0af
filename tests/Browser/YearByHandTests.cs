namespace Sakip.Tests.Browser;

/// <summary>
/// The sample's year done in the browser, from the import of the plan to the published report. Nobody knows more than their
/// mailbox and what the pages show.
/// </summary>
public sealed class YearByHandTests(Screens screens)
{
    [Fact]
    public async Task The_year_is_done_by_hand_from_import_to_publication()
    {
        var year = await screens.YearAsync();

        Assert.True(
            year.Failure is null && year.IsPublished,
            $"Stopped at {year.Now}: {string.Join("; ", year.ByHand)}\n{year.Failure}"
        );
        await OfficeWork.ReadAsTheyPublishAsync(year);
        var done = string.Join('\n', year.ByHand);
        foreach (
            var act in (string[])
                [
                    "impor rencana",
                    "Pemeriksaan Perjanjian Kinerja",
                    "Tanda tangan Perjanjian Kinerja",
                    "Laporan kinerja Triwulan I",
                    "Persetujuan laporan Triwulan I",
                    "kembali: Verifikasi laporan Triwulan I",
                    "Verifikasi laporan Triwulan I",
                    "impor realisasi",
                    "perpanjangan",
                    "pembukaan kembali",
                    "temuan dijelaskan",
                    "temuan diterima",
                    "perubahan anggaran",
                    "Narasi Laporan Kinerja",
                    "Reviu Laporan Kinerja",
                    "Tanda tangan Laporan Kinerja",
                    "dibaca publik",
                ]
        )
        {
            Assert.Contains(act, done, StringComparison.Ordinal);
        }
    }
}
