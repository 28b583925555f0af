using Sakip.Consistency;
using Sakip.Documents;
using Sakip.Documents.Pdf;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Commands;

/// <summary>Audits a printed report given as JSON or as a Word document; writes what it finds as JSON and as a PDF.</summary>
internal static class ReportCheck
{
    private const long Largest = 64 * 1024 * 1024;

    /// <returns>0 when nothing blocks, 1 when something does, 2 when the file is no printed report.</returns>
    public static int Run(string file, CommandLine line, TextWriter output, TextWriter errors, TimeProvider clock)
    {
        if (!File.Exists(file))
            throw new UsageException($"Berkas {file} tidak ada.");
        if (new FileInfo(file).Length > Largest)
            throw new UsageException($"Berkas {file} lebih besar daripada 64 MB.");
        var isWord = string.Equals(Path.GetExtension(file), ".docx", StringComparison.OrdinalIgnoreCase);
        var read = isWord
            ? WordReportReader.Read(File.ReadAllBytes(file), line.Value("--year") is null ? null : line.Year())
            : PrintedReportReader.Read(File.ReadAllBytes(file));
        if (read.Report is not { } report)
        {
            errors.WriteLine(
                isWord
                    ? $"{file} tidak dapat dibaca sebagai laporan:"
                    : $"{file} bukan laporan tercetak menurut skema laporan-tercetak.schema.json:"
            );
            foreach (var problem in read.Problems)
                errors.WriteLine($"  {problem.Path}: {problem.Problem}");
            return 2;
        }

        var (findings, reading) = ReportChecker.Examine(report);
        var folder = Directory.CreateDirectory(line.Value("--out") ?? "out").FullName;
        var name = Path.Combine(folder, "temuan-" + Path.GetFileNameWithoutExtension(file));
        var summary = new CheckSummary(
            report.Title,
            report.Office,
            report.Year,
            Count(findings, FindingLevel.Blocker),
            Count(findings, FindingLevel.Warning),
            Count(findings, FindingLevel.Info),
            findings,
            reading
        );
        File.WriteAllText(name + ".json", CanonicalJson.Serialize(summary));
        File.WriteAllBytes(
            name + ".pdf",
            new PdfWriter(new FontLibrary())
                .Write(FindingsDocument.Build(report, findings, reading, clock.GetUtcNow()))
                .Bytes
        );
        output.WriteLine(
            $"Terbaca: {report.Office}, tahun {report.Year}; {reading.Sections.Count} bagian, {reading.Paragraphs} paragraf dan daftar, {reading.Tables.Count} tabel."
        );
        output.WriteLine(
            $"{report.Title}: {summary.Blockers} penghalang, {summary.Warnings} peringatan, {summary.Infos} info."
        );
        foreach (var finding in findings)
        {
            output.WriteLine(
                $"  {FindingsDocument.LevelName(finding.Level), -10} {finding.Code}  {finding.Where[0]}: {finding.Explanation}"
            );
        }

        foreach (var left in reading.NotChecked)
            output.WriteLine($"  tidak diperiksa  {left}");
        output.WriteLine($"Tertulis: {name}.json dan {name}.pdf");
        return summary.Blockers > 0 ? 1 : 0;
    }

    private static int Count(IReadOnlyList<Finding> findings, FindingLevel level) =>
        findings.Count(finding => finding.Level == level);

    private sealed record CheckSummary(
        string Report,
        string Office,
        int Year,
        int Blockers,
        int Warnings,
        int Infos,
        IReadOnlyList<Finding> Findings,
        ReadingAccount Reading
    );
}
