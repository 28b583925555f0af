using static Sakip.Planning.Columns;

namespace Sakip.Planning;

internal static class BudgetSheets
{
    public const string Version = "version";
    public const string Level = "level";

    private static readonly SheetColumn VersionColumn = Whole(
            "Versi",
            Version,
            "0 untuk anggaran murni, 1 untuk perubahan pertama, dan seterusnya."
        )
        .Needed();

    private static readonly IReadOnlyList<SheetColumn> Tree =
    [
        Choice("Tingkat", Level, Choices.BudgetLevel).Needed(),
        Code("Kode", "code", "Huruf, angka, dan titik, paling banyak 32 karakter; ditulis sebagai teks."),
        new("Kode induk", Fields.Parent, ColumnKind.Code)
        {
            Width = 16,
            Hint = "Kode program (untuk kegiatan) atau kegiatan (untuk sub kegiatan). Kosong untuk program.",
        },
        Text("Nama", "name", 60).Needed(),
        Text("Indikator", "indicator", 48) with
        {
            EmptyIsText = true,
        },
        new("Mendukung indikator", "supports", ColumnKind.Codes)
        {
            Width = 20,
            Hint = "Khusus program: kode indikator sasaran yang didukung, dipisahkan koma.",
        },
        Text("Sumber dana", "fundSource", 14, "Khusus program, misalnya APBD."),
        Text("Nama dalam PK", "agreementName", 30, "Khusus program, bila berbeda dari nama anggarannya."),
        From("Sub-unit", "subUnit", SheetNames.SubUnits, "Khusus sub kegiatan: pelaksananya."),
        Rupiah("Pagu", "ceiling", "Diisi pada sub kegiatan saja; jumlah kegiatan dan program dihitung."),
        Number("Target keluaran", "outputTarget", "Khusus sub kegiatan."),
        Text("Satuan keluaran", "outputMeasure", 16),
        Flag("Angka karangan", "invented", "Ya hanya untuk data contoh."),
    ];

    private static readonly IReadOnlyList<IReadOnlyList<string>> Rows =
    [
        [
            "Program",
            "9.01",
            "",
            "Program Contoh",
            "Persentase layanan contoh",
            "contoh-ik",
            "APBD",
            "",
            "",
            "",
            "",
            "",
            "",
        ],
        [
            "Kegiatan",
            "9.01.01",
            "9.01",
            "Kegiatan Contoh",
            "Persentase kegiatan contoh",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
        ],
        [
            "Sub Kegiatan",
            "9.01.01.01",
            "9.01.01",
            "Sub Kegiatan Contoh",
            "Jumlah dokumen contoh",
            "",
            "",
            "",
            "contoh-bagian",
            "125.000.000",
            "12",
            "Dokumen",
            "",
        ],
    ];

    public static SheetLayout Versions { get; } =
        new(
            SheetNames.BudgetVersions,
            "",
            [
                VersionColumn,
                Text("Nomor dokumen", "number", 36, "Nomor DPA atau DPPA.").Needed(),
                Day("Tanggal pengesahan", "date").Needed(),
                Text("Dasar hukum", "legalBasis", 48),
                Choice("Tahap", "stage", Choices.BudgetStage, "Murni, pergeseran, atau perubahan; boleh kosong."),
                Choice("Alasan perubahan", "reason", Choices.Reason, "Khusus perubahan (versi 1 dan seterusnya)."),
                Long("Penjelasan perubahan", "explanation", 48),
            ]
        )
        {
            Required = true,
            Purpose = "Dokumen anggaran: murni (versi 0) dan perubahan-perubahannya.",
            Examples =
            [
                ["0", "DPA/CONTOH/2025", "02-01-2025", "", "", "", ""],
            ],
        };

    public static SheetLayout Original { get; } =
        new(SheetNames.Budget, "budget", Tree)
        {
            Required = true,
            Keys = 2,
            Purpose = "Program, kegiatan, dan sub kegiatan anggaran murni.",
            Examples = Rows,
        };

    public static SheetLayout Revised { get; } =
        new(SheetNames.RevisedBudget, "budget", [VersionColumn, .. Tree])
        {
            Keys = 3,
            Purpose =
                "Seluruh program, kegiatan, dan sub kegiatan menurut perubahan anggaran (versi 1 dan seterusnya).",
            Examples = [.. Rows.Select(row => (IReadOnlyList<string>)["1", .. row])],
        };

    public static SheetLayout TargetChanges { get; } =
        new(
            SheetNames.TargetChanges,
            "targetChanges",
            [
                VersionColumn,
                From("Indikator", "indicator", SheetNames.Indicators).Needed(),
                .. StrategySheets.Target,
                .. StrategySheets.Quarterly,
            ]
        )
        {
            Keys = 2,
            Purpose = "Target tahun ini yang ikut berubah bersama perubahan anggaran.",
            Examples =
            [
                ["1", "contoh-ik", "82", "", "", "", "", "", ""],
            ],
        };

    public static IReadOnlyList<SheetLayout> All { get; } = [Versions, Original, Revised, TargetChanges];
}
