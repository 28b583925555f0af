using Sakip.Documents;

namespace Sakip.Tests.Orchestrations.Documents;

/// <summary>A document with one of everything, for an office that does not exist.</summary>
internal static class SampleDocument
{
    private const string Narrative =
        "Penyelenggaraan pemerintahan yang akuntabel mensyaratkan pertanggungjawaban atas pencapaian sasaran "
        + "strategis secara berjenjang, terukur, dan berkelanjutan sesuai dengan peraturan perundang-undangan.";

    private static readonly DateTimeOffset At = new(2025, 2, 3, 9, 0, 0, TimeSpan.FromHours(8));

    public static Document Of(params Block[] blocks) =>
        new(new DocumentInfo("Contoh", "Uji", "Biro Contoh", At), [new Section(blocks)]);

    public static Document Whole(int rows) =>
        Of() with
        {
            Info = Of().Info with
            {
                Title = "Laporan Kinerja Biro Contoh Tahun 2024",
                RunningHeader = "Laporan Kinerja Biro Contoh Tahun 2024",
                FooterNote = "Dokumen ini ditandatangani secara elektronik menggunakan sertifikat uji coba.",
                Watermark = "KONSEP",
            },
            Sections =
            [
                new Section([
                    new Cover(["LAPORAN KINERJA", "INSTANSI PEMERINTAH"], ["BIRO CONTOH"], "2024")
                    {
                        HeadLines = ["SEKRETARIAT DAERAH", "PROVINSI CONTOH"],
                        AddressLines = ["Jalan Contoh Nomor 1, Kota Contoh", "www.biro-contoh.example"],
                    },
                ])
                {
                    Numbering = PageNumbering.None,
                    RunningLines = false,
                },
                new Section([
                    new Heading(1, "DAFTAR ISI"),
                    new TableOfContents(),
                    new Heading(1, "DAFTAR TABEL"),
                    new ListOfTables(),
                    new Heading(1, "DAFTAR GAMBAR"),
                    new ListOfFigures(),
                ])
                {
                    Numbering = PageNumbering.RomanFromOne,
                },
                new Section([.. Chapter(rows)]) { Numbering = PageNumbering.ArabicFromOne },
                new Section([new Heading(1, "LAMPIRAN", Id: "lampiran"), BudgetTable("L.1", "tabel-l1", 12)])
                {
                    Orientation = PageOrientation.Landscape,
                },
            ],
        };

    public static Table BudgetTable(string number, string id, int rows) =>
        new(
            [
                new Column(6, Alignment.Centre),
                new Column(40),
                new Column(18, Alignment.Right),
                new Column(18, Alignment.Right),
                new Column(14),
            ],
            [
                new Row([
                    new Cell("No") { RowSpan = 2 },
                    new Cell("Program/Kegiatan") { RowSpan = 2 },
                    new Cell("Anggaran (Rp)") { ColumnSpan = 2 },
                    new Cell("Peringkat") { RowSpan = 2 },
                ]),
                Row.Of("Pagu", "Realisasi"),
            ],
            [
                .. Enumerable
                    .Range(1, rows)
                    .Select(n => new Row(
                        [
                            new Cell($"{n}"),
                            new Cell($"Kegiatan contoh ke-{n} {(n % 7 == 0 ? Narrative : "")}"),
                            Cell.Number(n * 1_000_000m, $"{n}.000.000"),
                            Cell.Number(n * 900_000m, $"{n * 9}00.000"),
                            new Cell("Sangat Tinggi") { Shade = new NamedColour("hijau", "C6E0B4") },
                        ],
                        n % 10 == 1 ? RowStyle.Group : RowStyle.Normal
                    )
                    {
                        Key = $"b{n}",
                    }),
                new Row(
                    [new Cell("Jumlah") { ColumnSpan = 2 }, Cell.Number(1, "1"), Cell.Number(1, "1"), new Cell("")],
                    RowStyle.Total
                ),
            ]
        )
        {
            Caption = new Caption(id, number, "Capaian Anggaran Program"),
            ColumnNumbers = true,
        };

    private static IEnumerable<Block> Chapter(int rows) =>
        [
            new Heading(1, "PENDAHULUAN", "BAB I", "bab-1"),
            new Heading(2, "Latar Belakang", "1.1", "latar"),
            new Paragraph(Narrative + " " + Narrative),
            new Paragraph([
                "Lihat ",
                new Reference("tabel-39"),
                " halaman ",
                new Reference("tabel-39", ReferenceKind.Page),
                " dan capaian ",
                new Field("capaian.RB", "100,00%") { Bold = true },
                ".",
            ]),
            new BlockList(
                ListStyle.Number,
                [new ListItem(Narrative, new BlockList(ListStyle.Letter, ["satu", "dua"])), new ListItem("Kedua")]
            ),
            new Heading(2, "Capaian", "1.2", "capaian"),
            BudgetTable("3.9", "tabel-39", rows),
            .. Figures,
            new Box([new Paragraph("Naskah asli ditandatangani secara elektronik.", ParagraphStyle.Left)], "Salinan")
            {
                QrPayload = "https://contoh.example/1",
            },
            new KeyValueTable([
                new KeyValueRow("Nama", "Pejabat Contoh"),
                new KeyValueRow("Jabatan", new string('A', 250)),
            ]),
            new SignatureBlock([
                new SignatureParty("pertama", ["Pihak Pertama,"], "Pejabat Contoh Satu")
                {
                    IdentityLines = ["NIP. 000000000000000001"],
                },
                new SignatureParty("kedua", ["Pihak Kedua,"], string.Join(' ', Enumerable.Repeat("Nama", 50)))
                {
                    QrPayload = "https://contoh.example/2",
                },
            ])
            {
                PlaceAndDate = "Kota Contoh, 3 Februari 2025",
            },
        ];

    private static IEnumerable<Block> Figures =>
        [
            new Figure(
                new Caption("gambar-1", "3.1", "Target dan Realisasi"),
                new Chart(
                    ChartKind.GroupedBar,
                    "Target dan realisasi",
                    ["2022", "2023", "2024"],
                    [new ChartSeries("Target", [80, 85, 87]), new ChartSeries("Realisasi", [82, null, 87.5m])]
                )
                {
                    Unit = "%",
                }
            ),
            new Figure(
                new Caption("gambar-2", "3.2", "Serapan"),
                new Chart(
                    ChartKind.HorizontalBar,
                    "Serapan menurut program",
                    ["Program Penunjang Urusan Pemerintahan Daerah", "Program Perpustakaan"],
                    [new ChartSeries("Serapan", [80.79m, 95])]
                )
                {
                    Unit = "%",
                }
            ),
            new Figure(
                new Caption("gambar-3", "3.3", "Bagan Organisasi"),
                new OrgChart("Kepala biro dan bagian", Head)
            ),
        ];

    private static OrgNode Head =>
        new(
            "Kepala Biro",
            "Pejabat Contoh",
            [
                new OrgNode("Bagian A", "Pejabat A", [new OrgNode("Subbagian A1"), new OrgNode("Subbagian A2")]),
                new OrgNode("Bagian B") { Coordination = true },
                new OrgNode("Bagian C", null, [new OrgNode("Subbagian C1", "Pejabat C1")]),
            ]
        );
}
