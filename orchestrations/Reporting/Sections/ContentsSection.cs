using Sakip.Documents;

namespace Sakip.Reporting;

internal static class ContentsSection
{
    public static IEnumerable<Block> Build(ReportContext context) =>
        [
            new Heading(1, "DAFTAR ISI", Id: "daftar-isi"),
            new TableOfContents(),
            new Heading(1, "DAFTAR TABEL", Id: "daftar-tabel"),
            new ListOfTables(),
            new Heading(1, "DAFTAR GAMBAR", Id: "daftar-gambar"),
            new ListOfFigures(),
        ];
}
