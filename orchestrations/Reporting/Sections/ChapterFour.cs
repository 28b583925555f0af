using Sakip.Documents;

namespace Sakip.Reporting;

internal static class ChapterFour
{
    public static IEnumerable<Block> Build(ReportContext context) =>
    [
        new Heading(1, "PENUTUP", "BAB IV", "bab-4"),
        new Heading(2, "Tinjauan Umum", "4.1"),
        .. context.Narrative("tinjauan-umum"),
        new Heading(2, "Kendala dan Upaya Perbaikan", "4.2"),
        .. context.Narrative("kendala"),
        new Heading(2, "Saran dan Langkah ke Depan", "4.3"),
        .. context.Narrative("saran"),
    ];
}
