using System.Text.Json;
using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>A budget revision as a workbook of its own, and the rules of several revisions in a row.</summary>
internal static class RevisionWorkbook
{
    public static Reading<BudgetRevision> Read(WorkbookReader book, OfficePlan plan, Budget current)
    {
        var errors = new List<PlanError>();
        var tables = BookTables.Read(book, PlanSheets.OfRevision, errors, []);
        if (BookTables.IsUntouched(tables))
            return new(null, [new PlanError("$", BookTables.Untouched)]);
        // What stands in the workbook beside the revision, such as the versions before it, is not handed in.
        var wanted = current.Sequence + 1;
        var assembly = new PlanAssembly(tables);
        if (!assembly.TryAssemble(() => { }))
            return new(null, BookTables.InOrder(assembly.Reading.Errors));
        var at = assembly.Revisions.FindIndex(one => one["budget"]!["sequence"]!.GetValue<int>() == wanted);
        errors.AddRange(
            assembly.Reading.Errors.Where(error => tables.Values.Any(table => table.Name == error.Cell?.Sheet))
        );
        if (at < 0)
        {
            errors.Add(
                new PlanError(
                    "$.budget.sequence",
                    $"Anggaran yang berlaku bernomor urut {current.Sequence}; perubahan dengan versi {wanted} tidak ada dalam berkas.",
                    new CellPlace(SheetNames.BudgetVersions)
                )
            );
            return new(null, errors);
        }

        var revision = assembly.Revisions[at].Deserialize<BudgetRevision>(CanonicalJson.Options)!;
        errors.AddRange(
            BudgetRevisionRules
                .Check(revision, plan, current)
                .Concat(TextLimits.Check(assembly.Revisions[at]))
                .Select(error => Under(error, at))
                .Where(error => !assembly.Reading.Follows(error))
                .Select(assembly.Places.Locate)
        );
        var cleaned = assembly.Reading.Cleaned;
        return errors.Count > 0
            ? new(null, RowReading.Told(BookTables.InOrder(errors))) { Cleaned = cleaned }
            : new(revision, []) { Cleaned = cleaned };
    }

    /// <summary>Each revision against the budget before it; paths begin with <c>$.revisions[i]</c>.</summary>
    public static IEnumerable<PlanError> Check(IReadOnlyList<BudgetRevision> revisions, OfficePlan plan)
    {
        var current = plan.Budget;
        for (var i = 0; i < revisions.Count; i++)
        {
            foreach (var error in BudgetRevisionRules.Check(revisions[i], plan, current))
                yield return Under(error, i);
            current = revisions[i].Budget;
        }
    }

    private static PlanError Under(PlanError error, int index)
    {
        var root = FormattableString.Invariant($"$.revisions[{index}]");
        return error with
        {
            Path = root + error.Path[1..],
            Message = error.Message.Replace("$.", root + ".", StringComparison.Ordinal),
        };
    }
}
