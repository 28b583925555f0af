using System.Text.Json.Nodes;
using Sakip.Consistency;

namespace Sakip.Tests.Orchestrations.Consistency;

/// <summary>A clean report with one fault put in: the fault's rule speaks, at its place, and no other.</summary>
public sealed class MutationTests
{
    private static readonly string Clean = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "sample", "laporan-2024-tercetak", "laporan-diperbaiki.json")
    );

    [Fact]
    public void The_mended_report_is_clean() => Assert.Equal([], Found(Clean));

    /// <summary>Text that is replaced, what stands there then, the rules that may speak (the first must), and where.</summary>
    public static TheoryData<string, string, string, string> Faults =>
        new()
        {
            // Numbers in text.
            {
                "mencapai realisasi sebesar Rp.2,940,235,465,-",
                "mencapai realisasi sebesar Rp.2,940,235,466,-",
                "K-AG-04",
                "IKHTISAR EKSEKUTIF"
            },
            {
                "dari total anggaran sebesar Rp.3,639,196,510,-",
                "dari total anggaran sebesar Rp.3,693,196,510,-",
                "K-AG-04",
                "IKHTISAR EKSEKUTIF"
            },
            {
                "realisasi anggaran sebesar Rp.2,940,235,465,- atau 80,79%",
                "realisasi anggaran sebesar Rp.3,639,196,510,- atau 80,79%",
                "K-AG-04",
                "A. Tinjauan Umum"
            },
            {
                "serapan anggaran keseluruhan mencapai 80,79%",
                "serapan anggaran keseluruhan mencapai 87,09%",
                "K-HT-01",
                "7. Analisis program"
            },
            { "atau 80,79% dari pagu", "atau 80,97% dari pagu", "K-HT-01", "A. Tinjauan Umum" },
            {
                "persentase perpustakaan yang sesuai dengan SNP mencapai 56%",
                "persentase perpustakaan yang sesuai dengan SNP mencapai 65%",
                "K-IN-01",
                "2. Persentase Perpustakaan"
            },
            {
                "rata-rata pencapaian kinerja mencapai 100%",
                "rata-rata pencapaian kinerja mencapai 90%",
                "K-HT-01",
                "6. Analisis atas"
            },
            {
                "tingkat efisiensi yang tinggi diatas 100%",
                "tingkat efisiensi yang tinggi diatas 130%",
                "K-HT-01",
                "6. Analisis atas"
            },
            {
                "Indeks RB Provinsi Bali pada tahun 2024 mencapai 93,46",
                "Indeks RB Provinsi Bali pada tahun 2024 mencapai 94,36",
                "K-IN-01",
                "1. Persentase Perangkat"
            },
            { "memperoleh nilai 12,35", "memperoleh nilai 13,25", "K-IN-01", "1. Persentase Perangkat" },
            {
                "dari 338 perpustakaan di Provinsi Bali, 189 di antaranya",
                "dari 338 perpustakaan di Provinsi Bali, 198 di antaranya",
                "K-IN-01",
                "2. Persentase Perpustakaan"
            },
            {
                "masih terdapat 149 perpustakaan",
                "masih terdapat 194 perpustakaan",
                "K-IN-01",
                "2. Persentase Perpustakaan"
            },
            // Names and amounts.
            {
                "c. Anggaran Belanja Program Penunjang Urusan Pemerintahan Daerah Provinsi",
                "c. Anggaran Belanja Program Penataan Organisasi",
                "K-AG-01",
                "C. Realisasi Anggaran"
            },
            {
                "2. Program Pelestarian Koleksi Nasional Dan Naskah Kuno dengan anggaran Rp. 101.698.480,-",
                "2. Program Pelestarian Koleksi Nasional Dan Naskah Kuno dengan anggaran Rp. 101.698.840,-",
                "K-AG-01",
                "2.3 Perjanjian Kinerja"
            },
            {
                "sebesar Rp.525,774,880 dengan realisasi sebesar Rp.486,215,430",
                "sebesar Rp.486,215,430 dengan realisasi sebesar Rp.525,774,880",
                "K-AG-04",
                "C. Realisasi Anggaran"
            },
            { "atau sebesar 92,48%\"", "atau sebesar 94,28%\"", "K-HT-01", "C. Realisasi Anggaran" },
            // Tables.
            { "\"314,114,950\", \"93,01\"", "\"314,114,950\", \"93,10\"", "K-HT-01", "Tabel 3.9" },
            {
                "\"67,682,140\", \"65,261,340\", \"96,42\"",
                "\"67,682,140\", \"65,261,430\", \"96,42\"",
                "K-AG-02",
                "Tabel 3.9"
            },
            { "\"53%\", \"58%\", \"109%\"", "\"53%\", \"58%\", \"110%\"", "K-HT-01", "Tabel 3.3" },
            { "\"91%\", \"96%\"", "\"91%\", \"95%\"", "K-HT-01", "Tabel 3.5" },
            { "\"84,18\", \"119\"", "\"84,18\", \"118\"", "K-HT-01", "Tabel 3.7" },
            {
                "\"627,473,360\", \"586,194,410\", \"93,42\"",
                "\"627,473,630\", \"586,194,410\", \"93,42\"",
                "K-AG-02",
                "Tabel 3.7"
            },
            { "\"39%\", \"58%\", \"56%\"]", "\"39%\", \"57%\", \"56%\"]", "K-IN-01", "Tabel 3.4" },
            {
                "\"Persen\", \"56%\", \"56%\", \"100%\"]",
                "\"Persen\", \"60%\", \"56%\", \"93%\"]",
                "K-PK-01",
                "Tabel pada \"IKHTISAR EKSEKUTIF\""
            },
            {
                "\"Jumlah Anggaran\", \"Rp. 3.639.196.510\"",
                "\"Jumlah Anggaran\", \"Rp. 3.639.195.510\"",
                "K-PK-05",
                "Tabel 2.3"
            },
            {
                "\"2.\", \"Program Pelestarian Koleksi Nasional Dan Naskah Kuno\"",
                "\"3.\", \"Program Pelestarian Koleksi Nasional Dan Naskah Kuno\"",
                "K-PK-05",
                "Tabel 2.3"
            },
            {
                "\"Program Penunjang Urusan Pemerintahan Daerah Provinsi (dipisahkan)\", \"-\", \"-\", \"-\", \"2,048,907,450\", \"1,543,502,036\", \"75,33\"",
                "\"Program Penunjang Urusan Pemerintahan Daerah Provinsi (dipisahkan)\", \"-\", \"-\", \"-\", \"2,048,907,450\", \"1,543,502,036\", \"73,53\"",
                "K-HT-01",
                "Tabel 3.7"
            },
            {
                "\"Persentase Perpustakaan Sesuai dengan Standar Nasional Perpustakaan\", \"56%\", \"58%\", \"60%\"",
                "\"Persentase Perpustakaan yang Dibina\", \"56%\", \"58%\", \"60%\"",
                "K-IN-03",
                "Tabel 2.1"
            },
            { "\"> 65 – 75\"", "\"> 66 – 75\"", "K-SK-01", "Tabel 3.1" },
            { "\"> 75 – 90\", \"Tinggi\"", "\"> 75 – 90\", \"Baik\"", "K-SK-01", "Tabel 3.1" },
            {
                "\"87%\", \"87%\", \"100%\", \"Tercapai\"",
                "\"87%\", \"87%\", \"100%\", \"Tidak tercapai\"",
                "K-NR-01",
                "Tabel 3.6"
            },
            // Counts.
            {
                "1 (satu) sasaran strategis beserta",
                "2 (dua) sasaran strategis beserta",
                "K-DK-04",
                "IKHTISAR EKSEKUTIF"
            },
            { "mengacu pada 1 (satu) sasaran strategis", "mengacu pada dua sasaran strategis", "K-DK-04", "1.3.2" },
            {
                "1 (satu) sasaran strategis beserta",
                "1 (dua) sasaran strategis beserta",
                "K-DK-04",
                "IKHTISAR EKSEKUTIF"
            },
            { "9 (sembilan) kegiatan", "8 (delapan) kegiatan", "K-AG-03", "7. Analisis program" },
            { "22 (dua puluh dua) sub kegiatan", "22 (dua puluh tiga) sub kegiatan", "K-AG-03", "7. Analisis program" },
            { "telah memenuhi 2 target", "telah memenuhi 3 target", "K-DK-04", "IKHTISAR EKSEKUTIF" },
            // Direction words.
            {
                "capaian sasaran strategis tahun 2024 mengalami penurunan",
                "capaian sasaran strategis tahun 2024 mengalami peningkatan",
                "K-NR-01",
                "1. Perbandingan target"
            },
            {
                "capaian sasaran strategis tahun 2024 mengalami penurunan",
                "capaian sasaran strategis tahun 2024 relatif stabil",
                "K-NR-01",
                "1. Perbandingan target"
            },
            {
                "81,11, meningkat dari tahun sebelumnya yang sebesar 75,94",
                "81,11, menurun dari tahun sebelumnya yang sebesar 75,94",
                "K-NR-01",
                "1. Persentase Perangkat"
            },
            {
                "secara umum telah memenuhi target yang telah ditetapkan.\"",
                "secara umum belum memenuhi target yang telah ditetapkan.\"",
                "K-NR-01",
                "IKHTISAR EKSEKUTIF"
            },
            {
                "secara umum telah memenuhi target yang telah ditetapkan.\"",
                "secara umum telah melampaui target yang telah ditetapkan.\"",
                "K-NR-01",
                "IKHTISAR EKSEKUTIF"
            },
            // Years, periods and references.
            { "dalam periode tahun 2024–2026", "dalam periode tahun 2021–2026", "K-DK-03", "2.1.1" },
            {
                "merupakan bagian dari kinerja pada tahun ke-1,",
                "merupakan bagian dari kinerja pada tahun ke-2,",
                "K-DK-03",
                "B. Evaluasi"
            },
            {
                "pada tahun 2024 dengan beberapa tahun sebelumnya",
                "pada tahun 2022 dengan beberapa tahun sebelumnya",
                "K-DK-03",
                "2. Perbandingan target"
            },
            { "dijelaskan dalam tabel 3.1", "dijelaskan dalam tabel 3.11", "K-DK-02", "BAB III" },
            { "pada tabel 3.9 sebagai berikut", "pada tabel 3.7 sebagai berikut", "K-DK-02", "7. Analisis program" },
            {
                "{\"title\": \"B. Evaluasi Tingkat Capaian Kinerja\"}",
                "{\"title\": \"B. Evaluasi Capaian Kinerja\"}",
                "K-DK-02",
                "Daftar isi"
            },
            {
                "{\"number\": \"3.5\", \"title\": \"Perbandingan Tingkat Realisasi Kinerja Tahun 2024 Dengan Target pada Renstra 2024-2026\"}",
                "{\"number\": \"3.5\", \"title\": \"Perbandingan Tingkat Realisasi Kinerja Tahun 2024 Dengan Target pada Renstra 2020-2024\"}",
                "K-DK-02",
                "Daftar tabel"
            },
            // Legal bases and officials.
            {
                "Belanja Daerah Semesta Berencana Provinsi Bali Tahun Anggaran 2024 (Lembaran",
                "Belanja Daerah Semesta Berencana Provinsi Bali Tahun Anggaran 2022 (Lembaran",
                "K-DK-05",
                "1.4 Landasan Hukum"
            },
            {
                "(Lembaran Negara Republik Indonesia Tahun 2008 Nomor 21,",
                "(Lembaran Negara Republik Indonesia Tahun 2009 Nomor 21,",
                "K-DK-05",
                "1.4 Landasan Hukum"
            },
            {
                "tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah (Lembaran",
                "tentang Sistem Akuntansi Kinerja Instansi Pemerintah (Lembaran",
                "K-DK-05",
                "1.4 Landasan Hukum"
            },
            {
                "Biro Organisasi Sekretariat Daerah Provinsi Bali memiliki realisasi",
                "Biro Organisasi Sekretariat Daerah Provinsi Jawa memiliki realisasi",
                "K-OR-01",
                "A. Tinjauan Umum"
            },
            // Other words and other places for the same faults.
            {
                "memiliki realisasi anggaran sebesar Rp.2,940,235,465,- atau 80,79% dari pagu",
                "menyerap anggaran sebesar Rp.3,639,196,510,- atau 80,79% dari pagu",
                "K-AG-04",
                "A. Tinjauan Umum"
            },
            {
                "memiliki realisasi anggaran sebesar Rp.2,940,235,465,- atau 80,79% dari pagu",
                "menghabiskan dana sebesar Rp.3,639,196,510,- atau 80,79% dari pagu",
                "K-AG-04",
                "A. Tinjauan Umum"
            },
            {
                "memiliki realisasi anggaran sebesar Rp.2,940,235,465,- atau 80,79% dari pagu",
                "membelanjakan Rp 3.639.196.510 atau 80,79% dari pagu",
                "K-AG-04",
                "A. Tinjauan Umum"
            },
            {
                "memiliki realisasi anggaran sebesar Rp.2,940,235,465,- atau 80,79% dari pagu",
                "memiliki realisasi anggaran sebesar Rp3,64 miliar atau 80,79% dari pagu",
                "K-AG-04",
                "A. Tinjauan Umum"
            },
            {
                "memiliki realisasi anggaran sebesar Rp.2,940,235,465,- atau 80,79% dari pagu",
                "memiliki realisasi anggaran sebesar Rp.2,940,235,465,- dan sisa anggaran sebesar Rp.699,961,045,- atau 80,79% dari pagu",
                "K-AG-04",
                "A. Tinjauan Umum"
            },
            {
                "\"80,000,000\", \"72,633,487\", \"90,79\"",
                "\"72,633,487\", \"80,000,000\", \"110,14\"",
                "K-AG-02",
                "Tabel 3.9"
            },
            {
                "\"17,059,760\", \"15,541,200\", \"91,10\"",
                "\"17,059,760\", \"15,541,200\", \"91\"",
                "K-HT-01",
                "Tabel 3.9"
            },
            {
                "Dalam upaya untuk mencapai sasaran tersebut",
                "Dalam upaya untuk mencapai ketiga sasaran tersebut",
                "K-DK-04",
                "2.3 Perjanjian"
            },
            {
                "mencakup delapan area perubahan utama:",
                "mencakup tujuh area perubahan utama:",
                "K-DK-04",
                "1. Persentase Perangkat"
            },
            {
                "dijalankan melalui dua pendekatan utama yang",
                "dijalankan melalui tiga pendekatan utama yang",
                "K-DK-04",
                "1. Persentase Perangkat"
            },
            {
                "capaian strategis Biro Organisasi telah memenuhi 2 target yang nilai capaian realisasinya 100%.",
                "tidak ada indikator yang mencapai target.",
                "K-NR-01",
                "IKHTISAR"
            },
            {
                "Pada tahun 2024 Biro Organisasi Sekretariat Daerah Provinsi Bali memiliki realisasi anggaran",
                "Pada tahun 2023 Biro Organisasi Sekretariat Daerah Provinsi Bali memiliki realisasi anggaran",
                "K-DK-03",
                "A. Tinjauan Umum"
            },
            {
                "\"Target Akhir Renstra (2026)\", \"role\": \"endTarget\"",
                "\"Target Akhir Renstra (2025)\", \"role\": \"endTarget\"",
                "K-DK-03",
                "Tabel 3.5"
            },
            { "[\"Tambahan nilai\", \"0.8\"]", "[\"Tambahan nilai\", \"0.9\"]", "K-HT-01", "Tabel 3.2" },
            {
                "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah, dengan merujuk",
                "Peraturan Presiden Nomor 29 Tahun 2015 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah, dengan merujuk",
                "K-DK-05",
                "1.1 Latar"
            },
            {
                "Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional mengamanatkan",
                "Undang-Undang Nomor 24 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional mengamanatkan",
                "K-DK-05",
                "BAB II"
            },
            {
                "Undang-Undang Nomor 43 Tahun 2007 tentang Perpustakaan",
                "Undang-Undang Nomor 34 Tahun 2007 tentang Perpustakaan",
                "K-DK-05",
                "2. Persentase Perpustakaan"
            },
            {
                "menunjukkan bahwa lebih dari setengah jumlah perpustakaan",
                "menunjukkan bahwa kurang dari setengah jumlah perpustakaan",
                "K-NR-01",
                "2. Persentase Perpustakaan"
            },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_found_by_its_rule_at_its_place_and_by_no_other(
        string right,
        string wrong,
        string code,
        string place
    )
    {
        Assert.Contains(right, Clean, StringComparison.Ordinal);
        var at = Clean.IndexOf(right, StringComparison.Ordinal);
        var found = Found(string.Concat(Clean.AsSpan(0, at), wrong, Clean.AsSpan(at + right.Length)));
        Assert.NotEmpty(found);
        Assert.All(found, one => Assert.StartsWith(code, one, StringComparison.Ordinal));
        Assert.Contains(found, one => one.Contains(place, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("190001011900011001")]
    [InlineData("19000101 190001 1 01")]
    [InlineData("19000101 190001 1 002")]
    public void An_NIP_that_is_set_otherwise_too_short_or_another_is_found(string nip)
    {
        var report = JsonNode.Parse(Clean)!;
        report["officials"]![2]!["nip"] = nip;
        var found = Found(report.ToJsonString());
        Assert.NotEmpty(found);
        Assert.All(found, one => Assert.StartsWith("K-OR-01 Sasaran kinerja pegawai", one, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_holders_of_one_post_are_found()
    {
        var report = JsonNode.Parse(Clean)!;
        report["officials"]![2]!["name"] = "I KETUT CONTOH LAIN, S.H.";
        Assert.All(Found(report.ToJsonString()), one => Assert.StartsWith("K-OR-01", one, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("benchmark", "K-DK-01")]
    [InlineData("efficiency", "K-DK-01")]
    [InlineData("lastYear", "K-DK-01")]
    public void A_section_that_is_missing_is_found(string kind, string code)
    {
        var report = JsonNode.Parse(Clean)!;
        var sections = report["sections"]!.AsArray();
        var section = sections.First(one => (string?)one!["kind"] == kind)!;
        var heading = (string)section["heading"]!;
        sections.Remove(section);
        var contents = report["contents"]!.AsArray();
        contents.Remove(contents.First(one => (string?)one!["title"] == heading));
        Assert.Contains(Found(report.ToJsonString()), one => one.StartsWith(code, StringComparison.Ordinal));
    }

    [Fact]
    public void An_annex_that_is_attached_but_not_listed_is_found_though_its_name_is_like_another()
    {
        var report = JsonNode.Parse(Clean)!;
        report["annexesListed"]!.AsArray().RemoveAt(1);
        Assert.StartsWith("K-DK-01 Lampiran", Assert.Single(Found(report.ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public void Chapters_in_another_order_are_found()
    {
        var report = JsonNode.Parse(Clean)!;
        var sections = report["sections"]!.AsArray();
        var closing = sections.Select((one, i) => (one, i)).First(pair => (string?)pair.one!["kind"] == "closing").i;
        var moved = sections[closing];
        sections.RemoveAt(closing);
        sections.Insert(5, moved);
        Assert.Contains(Found(report.ToJsonString()), one => one.StartsWith("K-DK-01", StringComparison.Ordinal));
    }

    [Fact]
    public void A_paragraph_that_stands_twice_is_found()
    {
        var report = JsonNode.Parse(Clean)!;
        var sections = report["sections"]!
            .AsArray()
            .Where(one => ((string)one!["heading"]!) is "B. Tujuan Khusus" or "A. Tinjauan Umum")
            .ToList();
        sections[1]!["blocks"]!.AsArray().Add(sections[0]!["blocks"]![0]!.DeepClone());
        var found = Found(report.ToJsonString());
        Assert.Contains(
            found,
            one =>
                one.StartsWith("K-NR-02", StringComparison.Ordinal)
                && one.Contains("B. Tujuan Khusus", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_sub_activity_that_only_one_table_has_is_found()
    {
        var report = JsonNode.Parse(Clean)!;
        var rows = report["sections"]!
            .AsArray()
            .SelectMany(one => one!["blocks"]!.AsArray())
            .First(block => (string?)block!["table"]?["number"] == "3.8")!["table"]!["rows"]!.AsArray();
        rows.Remove(rows.First(row => (string)row!["cells"]![4]! == "Penataan Analisis Jabatan"));
        Assert.All(Found(report.ToJsonString()), one => Assert.StartsWith("K-AG-03", one, StringComparison.Ordinal));
    }

    private static List<string> Found(string json)
    {
        var read = PrintedReportReader.Read(System.Text.Encoding.UTF8.GetBytes(json));
        Assert.Empty(read.Problems);
        return
        [
            .. ReportChecker
                .Check(read.Report!)
                .Select(finding =>
                    $"{finding.Code} {string.Join(", ", finding.Where)}: {finding.Explanation} [{finding.ValueA}] [{finding.ValueB}] {finding.Quote}"
                ),
        ];
    }
}
