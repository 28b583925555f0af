using Sakip.Agreements;
using Sakip.Documents;
using Sakip.Kernel;

namespace Sakip.Reporting;

/// <summary>The tables of a year's evaluation, numbered as in the report, for those who only need the figures.</summary>
internal static class EvaluationDocument
{
    private static readonly string[] Sections =
    [
        "ikhtisar",
        "bab-3-capaian",
        "bab-3-evaluasi",
        "bab-3-sebab",
        "bab-3-penunjang",
        "bab-3-anggaran",
    ];

    /// <param name="draft">Lays KONSEP across every page.</param>
    public static Document Build(AnnualReportData data, bool draft)
    {
        var title = $"Tabel Evaluasi Kinerja {data.Plan.Unit.ShortName} Tahun {data.Plan.Year}";
        var info = new DocumentInfo(title, "Evaluasi kinerja", data.Plan.Unit.Name, data.At)
        {
            RunningHeader = title,
            FooterNote = draft ? DocumentNotes.Unsigned : null,
            Watermark = draft ? DocumentNotes.Draft : null,
        };
        IEnumerable<Block> tables = Sections
            .SelectMany(code => AnnualReportDocument.BuildSection(data, code).Blocks)
            .Where(block => block is Table or KeyFigures);
        return new Document(
            info,
            [
                new Section([
                    new Paragraph(title.ToUpperInvariant(), ParagraphStyle.Title),
                    new Paragraph(
                        $"Dihitung dengan kebijakan hitung versi {data.Evaluation.Basis.PolicyVersion} dari data sampai Triwulan "
                            + $"{Quarters.Roman(data.Evaluation.UpTo)}.",
                        ParagraphStyle.Centred
                    ),
                    .. tables,
                ])
                {
                    Numbering = PageNumbering.ArabicFromOne,
                },
            ]
        );
    }
}
