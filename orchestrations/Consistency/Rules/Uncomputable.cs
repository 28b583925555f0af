using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-HT-01: no percentage is printed where there is nothing to compute it from.</summary>
internal sealed class Uncomputable : IPrintedRule
{
    // Predicates of accountability, best first.
    private static readonly string[] Predicates = ["AA", "A", "BB", "B", "CC", "C", "D"];

    public IEnumerable<Contradiction> Check(PrintedFacts facts) => [.. Achievements(facts), .. Absorption(facts)];

    private static IEnumerable<Contradiction> Achievements(PrintedFacts facts) =>
        from table in facts.Tables
        where table.HasAll(ColumnRole.Indicator, ColumnRole.Target, ColumnRole.Realisation, ColumnRole.Achievement)
        from column in table.Columns(ColumnRole.Achievement)
        let target = IndexOf(table, ColumnRole.Target, column.Column.Year)
        let realisation = IndexOf(table, ColumnRole.Realisation, column.Column.Year)
        where target >= 0 && realisation >= 0
        from row in table.Table.Rows
        let printed = TableView.Cell(row, column.Index)
        where NumberParser.Parse(printed, NumberKind.Percent).Value is not null
        let finding = Judge(table, row, TableView.Cell(row, target), TableView.Cell(row, realisation), printed)
        where finding is not null
        select finding;

    private static Contradiction? Judge(
        TableView table,
        PrintedRow row,
        string target,
        string realisation,
        string printed
    )
    {
        var goal = NumberParser.Parse(target, NumberKind.Percent);
        var actual = NumberParser.Parse(realisation, NumberKind.Percent);
        var reached = NumberParser.Parse(printed, NumberKind.Percent).Value;
        // Where 0 is the target, offices print 100% for reached and 0% for missed.
        if (goal.Value == 0m && actual.Value is { } result && reached == (result <= 0m ? 100m : 0m))
            return null;
        var why =
            goal.Value == 0m ? "target 0"
            : Absent(target) ? "tanpa target"
            : Absent(realisation) ? "tanpa realisasi"
            : goal.Value is null
            && Array.IndexOf(Predicates, target) is >= 0 and var wanted
            && Array.IndexOf(Predicates, realisation) is >= 0 and var got
            && got <= wanted != reached >= 100m
                ? $"target {target} dan realisasi {realisation}"
            : null;
        return
            why is null || target.Length == 0 && realisation.Length == 0 || actual.Error is not null && goal.Value == 0m
            ? null
            : new(
                "K-HT-01",
                $"Capaian \"{table.Cell(row, ColumnRole.Indicator)}\" tercetak, padahal {why}.",
                [table.Place],
                "Nyatakan \"tidak dapat dihitung\", atau tulis dasar hitungannya.",
                printed,
                "tidak dapat dihitung"
            );
    }

    private static bool Absent(string cell) => cell is "-" or "–" or "—";

    private static IEnumerable<Contradiction> Absorption(PrintedFacts facts) =>
        from table in facts.Tables
        where table.HasAll(ColumnRole.Ceiling, ColumnRole.Spent, ColumnRole.Absorption)
        from row in table.Table.Rows
        let printed = table.Cell(row, ColumnRole.Absorption)
        where
            table.Amount(row, ColumnRole.Ceiling) == 0m && NumberParser.Parse(printed, NumberKind.Percent).Value is > 0m
        select new Contradiction(
            "K-HT-01",
            $"Capaian anggaran \"{table.Cell(row, ColumnRole.Programme)}\" tercetak, padahal pagu 0.",
            [table.Place],
            "Nyatakan \"belum dilaksanakan\" atau \"tidak dapat dihitung\".",
            printed,
            "pagu 0"
        );

    private static int IndexOf(TableView table, ColumnRole role, int? year) =>
        table.Columns(role).Where(pair => pair.Column.Year == year).Select(pair => pair.Index).FirstOrDefault(-1);
}
