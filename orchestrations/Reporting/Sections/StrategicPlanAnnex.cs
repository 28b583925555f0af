using Sakip.Documents;

namespace Sakip.Reporting;

/// <summary>Annex 5: what the strategic plan says about the office.</summary>
internal static class StrategicPlanAnnex
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        var number = 3 + context.Evaluation.Indicators.Count;
        var strategic = context.Plan.StrategicPlan;
        return
        [
            new Heading(1, "KUTIPAN RENCANA STRATEGIS", "LAMPIRAN 5", "lampiran-5"),
            new Paragraph(
                $"{strategic.Name} Tahun {context.Period} memuat tujuan, sasaran, indikator, dan target " + "berikut."
            ),
            StrategicPlanTable.Build(
                context,
                new Caption($"tabel-l-{number}", $"L.{number}", $"Kutipan {strategic.Name} Tahun {context.Period}")
            ),
            new Paragraph(
                "Tanda “-” berarti belum ditetapkan. Target sebelum periode rencana menjadi pembanding.",
                ParagraphStyle.Note
            ),
        ];
    }
}
