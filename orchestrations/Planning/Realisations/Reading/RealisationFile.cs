using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>
/// Reads what the finance system exports: a table with the code of the sub-activity and what was spent on it up to a day.
/// Columns are found by their headings; what the headings leave open is asked.
/// </summary>
internal static class RealisationFile
{
    /// <param name="before">What stands for the quarter before; spending does not fall below it.</param>
    /// <param name="remembered">The columns that the office chose before, the last first.</param>
    public static RealisationReading Read(
        RealisationImport import,
        OfficePlan plan,
        Budget budget,
        BudgetRealisation? before,
        IReadOnlyList<string>? remembered = null
    )
    {
        try
        {
            var levels = new SpendingLevels(budget);
            var sheets = SpendingSheets.Read(import.File);
            var tables = sheets.SelectMany(sheet => SpendingTable.Of(sheet, levels)).ToList();
            if (tables.Count == 0)
                return Failed(SpendingRefusals.NoHeadings(sheets));
            if (tables.TrueForAll(table => table.Codes.Found == 0))
                return Failed(SpendingRefusals.NoCodes(tables[0], budget));
            tables.RemoveAll(table => table.Codes.Found == 0);
            return Read(import, plan, budget, before, remembered ?? [], tables);
        }
        catch (WorkbookException refusal)
        {
            return Failed(new PlanError("$", refusal.Message));
        }
    }

    private static RealisationReading Read(
        RealisationImport import,
        OfficePlan plan,
        Budget budget,
        BudgetRealisation? before,
        IReadOnlyList<string> remembered,
        List<SpendingTable> tables
    )
    {
        var candidates = SpendingColumns.Of(tables, plan.Year, import.Quarter);
        if (candidates.Count == 0)
            return Failed(SpendingRefusals.NoMoney(tables[0], plan.Year, import.Quarter));
        var choice = SpendingChoice.Of(import, candidates, remembered);
        var questions = new List<SpendingQuestion>();
        if (candidates.Count > 1)
            questions.Add(choice.Question);
        if (choice.Column is not { } column)
            return new RealisationReading(null, [], []) { Questions = questions };
        var unit = SpendingUnit.Of(column, import.Unit);
        if (unit.Question is { } asked)
            questions.Add(asked);
        var read = new SpendingReading(column.Table, column.Heading.Column, unit.Factor, import.Blanks);
        if (read.Blanks.Count > 0)
            questions.Add(SpendingChoice.Blanks(column, read.Blanks, import.Blanks));
        var position = SpendingPosition.Of(column.Table, import, plan.Year);
        var errors = RowReading.Told([.. read.Errors, .. position.Errors]);
        var reading = new RealisationReading(null, errors, read.Warnings)
        {
            Questions = questions,
            Source = SourceOf(column, read),
        };
        if (errors.Count > 0 || questions.Exists(question => question.IsOpen))
            return reading;
        var realisation = new BudgetRealisation(
            import.Quarter,
            position.Day!.Value,
            import.Name,
            [.. read.Rows.OrderBy(one => one.SubActivity, StringComparer.Ordinal)]
        )
        {
            Column = choice.IsChosen ? column.Memory : null,
            Exceptions = read.Exceptions.Count == 0 ? null : read.Exceptions,
            Reason =
                read.Exceptions.Count == 0 || string.IsNullOrWhiteSpace(import.Reason) ? null : import.Reason.Trim(),
        };
        return reading with
        {
            Realisation = realisation,
            Warnings =
            [
                .. read.Warnings,
                .. SpendingWarnings.Of(realisation, budget, before, column.Table),
                .. SpendingWarnings.Of(reading.Source, column),
            ],
        };
    }

    private static SpendingSource SourceOf(SpendingCandidate column, SpendingReading read) =>
        new(
            column.Table.Sheet.Name,
            CellAddress.Letters(column.Heading.Column),
            column.Heading.Text,
            read.Rows.Count,
            read.Total,
            read.Summed,
            read.FileTotal
        );

    private static RealisationReading Failed(PlanError error) => new(null, [error], []);
}
