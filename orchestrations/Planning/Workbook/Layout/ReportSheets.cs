using static Sakip.Planning.Columns;

namespace Sakip.Planning;

internal static class ReportSheets
{
    public static IReadOnlyList<SheetLayout> All { get; } =
    [
        new(
            SheetNames.Narratives,
            "report.narratives",
            [
                Code(
                    "Bagian",
                    "section",
                    "Kode bagian laporan, misalnya latar-belakang: huruf kecil, angka, tanda hubung."
                ),
                Text("Judul", "title", 40).Needed(),
                From("Penyusun", "owner", SheetNames.SubUnits, "Sub-unit penyusun; kosong berarti perencana."),
                Long(
                        "Isi",
                        "body",
                        100,
                        "Paragraf dipisahkan baris kosong. Angka ditulis sebagai isian, misalnya {{capaian.kode-indikator}}."
                    )
                    .Needed(),
            ]
        )
        {
            Purpose = "Naskah laporan tiap bagian.",
            Examples =
            [
                [
                    "contoh-bagian-1",
                    "Judul Bagian Contoh",
                    "",
                    "Paragraf pertama.\n\nParagraf kedua menyebut {{tahun}}.",
                ],
            ],
        },
        new(
            SheetNames.LegalBases,
            "report.legalBases",
            [
                Long("Peraturan", "citation", 80).Needed(),
                Day("Mulai berlaku", "from").Needed(),
                Day("Berakhir", "until"),
                Whole("Tahun anggaran", "fiscalYear", "Diisi bila peraturannya tentang satu tahun anggaran."),
            ]
        )
        {
            Purpose = "Landasan hukum dengan masa berlakunya.",
            Examples =
            [
                ["Peraturan Contoh Nomor 1 Tahun 2024 tentang Contoh", "01-01-2024", "", ""],
            ],
        },
        new(
            SheetNames.Tables,
            "report.supportingTables",
            [
                new SheetColumn("Nomor", Fields.Key, ColumnKind.Code)
                {
                    Required = true,
                    Width = 10,
                    Hint = "Nomor tabel dalam buku kerja ini, dirujuk lembar Isi Tabel Pendukung.",
                },
                From("Indikator", "indicator", SheetNames.Indicators).Needed(),
                Text("Judul", "title", 60).Needed(),
                Text("Sumber", "source", 60),
            ]
        )
        {
            Purpose = "Tabel data pendukung indikator dalam laporan.",
            Examples =
            [
                ["99", "contoh-ik", "Rincian Layanan Contoh", "Survei layanan contoh"],
            ],
        },
        new(
            SheetNames.TableRows,
            "rows",
            [
                From("Nomor tabel", Fields.Parent, SheetNames.Tables).Needed(),
                Text("Uraian", "label", 60).Needed(),
                Number("Nilai", "value").Needed(),
                Flag("Jumlah", "isTotal", "Ya untuk baris jumlah, yang dicetak tebal."),
            ]
        )
        {
            Parent = SheetNames.Tables,
            Keys = 2,
            Purpose = "Baris-baris tabel pendukung.",
            Examples =
            [
                ["99", "Layanan contoh", "12", "Tidak"],
            ],
        },
        new(SheetNames.Functions, "report.functions", [Long("Fungsi", Fields.Self, 100).Needed()])
        {
            Purpose = "Fungsi unit menurut peraturan.",
            Examples =
            [
                ["Pelaksanaan fungsi contoh"],
            ],
        },
        new(SheetNames.Issues, "report.issues", [Long("Isu strategis", Fields.Self, 100).Needed()])
        {
            Purpose = "Isu strategis unit.",
            Examples =
            [
                ["Belum optimalnya layanan contoh"],
            ],
        },
        new(SheetNames.ReviewGroups, "report.reviewChecklist", [Code("Kode"), Text("Judul", "title", 60).Needed()])
        {
            OnlyWithRows = true,
            Purpose =
                "Kelompok daftar periksa reviu Inspektorat; kosongkan untuk memakai daftar baku Permenpan-RB 53/2014.",
            Examples =
            [
                ["contoh-r", "Format"],
            ],
        },
        new(
            SheetNames.ReviewItems,
            "items",
            [
                From("Kelompok", Fields.Parent, SheetNames.ReviewGroups).Needed(),
                Code("Kode"),
                Long("Butir", "text", 80).Needed(),
            ]
        )
        {
            Parent = SheetNames.ReviewGroups,
            Keys = 2,
            Purpose = "Butir-butir daftar periksa reviu.",
            Examples =
            [
                ["contoh-r", "contoh-r-1", "Laporan memuat data kinerja yang penting"],
            ],
        },
        new(
            SheetNames.RuleLevels,
            "ruleLevels",
            [
                Text("Kode aturan", "code", 14, "Misalnya K-AG-06.").Needed(),
                Choice("Tingkat", "level", Choices.Level).Needed(),
            ]
        )
        {
            Purpose = "Tingkat aturan konsistensi yang ditetapkan unit sendiri.",
            Examples =
            [
                ["K-XX-00", "Peringatan"],
            ],
        },
        new(
            SheetNames.Others,
            "",
            [
                Text("Letak", Fields.Key, 48, "Letak isian dalam rencana (JSON).").Needed(),
                Long("Isi", Fields.Self, 100, "Isi dalam bentuk JSON.").Needed(),
            ]
        )
        {
            Purpose = "Isian yang belum mempunyai lembar sendiri; biarkan sebagaimana diekspor.",
        },
    ];
}
