using Sakip.Kernel;

namespace Sakip.Planning;

internal static class Choices
{
    public static ChoiceList Zone { get; } = ChoiceList.Of<OfficeZone>("WITA", "WIB", "WIT");

    public static ChoiceList Kind { get; } = ChoiceList.Of<ValueKind>("Persen", "Rasio", "Indeks", "Jumlah", "Teks");

    public static ChoiceList Polarity { get; } = ChoiceList.Of<Polarity>("Maksimasi", "Minimasi", "Stabilisasi");

    public static ChoiceList Consolidation { get; } =
        ChoiceList.Of<Consolidation>("Jumlah", "Rata-rata", "Nilai akhir", "Total berjalan");

    public static ChoiceList Tenure { get; } = ChoiceList.Of<Tenure>("Definitif", "Plt.", "Plh.", "Pj.");

    public static ChoiceList Person { get; } = ChoiceList.Of<PersonKind>("ASN", "Kepala daerah", "Non-ASN");

    public static ChoiceList Role { get; } =
        ChoiceList.Of<OfficeRole>(
            "Perencana",
            "Operator",
            "Verifikator",
            "Pengelola anggaran",
            "Inspektorat",
            "Administrator"
        );

    public static ChoiceList Quarter { get; } = ChoiceList.Of<Quarter>("TW I", "TW II", "TW III", "TW IV");

    public static ChoiceList Minimise { get; } = ChoiceList.Of<MinimiseFormula>("A: (2T - R) / T", "B: T / R");

    public static ChoiceList ZeroTarget { get; } = ChoiceList.Of<ZeroTarget>("Tidak dihitung", "100 bila tercapai");

    public static ChoiceList WordedTarget { get; } =
        ChoiceList.Of<WordedTarget>("Menurut nilai kata", "100 bila tercapai", "Tidak dihitung");

    public static ChoiceList Cap { get; } = ChoiceList.Of<AchievementCap>("Tanpa batas", "100%", "110%", "120%");

    public static ChoiceList Efficiency { get; } =
        ChoiceList.Of<EfficiencyMethod>("Rasio", "Selisih", "Aturan", "Sisa");

    public static ChoiceList Rounding { get; } = ChoiceList.Of<RoundingMode>("Setengah ke atas", "Setengah ke genap");

    public static ChoiceList Aggregation { get; } = ChoiceList.Of<Aggregation>("Rata-rata", "Terendah");

    public static ChoiceList Level { get; } = ChoiceList.Of<FindingLevel>("Penghalang", "Peringatan", "Info");

    public static ChoiceList Reason { get; } =
        ChoiceList.Of<RevisionReason>(
            "a: pejabat berganti",
            "b: strategi atau anggaran berubah",
            "c: prioritas atau asumsi berubah"
        );

    public static ChoiceList Template { get; } =
        ChoiceList.Of<AgreementTemplate>("JPT", "Administrator", "Pengawas", "Camat", "Direktur BLUD/RSUD");

    public static ChoiceList BudgetStage { get; } = ChoiceList.Of<BudgetStage>("Murni", "Pergeseran", "Perubahan");

    public static ChoiceList BudgetLevel { get; } =
        new([("programme", "Program"), ("activity", "Kegiatan"), ("subActivity", "Sub Kegiatan")]);

    /// <summary>Levels of indicators that stand beside those of the objectives.</summary>
    public static ChoiceList IndicatorLevel { get; } =
        new([("Goal", "Tujuan"), ("Programme", "Program"), ("Activity", "Kegiatan"), ("SubActivity", "Sub Kegiatan")]);

    public static ChoiceList ParentWay { get; } =
        ChoiceList.Of<ParentWay>("Jumlah", "Rata-rata", "Rata-rata berbobot", "Kontribusi");

    public static ChoiceList StaffTarget { get; } =
        new([("Utama", "Utama"), ("Tambahan", "Tambahan"), ("Perilaku", "Perilaku")]);
}
