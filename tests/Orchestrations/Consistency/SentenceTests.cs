using System.Text.Json.Nodes;
using Sakip.Consistency;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>
/// Sentences put into a clean report: what contradicts its tables is found by its rule, what agrees is left alone.
/// </summary>
public sealed class SentenceTests
{
    private const string A = "Persentase Perangkat Daerah yang Reformasi Birokrasinya baik";
    private const string B = "Persentase Perpustakaan Sesuai dengan Standar Nasional Perpustakaan";

    private const string Replaced =
        "Namun, dibandingkan dengan kinerja pada tahun sebelumnya, capaian sasaran strategis tahun 2024 mengalami penurunan.";

    private static readonly string Clean = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "sample", "laporan-2024-tercetak", "laporan-diperbaiki.json")
    );

    public static TheoryData<string, string> Wrong =>
        new()
        {
            { "Capaian kinerja tahun 2024 naik dibandingkan tahun 2023.", "K-NR-01" },
            { "Capaian kinerja tahun 2024 lebih tinggi daripada tahun 2023.", "K-NR-01" },
            { $"Realisasi {B} meningkat dari 58% pada tahun 2023 menjadi 56% pada tahun 2024.", "K-NR-01" },
            { $"Realisasi {B} turun dari 58% pada tahun 2023 menjadi 57% pada tahun 2024.", "K-IN-01" },
            { $"Realisasi {B} naik 2 poin dari tahun sebelumnya.", "K-NR-01" },
            { $"Realisasi {B} turun 3 poin dari tahun sebelumnya.", "K-NR-01" },
            { "Kedua indikator mengalami kenaikan dibandingkan tahun sebelumnya.", "K-NR-01" },
            { "Kinerja tahun ini tidak berubah dibandingkan tahun lalu.", "K-NR-01" },
            { "Kinerja tahun ini membaik dibandingkan tahun lalu.", "K-NR-01" },
            { "Capaian kinerja tidak menurun dibandingkan tahun sebelumnya.", "K-NR-01" },
            { "Capaian kinerja terus meningkat setiap tahun sejak 2020.", "K-NR-01" },
            { $"{A} menurun dari 79% pada tahun 2020 menjadi 87% pada tahun 2024.", "K-NR-01" },
            { "Kedua indikator telah melampaui target yang ditetapkan.", "K-NR-01" },
            { "Kedua indikator belum mencapai target yang ditetapkan.", "K-NR-01" },
            { $"{B} melampaui target sebesar 2 poin.", "K-NR-01" },
            { $"{B} gagal mencapai target.", "K-NR-01" },
            { $"{B} tahun 2024 ditargetkan 60%.", "K-PK-01" },
            { $"{B} tahun 2023 terealisasi 57% dari target 53%.", "K-IN-01" },
            { $"Target akhir Renstra {B} sebesar 65%.", "K-DK-03" },
            { "Seluruh target jangka menengah telah tercapai.", "K-NR-01" },
            { "Peringkat capaian kinerja kedua indikator adalah Sedang.", "K-NR-01" },
            { "Capaian kinerja termasuk kriteria Rendah.", "K-NR-01" },
            { $"Tingkat kemajuan {B} adalah 98%.", "K-HT-01" },
            { "Rata-rata capaian kinerja tahun 2023 sebesar 116,19%.", "K-HT-01" },
            { $"{B} pada tahun 2022 sebesar 39%, tahun 2023 sebesar 56%, dan tahun 2024 sebesar 58%.", "K-IN-01" },
            { $"{A} sebesar 56% dan {B} sebesar 87%.", "K-IN-01" },
            { $"Realisasi {A} dan {B} masing-masing sebesar 56% dan 87%.", "K-IN-01" },
            { "Tidak ada indikator yang mencapai target.", "K-NR-01" },
            { "Dari tiga indikator, seluruhnya mencapai target.", "K-DK-04" },
            { "Satu dari dua indikator telah mencapai target.", "K-DK-04" },
            { "Sebanyak 2 (tiga) indikator mencapai target.", "K-DK-04" },
            { "Serapan anggaran sebesar 80,79% dari total pagu Rp3.639.196.501.", "K-AG-04" },
            { "Dari pagu Rp3,64 miliar telah terealisasi Rp3,24 miliar (80,79%).", "K-AG-04" },
            { "Program Penataan Organisasi memperoleh pagu Rp526 juta dan terealisasi Rp810,54 juta.", "K-AG-04" },
            { "Program Penataan Organisasi memperoleh pagu Rp525.774.880 dan terealisasi Rp486.215.430.", "K-AG-01" },
            { $"Target {B} tahun 2025 sebesar 59%.", "K-PK-01" },
            { "Terdapat empat kendala utama: keterbatasan anggaran, jumlah pustakawan, dan sarana.", "K-DK-04" },
            { "Efisiensi penggunaan sumber daya mencapai 140%.", "K-HT-01" },
            { "Capaian kinerja tahun 2024 berada di atas capaian tahun 2023.", "K-NR-01" },
            { "Seluruh indikator kinerja berhasil melampaui target.", "K-NR-01" },
            { "Hanya satu indikator yang berhasil mencapai target.", "K-DK-04" },
            { "Semua indikator tercapai, kecuali satu indikator.", "K-DK-04" },
            { "Semua tercapai, kecuali 1 (satu) indikator kinerja sasaran.", "K-DK-04" },
            { "Seluruh sasaran strategis telah mencapai target kecuali satu sasaran.", "K-DK-04" },
            { "Kecuali dua indikator, seluruh target kinerja terpenuhi.", "K-DK-04" },
            { $"Seluruh indikator mencapai target, kecuali {B}.", "K-NR-01" },
            { $"Selain {A}, semua indikator telah mencapai target.", "K-NR-01" },
        };

    public static TheoryData<string> Right =>
        new()
        {
            $"{A} menggantikan indikator lama berdasarkan PERDA/5/2024 tanggal 20 Juli 2024.",
            $"{B} ditetapkan dengan Nomor 12/2024 tanggal 20 Juli 2024.",
            "Capaian kinerja tahun 2024 lebih rendah daripada tahun 2023.",
            $"Realisasi {B} turun dari 58% pada tahun 2023 menjadi 56% pada tahun 2024.",
            $"Realisasi {B} turun 2 poin dari tahun sebelumnya.",
            "Kinerja tahun ini merosot dibandingkan tahun lalu.",
            "Capaian kinerja tidak meningkat dibandingkan tahun sebelumnya.",
            $"{A} meningkat dari 79% pada tahun 2020 menjadi 87% pada tahun 2024.",
            "Capaian kinerja tahun 2024 turun dibandingkan tahun 2023, yaitu dari 103% menjadi 100% dan dari 109% menjadi 100%.",
            $"{B} tahun 2024 ditargetkan 56 persen dan terealisasi 56 persen.",
            $"{B} tahun 2023 terealisasi 58% dari target 53%.",
            "Target jangka menengah belum tercapai.",
            "Peringkat capaian kinerja kedua indikator adalah Sangat Tinggi.",
            $"Tingkat kemajuan {B} adalah 93%.",
            "Rata-rata capaian kinerja tahun 2023 sebesar 106,19%.",
            "Serapan anggaran tahun 2023 sebesar 91,2%.",
            $"Realisasi {B} tahun 2024 sebesar 56% atau turun 2% poin dari tahun sebelumnya.",
            $"Realisasi {B} turun 3,45% dari tahun sebelumnya.",
            $"{B} pada tahun 2022 sebesar 39%, tahun 2023 sebesar 58%, dan tahun 2024 sebesar 56%.",
            $"{A} sebesar 87% dan {B} sebesar 56%.",
            $"Capaian {A} dan {B} masing-masing sebesar 100% dan 100%.",
            $"Realisasi {A} dan {B} masing-masing sebesar 87% dan 56%.",
            "Tidak ada indikator yang belum mencapai target.",
            "Dari dua indikator, seluruhnya mencapai target.",
            "Dua dari dua indikator telah mencapai target.",
            "Capaian tahun 2024 sebesar 100% lebih rendah daripada capaian tahun 2023 sebesar 103%.",
            "Serapan anggaran sebesar 80,79% dari total pagu Rp3.639.196.510.",
            "Dari pagu Rp3,64 miliar telah terealisasi Rp2,94 miliar (80,79%).",
            "Program Penataan Organisasi memperoleh pagu Rp962,82 juta dan terealisasi Rp810,54 juta.",
            "Sisa anggaran tahun 2024 sebesar Rp698.961.045 menunjukkan efisiensi.",
            "Anggaran semula Rp3.700.000.000 menjadi Rp3.639.196.510 setelah perubahan.",
            "Target tahun 2025 ditetapkan 58%.",
            $"Target {B} tahun 2025 sebesar 58%.",
            "Pemerintah Provinsi Bali memperoleh peringkat pertama nasional.",
            "Nilai AKIP meningkat dibandingkan tahun sebelumnya.",
            "Jumlah pemustaka meningkat dibandingkan tahun sebelumnya.",
            "Pada triwulan II dua sub kegiatan belum berjalan.",
            "Kegiatan ini diikuti oleh 22 (dua puluh dua) peserta dari 9 (sembilan) kabupaten/kota.",
            "Terdapat tiga kendala utama: keterbatasan anggaran, jumlah pustakawan, dan sarana.",
            "Terdapat dua kendala, yaitu: anggaran dan sarana.",
            "Rapat dihadiri 12 orang: 5 dari biro dan 7 dari dinas.",
            "Realisasi fisik mencapai 100%.",
            "Efisiensi penggunaan sumber daya mencapai 119%.",
            "Dasar pelaksanaannya adalah Peraturan Menteri Dalam Negeri Nomor 53 Tahun 2014 tentang Tata Naskah Dinas.",
            "Dasar pelaksanaannya adalah Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah.",
            "Capaian kinerja tahun 2024 berada di bawah capaian tahun 2023.",
            "Semua indikator tercapai tanpa kecuali.",
            "Seluruh sub kegiatan terlaksana, kecuali satu kegiatan yang dialihkan.",
            "Semua program terserap di atas 80%, kecuali satu program.",
            "Pada tahun 2023 seluruh indikator tercapai, kecuali satu indikator.",
            "Target triwulan berikutnya diharapkan tercapai seluruhnya, kecuali satu indikator yang menunggu survei.",
        };

    // All of them stand in one report, a paragraph each; checking is quick, but not that quick.
    private static readonly Lazy<IReadOnlyList<Finding>> OfWrong = new(() =>
        Check(Wrong.Select(row => row.Data.Item1))
    );

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_contradicts_the_tables_is_found(string sentence, string code)
    {
        var found = OfWrong.Value.Where(finding => finding.Code == code && finding.Quote == sentence).ToList();
        Assert.NotEmpty(found);
        Assert.All(
            found,
            finding => Assert.Contains("1. Perbandingan target", finding.Where[0], StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_agrees_with_them_or_speaks_of_something_else_gives_no_alarm() =>
        Assert.Empty(Check(Right.Select(row => row.Data)));

    private static IReadOnlyList<Finding> Check(IEnumerable<string> sentences)
    {
        var report = JsonNode.Parse(Clean)!;
        var blocks = report["sections"]!.AsArray().First(one => (string?)one!["kind"] == "lastYear")![
            "blocks"
        ]!.AsArray();
        var paragraph = blocks.Last(block => block!["paragraph"] is not null)!;
        Assert.Contains(Replaced, (string)paragraph["paragraph"]!, StringComparison.Ordinal);
        blocks.Remove(paragraph);
        foreach (var sentence in sentences)
            blocks.Add(new JsonObject { ["paragraph"] = sentence });
        return ReportChecker.Check(report.ToJsonString());
    }
}
