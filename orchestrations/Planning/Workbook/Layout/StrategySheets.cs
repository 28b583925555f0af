using static Sakip.Planning.Columns;

namespace Sakip.Planning;

internal static class StrategySheets
{
    public static IReadOnlyList<SheetColumn> Target { get; } =
    [
        Number("Nilai", "value"),
        Number("Batas atas", "upper", "Hanya untuk indikator stabilisasi: ujung atas rentang target."),
        Text("Target dalam kata", "text", 24, "Diisi bila target bukan angka."),
    ];

    public static IReadOnlyList<SheetColumn> Quarterly { get; } =
    [
        .. new[] { "I", "II", "III", "IV" }.Select(
            (roman, i) =>
                Number(
                    "TW " + roman,
                    $"quarterly[{i}]",
                    $"Target kumulatif sampai triwulan {roman}. Isi keempatnya, atau kosongkan semuanya."
                )
        ),
    ];

    /// <summary>What an indicator's card holds, after its code.</summary>
    public static IReadOnlyList<SheetColumn> Card { get; } =
    [
        Text("Nama indikator", "name", 60).Needed(),
        Text("Satuan", "measure", 16, "Misalnya Persen.").Needed(),
        Choice("Tipe nilai", "kind", Choices.Kind).Needed(),
        Choice(
                "Polaritas",
                "polarity",
                Choices.Polarity,
                "Maksimasi: makin tinggi makin baik. Minimasi: makin rendah makin baik. Stabilisasi: dalam rentang."
            )
            .Needed(),
        Choice("Konsolidasi", "consolidation", Choices.Consolidation, "Cara nilai triwulan menjadi nilai tahun.")
            .Needed(),
        Flag("IKU", "isKey", "Ya bila indikator kinerja utama."),
        Long("Formula", "formula", 40),
        Long("Definisi operasional", "definition", 40),
        Text(
            "Nama pembilang",
            "numeratorLabel",
            30,
            "Diisi bersama nama penyebut untuk indikator yang dihitung dari pembagian."
        ),
        Text("Nama penyebut", "denominatorLabel", 30),
        Text("Sumber data", "dataSource", 30),
        From("Sub-unit", "subUnit", SheetNames.SubUnits, "Sub-unit yang melaporkan nilainya.").Needed(),
        Long("Alasan pemilihan", "reason", 40),
        Whole("Desimal", "precision", "Banyaknya desimal dalam dokumen, 0 sampai 6."),
        Number(
            "Pembanding: nilai",
            "benchmark.value",
            "Nilai pembanding nasional atau provinsi. Isi keempat kolom pembanding, atau alasannya."
        ),
        Text("Pembanding: lingkup", "benchmark.scope", 20),
        Text("Pembanding: sumber", "benchmark.source", 30),
        Whole("Pembanding: tahun", "benchmark.year"),
        Text("Alasan tanpa pembanding", "noBenchmarkReason", 40),
        Whole(
            "Pengali",
            "multiplier",
            "Pengali pembilang dibagi penyebut: 1, 100, 1000, 10000, atau 100000. Kosong: 100 untuk persen, 1 untuk lainnya."
        ),
        Text("Urutan kata", "words", 30, "Untuk tipe Teks. " + WordScale.Expected),
    ];

