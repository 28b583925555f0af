using Sakip.Documents;
using Sakip.Kernel;

namespace Sakip.Reporting;

internal static class ChapterOne
{
    private const int MostInChart = 12;

    private static readonly (string Chapter, string Content)[] Outline =
    [
        (
            "BAB I PENDAHULUAN",
            "menyajikan gambaran umum, organisasi, tugas dan fungsi, aspek strategis dan permasalahan, landasan "
                + "hukum, serta sistematika penulisan."
        ),
        (
            "BAB II PERENCANAAN KINERJA",
            "menguraikan Rencana Strategis, Rencana Kinerja Tahunan, dan Perjanjian Kinerja."
        ),
        (
            "BAB III AKUNTABILITAS KINERJA",
            "menyajikan capaian kinerja, perbandingan dan analisisnya, efisiensi penggunaan sumber daya, serta "
                + "realisasi anggaran."
        ),
        ("BAB IV PENUTUP", "memuat simpulan atas pencapaian kinerja, kendala, dan langkah perbaikan."),
        (
            "LAMPIRAN",
            "memuat perjanjian kinerja, pengukuran kinerja, rencana aksi, indikator kinerja utama, kutipan Rencana "
                + "Strategis, sasaran kinerja pegawai, dan pernyataan telah direviu."
        ),
    ];

    public static IEnumerable<Block> Build(ReportContext context) =>
        [
            new Heading(1, "PENDAHULUAN", "BAB I", "bab-1"),
            new Heading(2, "Latar Belakang", "1.1", "latar-belakang"),
            .. context.Told("latar-belakang"),
            new Heading(2, "Organisasi, Tugas, dan Fungsi", "1.2", "organisasi"),
            .. context.Narrative("organisasi"),
            .. Functions(context),
            .. Organisation(context),
            new Heading(2, "Aspek Strategis dan Permasalahan Utama", "1.3", "aspek-strategis"),
            new Heading(3, "Aspek Strategis", "1.3.1"),
            .. context.Told("aspek-strategis"),
            .. Issues(context),
            .. LegalBases(context),
            new Heading(2, "Sistematika Penulisan", "1.5", "sistematika"),
            new Paragraph($"Susunan penulisan LKjIP {context.ShortUnit} Tahun {context.Year} adalah sebagai berikut.")
            {
                KeepWithNext = true,
            },
            new BlockList(
                ListStyle.Bullet,
                [
                    .. Outline.Select(part => new ListItem([
                        new TextRun(part.Chapter) { Bold = true },
                        " " + part.Content,
                    ])),
                ]
            ),
        ];

    private static IEnumerable<Block> Functions(ReportContext context)
    {
        if (context.Plan.Report.Functions.Count == 0)
            yield break;
        yield return new Paragraph($"Untuk melaksanakan tugas tersebut, {context.Unit} menyelenggarakan fungsi:")
        {
            KeepWithNext = true,
        };
        yield return new BlockList(ListStyle.Letter, Sentences.Of(context.Plan.Report.Functions));
    }

    private static IEnumerable<Block> Organisation(ReportContext context)
    {
        var directory = context.Directory;
        yield return new Heading(3, "Struktur Organisasi", "1.2.1", "struktur");
        yield return new Paragraph([
            $"Susunan organisasi {context.ShortUnit} dan pejabatnya pada akhir tahun {context.Year} ditunjukkan pada ",
            new Reference("gambar-1-1"),
            ".",
        ]);
        var day = Quarter.Q4.LastDay(context.Year);
        var carriers = Planning.Carriers.On(context.Plan, day);
        yield return new Figure(
            new Caption("gambar-1-1", "1.1", "Struktur Organisasi " + context.ShortUnit),
            new OrgChart(
                $"Bagan organisasi {context.ShortUnit} dengan {Planning.Carriers.On(context.Plan, day).SubUnits().Count()} sub-unit di bawah kepala.",
                Node(context.Plan.Agreement.FirstParty)
            )
        );
        yield return new Paragraph("Susunan sub-unit dan pejabat yang memimpinnya adalah sebagai berikut.")
        {
            KeepWithNext = true,
        };
        yield return new Table(
            [new(5), new(42), new(53)],
            [Cells.HeadRow("No.", "Sub-unit", "Pimpinan")],
            [
                .. Planning
                    .Carriers.On(context.Plan, day)
                    .SubUnits()
                    .Select(
                        (subUnit, index) =>
                            new Row([
                                Cells.Number(index + 1),
                                new Cell(subUnit.Name),
                                new Cell(
                                    directory.HeadOf(subUnit.Code, day) is { } head
                                        ? $"{head.Title}: {head.Official.FullName()}"
                                        : "Kosong"
                                ),
                            ])
                    ),
            ]
        )
        {
            Caption = new Caption("tabel-1-1", "1.1", "Sub-unit " + context.ShortUnit),
        };
        foreach (var change in context.Changes.Of(Planning.YearChangeKind.Organisation))
            yield return change;
        foreach (var change in context.Changes.Of(Planning.YearChangeKind.Official))
            yield return change;

        OrgNode Node(string post) =>
            new(
                directory.HolderOf(post, day)?.Title ?? directory.Post(post)?.Name ?? post,
                directory.HolderOf(post, day)?.Official.FullName() ?? "Kosong",
                Below([.. context.Plan.Posts.Where(below => below.Superior == post && IsInChart(below))])
            );

        // The head's post of a sub-unit that has ended is no part of the organisation any more.
        bool IsInChart(Planning.Post below) =>
            below.Echelon is not null && (below.SubUnit is not { } subUnit || carriers.Stands(subUnit));

        // A chart is read on one page; all of them stand in the table below it.
        IReadOnlyList<OrgNode> Below(List<Planning.Post> posts) =>
            posts.Count <= MostInChart
                ? [.. posts.Select(below => Node(below.Code))]
                :
                [
                    .. posts.Take(MostInChart - 1).Select(below => Node(below.Code)),
                    new OrgNode($"{posts.Count - MostInChart + 1} jabatan lainnya", "lihat Tabel 1.1"),
                ];
    }

    private static IEnumerable<Block> Issues(ReportContext context)
    {
        yield return new Heading(3, "Permasalahan Utama", "1.3.2");
        yield return new Paragraph(
            NarrativeBlocks.Inlines(
                "Pelaksanaan tugas dan fungsi mengacu pada {{jumlah.sasaran}} sasaran strategis dengan permasalahan "
                    + "sebagai berikut.",
                context.Figures
            )
        )
        {
            KeepWithNext = true,
        };
        yield return new BlockList(ListStyle.Number, Sentences.Of(context.Plan.Report.Issues));
    }

    private static IEnumerable<Block> LegalBases(ReportContext context)
    {
        var inForce = LegalBasisRegister
            .Of(context.Plan)
            .Where(one => one.Standing == LegalStanding.InForce)
            .Select(one => one.Basis)
            .ToList();
        yield return new Heading(2, "Landasan Hukum", "1.4", "landasan-hukum");
        yield return new Paragraph("Penyusunan laporan ini berlandaskan peraturan yang berlaku sebagai berikut.")
        {
            KeepWithNext = true,
        };
        yield return new BlockList(ListStyle.Number, Sentences.Of([.. inForce.Select(basis => basis.Citation)]));
    }
}
