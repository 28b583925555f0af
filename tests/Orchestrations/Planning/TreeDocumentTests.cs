using Sakip.Documents;
using Sakip.Planning;
using Sakip.Tests.Orchestrations.Documents;

namespace Sakip.Tests.Orchestrations.Planning;

public sealed class TreeDocumentTests
{
    private static readonly DateOnly Day = new(2024, 7, 10);

    private static Document Of(OfficePlan plan) =>
        TreeDocument.Build(
            plan,
            PerformanceTree.Of(plan, plan.Budget, Day),
            Day,
            new DateTimeOffset(2024, 7, 10, 1, 0, 0, TimeSpan.Zero)
        );

    [Fact]
    public void The_pictures_hold_every_node_with_its_post()
    {
        var document = Of(LevelSample.Plan);

        var drawn = string.Join(
            ' ',
            document
                .Sections.SelectMany(section => section.Blocks)
                .OfType<Figure>()
                .SelectMany(figure => ((BoxChart)figure.Drawing).Boxes)
                .SelectMany(box => box.Texts)
                .Select(text => text.Text)
        );
        Assert.Contains("Indikator sk-kab", drawn, StringComparison.Ordinal);
        Assert.Contains("Target 9 Dokumen", drawn, StringComparison.Ordinal);
        Assert.Contains("Analis Jabatan", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void Nodes_and_gaps_are_tables_of_the_spreadsheet()
    {
        var tables = Of(LevelSample.Plan).Sections.SelectMany(section => section.Blocks).OfType<Table>().ToList();

        Assert.Equal(["Pohon Kinerja", "Celah"], tables.Select(table => table.SheetName));
        Assert.Contains(
            tables[0].Rows,
            row => row.Cells[1].Inlines is [TextRun { Text: "Indikator sk-kab" }] && row.Cells[1].Indent == 5
        );
    }

    [Fact]
    public void It_prints_within_its_pages_and_as_a_workbook()
    {
        var document = Of(LevelSample.Plan);
        var printed = Printed.Of(document);

        Assert.Empty(printed.Stray);
        Assert.Contains(printed.Pages, page => page.Contains("sk-kab", StringComparison.Ordinal));
        Assert.NotEmpty(new XlsxWriter().Write(document));
    }
}