    public static IReadOnlyList<SheetLayout> All { get; } =
    [
        new(SheetNames.Goals, "strategicPlan.goals", [Code("Kode"), Text("Tujuan", "statement", 80).Needed()])
        {
            Required = true,
            Purpose = "Tujuan rencana strategis.",
            Examples =
            [
                ["contoh-t1", "Meningkatnya kualitas layanan contoh"],
            ],
        },
        new(
            SheetNames.Objectives,
            "objectives",
            [
                From("Tujuan", Fields.Parent, SheetNames.Goals).Needed(),
                Code("Kode"),
                Text("Sasaran strategis", "statement", 80).Needed(),
            ]
        )
        {
            Parent = SheetNames.Goals,
            Keys = 2,
            Required = true,
            Purpose = "Sasaran strategis setiap tujuan.",
            Examples =
            [
                ["contoh-t1", "contoh-s1", "Terwujudnya layanan contoh yang prima"],
            ],
        },
        new(
            SheetNames.Indicators,
            "indicators",
            [From("Sasaran", Fields.Parent, SheetNames.Objectives).Needed(), Code("Kode"), .. Card]
        )
        {
            Parent = SheetNames.Objectives,
            Keys = 2,
            Required = true,
            Purpose = "Indikator kinerja setiap sasaran, dengan rumus, sumber data, dan penanggung jawabnya.",
            Examples =
            [
                [
                    "contoh-s1",
                    "contoh-ik",
                    "Persentase layanan contoh yang baik",
                    "Persen",
                    "Persen",
                    "Maksimasi",
                    "Nilai akhir",
                    "Ya",
                    "Layanan baik dibagi semua layanan, dikali 100",
                    "",
                    "Layanan baik",
                    "Semua layanan",
                    "Survei layanan",
                    "contoh-bagian",
                    "",
                    "2",
                    "",
                    "",
                    "",
                    "",
                    "Belum ada pembanding nasional",
                    "",
                    "",
                ],
            ],
        },
        new(
            SheetNames.FormerNames,
            "formerNames",
            [
                From("Indikator", Fields.Parent, SheetNames.Indicators).Needed(),
                Text("Nama lama", Fields.Self, 60).Needed(),
            ]
        )
        {
            Parent = SheetNames.Indicators,
            Keys = 2,
            Purpose = "Nama indikator sebelumnya, agar dokumen lama dikenali.",
            Examples =
            [
                ["contoh-ik", "Persentase layanan contoh yang memuaskan"],
            ],
        },
        new(
            SheetNames.StrategicTargets,
            "targets",
            [
                From("Indikator", Fields.Parent, SheetNames.Indicators).Needed(),
                Whole("Tahun", "year").Needed(),
                .. Target,
            ]
        )
        {
            Parent = SheetNames.Indicators,
            Keys = 2,
            Required = true,
            Purpose = "Target rencana strategis tiap tahun, dari tahun ini sampai akhir periode.",
            Examples =
            [
                ["contoh-ik", "2025", "85", "", ""],
            ],
        },
        new(
            SheetNames.History,
            "history",
            [
                From("Indikator", Fields.Parent, SheetNames.Indicators).Needed(),
                Whole("Tahun", "year").Needed(),
                Number("Target", "target"),
                Number("Realisasi", "realisation"),
            ]
        )
        {
            Parent = SheetNames.Indicators,
            Keys = 2,
            Purpose = "Target dan realisasi tahun-tahun sebelumnya. Tanda \"-\" berarti tidak ada, bukan nol.",
            Examples =
            [
                ["contoh-ik", "2024", "80", "78,5"],
            ],
        },
        new(
            SheetNames.AnnualPlan,
            "annualPlan.targets",
            [From("Indikator", "indicator", SheetNames.Indicators).Needed(), .. Target, .. Quarterly]
        )
        {
            Required = true,
            Purpose = "Rencana kinerja tahunan: target tahun ini, dan bila perlu target kumulatif tiap triwulan.",
            Examples =
            [
                ["contoh-ik", "85", "", "", "80", "82", "83", "85"],
            ],
        },
        new(
            SheetNames.ActionPlan,
            "actionPlan",
            [
                Code("Kode"),
                From("Indikator", "indicator", SheetNames.Indicators).Needed(),
                Text("Rencana aksi", "action", 60).Needed(),
                From("Sub-unit", "subUnit", SheetNames.SubUnits, "Sub-unit pelaksananya.").Needed(),
                .. new[] { "I", "II", "III", "IV" }.Select(
                    (roman, i) =>
                        Number(
                                "TW " + roman,
                                $"quarterly[{i}]",
                                $"Kemajuan kumulatif sampai triwulan {roman}, dalam persen."
                            )
                            .Needed()
                ),
                Text("Sub kegiatan", "subActivity", 18, "Kode sub kegiatan yang membiayainya."),
                Text("Keluaran", "output", 30, "Apa yang dihasilkan. Kosong bila cukup kemajuan dalam persen."),
                Text("Satuan keluaran", "measure", 16, "Misalnya Dokumen."),
                .. new[] { "I", "II", "III", "IV" }.Select(
                    (roman, i) =>
                        Number(
                            "Jumlah TW " + roman,
                            $"quantities[{i}]",
                            $"Jumlah keluaran kumulatif sampai triwulan {roman}. Isi keempatnya, atau kosongkan semuanya."
                        )
                ),
                Whole("Bulan mulai", "firstMonth", "1 sampai 12."),
                Whole("Bulan selesai", "lastMonth", "1 sampai 12."),
                From("Jabatan pelaksana", "post", SheetNames.Posts, "Jabatan yang bertanggung jawab atasnya."),
                Number("Anggaran (Rp)", "cost"),
                Text("Bukti yang diminta", "evidence", 40),
            ]
        )
        {
            Purpose =
                "Rencana aksi tiap indikator: kemajuan yang ditargetkan tiap triwulan, dan bila perlu keluaran, jadwal, "
                + "pelaksana, anggaran, dan buktinya.",
            Examples =
            [
                [
                    "contoh-aksi",
                    "contoh-ik",
                    "Menyusun pedoman layanan contoh",
                    "contoh-bagian",
                    "25",
                    "50",
                    "75",
                    "100",
                    "",
                    "Pedoman layanan contoh",
                    "Dokumen",
                    "0",
                    "1",
                    "1",
                    "2",
                    "3",
                    "11",
                    "",
                    "",
                    "Pedoman yang sudah ditetapkan",
                ],
            ],
        },
    ];
}
