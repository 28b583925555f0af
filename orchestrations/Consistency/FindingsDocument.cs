using Sakip.Documents;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Consistency;

/// <summary>What the check of a printed report found, for people to read.</summary>
internal static class FindingsDocument
{
    private static readonly (FindingLevel Level, string Name, string Meaning)[] Levels =
    [
        (
            FindingLevel.Blocker,
            "Penghalang",
            "Harus diperbaiki, atau dijelaskan dan diterima, sebelum laporan ditandatangani."
        ),
        (FindingLevel.Warning, "Peringatan", "Sebaiknya diperbaiki atau dijelaskan."),
        (FindingLevel.Info, "Info", "Untuk diketahui."),
    ];

    public static string LevelName(FindingLevel level) => Levels.First(one => one.Level == level).Name;

    public static Document Build(
        PrintedReport report,
        IReadOnlyList<Finding> findings,
        ReadingAccount reading,
        DateTimeOffset at
    )
    {
        var info = new DocumentInfo(
            $"Hasil pemeriksaan konsistensi: {report.Title}",
            "Pemeriksaan konsistensi laporan kinerja",
            "Sakip",
            at
        )
        {
            RunningHeader = "Hasil Pemeriksaan Konsistensi Laporan Kinerja",
        };
        return new Document(
            info,
            [new Section([.. Blocks(report, findings, reading)]) { Numbering = PageNumbering.ArabicFromOne }]
        );
    }

    private static IEnumerable<Block> Blocks(
        PrintedReport report,
        IReadOnlyList<Finding> findings,
        ReadingAccount reading
    )
    {
        yield return new Paragraph("HASIL PEMERIKSAAN KONSISTENSI", ParagraphStyle.Title);
        yield return new Paragraph(report.Title, ParagraphStyle.CentredBold);
        yield return new Paragraph($"{report.Office}, tahun {report.Year}", ParagraphStyle.Centred);
        yield return new Paragraph(Read(reading));
        yield return new Paragraph(Summary(findings));
        if (reading.NotChecked.Count > 0)
        {
            yield return new Heading(2, $"Yang tidak diperiksa ({reading.NotChecked.Count})");
            foreach (var left in reading.NotChecked)
                yield return new Paragraph(left, ParagraphStyle.Flush);
        }

        if (findings.Count == 0)
            yield break;
        yield return ByRule(findings);
        foreach (var (level, name, meaning) in Levels)
        {
            var own = findings.Where(finding => finding.Level == level).ToList();
            if (own.Count == 0)
                continue;
            yield return new Heading(2, $"{name} ({own.Count})");
            yield return new Paragraph(meaning, ParagraphStyle.Flush) { KeepWithNext = true };
            for (var i = 0; i < own.Count; i++)
            {
                foreach (var block in One(i + 1, own[i]))
                    yield return block;
            }
        }
    }

    private static string Read(ReadingAccount reading) =>
        $"Terbaca {IndonesianNumber.Number(reading.Sections.Count, 0)} bagian, "
        + $"{IndonesianNumber.Number(reading.Paragraphs, 0)} paragraf dan daftar, serta "
        + $"{IndonesianNumber.Number(reading.Tables.Count, 0)} tabel.";

    private static string Summary(IReadOnlyList<Finding> findings) =>
        findings.Count == 0
            ? "Tidak ada pertentangan yang ditemukan: angka, nama, jumlah, periode, dan rujukan dalam laporan ini saling sesuai."
            : $"Pemeriksaan menemukan {IndonesianNumber.Count(findings.Count)} hal: "
                + string.Join(
                    ", ",
                    Levels.Select(level =>
                        $"{findings.Count(finding => finding.Level == level.Level)} {level.Name.ToLowerInvariant()}"
                    )
                )
                + ".";

    private static Table ByRule(IReadOnlyList<Finding> findings) =>
        new(
            [new(2), new(9), new(2.4), new(1.6, Alignment.Right)],
            [Row.Of("Kode", "Aturan", "Tingkat", "Jumlah")],
            [
                .. findings
                    .GroupBy(finding => (finding.Code, finding.Title, finding.Level))
                    .Select(group => new Row([
                        new(group.Key.Code),
                        new(group.Key.Title),
                        new(LevelName(group.Key.Level)),
                        Cell.Number(group.Count(), IndonesianNumber.Number(group.Count(), 0)),
                    ])),
            ]
        );

    private static IEnumerable<Block> One(int number, Finding finding)
    {
        var title = $"{number}. {finding.Code}: {finding.Explanation}";
        yield return new Paragraph(title, ParagraphStyle.Bold) { KeepWithNext = true };
        var rows = new List<KeyValueRow> { new("Tempat", string.Join("; ", finding.Where)) };
        if (finding.ValueA is { } printed)
            rows.Add(new("Tercantum", printed));
        if (finding.ValueB is { } right)
            rows.Add(new("Pembandingnya", right));
        if (finding.Difference is { } difference)
            rows.Add(new("Selisih", difference));
        if (finding.Quote is { } quote)
            rows.Add(new("Kutipan", $"“{quote}”"));
        rows.Add(new("Tindakan", finding.Action));
        yield return new KeyValueTable(rows);
    }
}
