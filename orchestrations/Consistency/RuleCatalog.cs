using Sakip.Planning;

namespace Sakip.Consistency;

/// <param name="Title">What the rule demands, Indonesian.</param>
/// <param name="Level">Level unless the office sets another.</param>
/// <param name="IsNew">A rule that has not been promoted yet: it warns, whatever its level will be.</param>
internal sealed record RuleInfo(string Code, string Title, FindingLevel Level, bool IsNew = false)
{
    public FindingLevel Start => IsNew && Level > FindingLevel.Warning ? FindingLevel.Warning : Level;
}

/// <summary>Levels in force: the catalog's, with the office's own above them.</summary>
internal sealed class RuleLevels(IReadOnlyList<RuleLevel> own)
{
    public static RuleLevels Default { get; } = new([]);

    public FindingLevel Of(string code) =>
        own.FirstOrDefault(level => level.Code == code)?.Level ?? RuleCatalog.Get(code).Start;
}

/// <summary>All rules of consistency. A rule new to the catalog starts as a warning and is promoted later.</summary>
internal static class RuleCatalog
{
    public static IReadOnlyList<RuleInfo> Rules { get; } =
    [
        new("K-PK-01", "Target dalam laporan sama dengan target perjanjian kinerja yang berlaku", FindingLevel.Blocker),
        new("K-PK-02", "Target SKP sama dengan target perjanjian kinerja", FindingLevel.Blocker),
        new("K-PK-03", "Anggaran perjanjian kinerja sama dengan versi anggaran yang berlaku", FindingLevel.Blocker),
        new(
            "K-PK-04",
            "Perjanjian kinerja ditandatangani paling lambat satu bulan setelah dokumen anggaran",
            FindingLevel.Warning
        ),
        new("K-PK-05", "Nomor baris unik dan berurutan; jumlah sama dengan penjumlahan", FindingLevel.Warning),
        new("K-PH-01", "Rantai indikator sampai tujuan tidak terputus", FindingLevel.Warning),
        new(
            "K-PH-02",
            "Target indikator di bawahnya menghasilkan target induk dengan cara yang ditetapkan",
            FindingLevel.Warning
        ),
        new("K-PH-03", "Setiap sub kegiatan diampu satu jabatan", FindingLevel.Warning),
        new(
            "K-AG-01",
            "Jumlah anggaran hanya muncul bersama nama program atau kegiatannya sendiri",
            FindingLevel.Blocker
        ),
        new("K-AG-02", "Jumlah sub kegiatan = kegiatan = program = keseluruhan", FindingLevel.Blocker),
        new(
            "K-AG-03",
            "Daftar sub kegiatan sama di tabel kinerja dan tabel anggaran; banyaknya sesuai",
            FindingLevel.Blocker
        ),
        new("K-AG-04", "Angka yang disebut realisasi memang realisasi", FindingLevel.Blocker),
        new("K-AG-05", "\"Rata-rata\" hanya untuk rata-rata; keseluruhan dihitung berbobot", FindingLevel.Warning),
        new("K-AG-06", "Serapan rendah dijelaskan", FindingLevel.Warning),
        new("K-IN-01", "Nilai indikator sama dengan pembilang dibagi penyebut", FindingLevel.Blocker),
        new("K-IN-02", "Pembilang, penyebut, populasi, dan sumber data disebut", FindingLevel.Blocker),
        new("K-IN-03", "Nama indikator dan sasaran sama dengan induknya", FindingLevel.Warning),
        new("K-IN-04", "Target tidak lebih rendah daripada realisasi terakhir tanpa alasan", FindingLevel.Warning),
        new("K-IN-05", "Kolom capaian berisi capaian", FindingLevel.Blocker),
        new("K-HT-01", "Semua persentase dapat dihitung ulang; satu cara pembulatan", FindingLevel.Warning),
        new("K-HT-02", "Program penunjang dikecualikan atau dipisahkan dalam efisiensi", FindingLevel.Info),
        new("K-SK-01", "Skala peringkat lengkap, tanpa celah, satu keluarga istilah", FindingLevel.Warning),
        new("K-NR-01", "Kata naik, turun, stabil, tercapai, dan peringkat sesuai datanya", FindingLevel.Warning),
        new("K-NR-02", "Narasi tidak kosong, tidak berulang, tidak menyalin tahun lalu", FindingLevel.Warning),
        new(
            "K-DK-01",
            "Bagian dan lampiran wajib ada dan berurutan; pembanding diisi atau dinyatakan tidak ada",
            FindingLevel.Blocker
        ),
        new("K-DK-02", "Daftar isi, daftar tabel, dan rujukan sesuai judul sebenarnya", FindingLevel.Blocker),
        new("K-DK-03", "Periode sesuai dengan rencana strategis", FindingLevel.Warning),
        new("K-DK-04", "Banyaknya sasaran dalam teks sama dengan data", FindingLevel.Warning),
        new("K-DK-05", "Dasar hukum berlaku pada tahunnya dan dikutip dengan benar", FindingLevel.Warning),
        new("K-OR-01", "Pejabat dan susunan organisasi sesuai; NIP 18 angka", FindingLevel.Warning),
        new("K-BK-01", "Bukti dukung bertanggal dalam periodenya dan tidak dipakai ulang", FindingLevel.Warning),
    ];

    private static readonly Dictionary<string, RuleInfo> ByCode = Rules.ToDictionary(rule => rule.Code);

    /// <exception cref="ArgumentException">No rule has the code.</exception>
    public static RuleInfo Get(string code) =>
        ByCode.GetValueOrDefault(code) ?? throw new ArgumentException($"No rule has the code {code}.", nameof(code));
}
