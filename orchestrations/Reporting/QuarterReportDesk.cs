using Sakip.AnnualCycle;
using Sakip.Calendar;
using Sakip.Collection;
using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Planning;
using Sakip.Storage;
using Sakip.Workbooks;

namespace Sakip.Reporting;

/// <summary>The report of any locked quarter, as PDF and as workbook, from its rows at the moment of asking.</summary>
public sealed class QuarterReportDesk(
    PlanStore plans, EvaluationRecords evaluations, QuarterDesk quarters, EvidenceBook evidence, PdfWriter pdf,
    TimeProvider clock)
{
    /// <summary>Null while the quarter was never locked.</summary>
    public async Task<byte[]?> PdfAsync(string unit, int year, Quarter quarter, CancellationToken cancellation) =>
        await DocumentAsync(unit, year, quarter, cancellation) is { } document ? pdf.Write(document).Bytes : null;

    /// <summary>Every table of the report on a sheet of its own; null while the quarter was never locked.</summary>
    public async Task<byte[]?> WorkbookAsync(string unit, int year, Quarter quarter, CancellationToken cancellation) =>
        await DocumentAsync(unit, year, quarter, cancellation) is { } document ? QuarterWorkbook.Write(document) : null;

    private async Task<Document?> DocumentAsync(string unit, int year, Quarter quarter, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(unit, year, cancellation);
        if (!await evaluations.HasAgreementAsync(unit, year, cancellation)) return null;
        var given = await evaluations.InputAsync(unit, year, cancellation);
        if (given.Quarters.FirstOrDefault(one => one.Quarter == quarter) is not { } figures) return null;
        var (_, progress) = await quarters.StateAsync(SubjectRef.Quarter(unit, year, quarter), cancellation);
        var files = (await evidence.FactsAsync(unit, year, quarter, cancellation)).Where(file => file.Quarter == quarter).ToList();
        return QuarterlyReportDocument.Build(
            plan, QuarterEvaluator.Evaluate(given, quarter), figures, clock.GetUtcNow(),
            supplement: new QuarterSupplement(progress?.Late ?? [], progress?.Missing ?? [], files));
    }
}

/// <summary>The tables of a quarterly report as a workbook.</summary>
internal static class QuarterWorkbook
{
    private const double CharactersPerPoint = 1.1;
    private const double Narrowest = 8;

    public static byte[] Write(Document document) => WorkbookWriter.Write(new WorkbookContent(
        document.Info.Title,
        [.. document.Sections.SelectMany(section => section.Blocks).OfType<Table>().Select((table, at) => Sheet(table, at))]));

    private static SheetContent Sheet(Table table, int at) => new(
        table.SheetName ?? $"Tabel {at + 1}",
        [
            .. table.HeaderRows.Select(row => new RowContent([.. row.Cells.Select(cell => CellContent.Text(TextOf(cell), CellStyle.Heading))])),
            .. table.Rows.Select(row => new RowContent([.. row.Cells.Select(Content)])),
        ])
    {
        Columns = [.. table.Columns.Select(column => new ColumnContent(Math.Max(Narrowest, column.Width * CharactersPerPoint)))],
        FrozenRows = table.HeaderRows.Count,
        RepeatedRows = table.HeaderRows.Count,
        IsLandscape = true,
    };

    private static CellContent Content(Cell cell) => cell.Value is { } number
        ? CellContent.Number(number, CellStyle.Body with { Format = SheetFormat.Number })
        : CellContent.Text(TextOf(cell), CellStyle.Body);

    private static string TextOf(Cell cell) => string.Concat(cell.Inlines.OfType<TextRun>().Select(run => run.Text));
}
