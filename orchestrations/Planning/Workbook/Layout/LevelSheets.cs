using static Sakip.Planning.Columns;

namespace Sakip.Planning;

/// <summary>Indicators above and below the objectives, and the tree in which all of them hang.</summary>
internal static class LevelSheets
{
    private const string Card = "card";
    private const string Target = "target";

    private static SheetLayout Indicators { get; } =
        new(
            SheetNames.LevelIndicators,
            "levelIndicators",
            [
                Choice("Jenjang", "level", Choices.IndicatorLevel).Needed(),
                Code(
                    "Kode unsur",
                    "of",
                    "Kode tujuan, program, kegiatan, atau sub kegiatan yang diukur indikator ini."
                ),
                In(Card, Code("Kode", hint: "Seperti kode indikator sasaran; tidak boleh sama dengan indikator lain.")),
                .. StrategySheets.Card.Select(column => In(Card, column)),
                In(Target, Number("Target tahun ini", "value")),
                .. StrategySheets.Target.Skip(1).Select(column => In(Target, column)),
                .. StrategySheets.Quarterly.Select(column => In(Target, column)),
            ]
        )
        {
            Parts = [Card, Target],
            Bearer = Card,
            Repeated = [("target.indicator", "card.code")],
            Keys = 3,
            OnlyWithRows = true,
            Purpose =
                "Indikator tujuan, program, kegiatan, dan sub kegiatan, dengan kartu dan target seperti indikator sasaran.",
            Examples =
            [
                [
                    "Sub Kegiatan",
                    "9.01.01.01",
                    "contoh-sk",
                    "Jumlah dokumen layanan contoh",
                    "Dokumen",
                    "Jumlah",
                    "Maksimasi",
                    "Jumlah",
                    "Tidak",
                    "Banyaknya dokumen yang selesai",
                    "",
                    "",
                    "",
                    "Register dokumen",
                    "contoh-bagian",
                    "",
                    "0",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "12",
                    "",
                    "",
                    "3",
                    "6",
                    "9",
                    "12",
                ],
            ],
        };

    private static SheetLayout Targets { get; } =
        new(
            SheetNames.LevelTargets,
            "targets",
            [
                From("Indikator", Fields.Parent, SheetNames.LevelIndicators).Needed(),
                Whole("Tahun", "year").Needed(),
                .. StrategySheets.Target,
            ]
        )
        {
            Parent = SheetNames.LevelIndicators,
            Keys = 2,
            Purpose = "Target rencana strategis tiap tahun dari indikator jenjang.",
            Examples =
            [
                ["contoh-sk", "2026", "14", "", ""],
            ],
        };

    private static SheetLayout History { get; } =
        new(
            SheetNames.LevelHistory,
            "history",
            [
                From("Indikator", Fields.Parent, SheetNames.LevelIndicators).Needed(),
                Whole("Tahun", "year").Needed(),
                Number("Target", "target"),
                Number("Realisasi", "realisation"),
            ]
        )
        {
            Parent = SheetNames.LevelIndicators,
            Keys = 2,
            Purpose = "Target dan realisasi tahun-tahun sebelumnya dari indikator jenjang.",
            Examples =
            [
                ["contoh-sk", "2024", "10", "11"],
            ],
        };

    private static SheetLayout Links { get; } =
        new(
            SheetNames.IndicatorLinks,
            "indicatorLinks",
            [
                new("Indikator", "indicator", ColumnKind.Code)
                {
                    Required = true,
                    Width = 18,
                    Hint =
                        $"Kode dari lembar {SheetNames.Indicators} atau {SheetNames.LevelIndicators}; satu baris tiap indikator.",
                },
                From("Jabatan pengampu", "post", SheetNames.Posts, "Kode jabatan yang bertanggung jawab atas nilainya.")
                    .Needed(),
                new("Indikator induk", "parent", ColumnKind.Code)
                {
                    Width = 18,
                    Hint = "Kode indikator di atasnya yang didukung; kosong untuk puncak pohon.",
                },
                Choice(
                    "Cara",
                    "way",
                    Choices.ParentWay,
                    "Cara nilai induk mengikuti: Jumlah, Rata-rata, Rata-rata berbobot, atau Kontribusi (dalam kata)."
                ),
                Number("Bobot", "weight", "Khusus rata-rata berbobot: lebih dari 0, misalnya 40."),
                Long(
                    "Uraian kontribusi",
                    "contribution",
                    60,
                    "Wajib untuk cara Kontribusi: apa sumbangannya kepada induk."
                ),
            ]
        )
        {
            OnlyWithRows = true,
            Purpose = "Siapa mengampu indikator mana, dan indikator di atasnya yang didukung.",
            Examples =
            [
                [
                    "contoh-sk",
                    "contoh-kabag",
                    "contoh-ik",
                    "Kontribusi",
                    "",
                    "Pedoman yang selesai menaikkan mutu layanan",
                ],
            ],
        };

    public static IReadOnlyList<SheetLayout> All { get; } = [Indicators, Targets, History, Links];

    private static SheetColumn In(string part, SheetColumn column) => column with { Field = $"{part}.{column.Field}" };
}
