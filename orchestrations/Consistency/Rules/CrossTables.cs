using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-IN-01: a value of a year is the same in every table. Targets of the year are K-PK-01's.</summary>
internal sealed class CrossTables : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from same in facts.Values.GroupBy(fact => (fact.Indicator, fact.Role, fact.Year))
        where
            same.Key.Role is ColumnRole.Realisation or ColumnRole.EndTarget
            || same.Key.Role == ColumnRole.Target && (same.Key.Year != facts.Report.Year || facts.InForce is null)
        let usual = facts.ValueOf(same.Key.Indicator, same.Key.Role, same.Key.Year)
        from wrong in same.Where(fact => fact.Value != usual)
        let right = same.First(fact => fact.Value == usual)
        select new Contradiction(
            "K-IN-01",
            $"{Name(same.Key.Role)} \"{same.Key.Indicator}\" {same.Key.Year} berbeda antartabel.",
            [wrong.Table.Place, right.Table.Place],
            "Samakan nilainya.",
            wrong.Printed,
            right.Printed,
            IndonesianNumber.Natural(wrong.Value - usual!.Value, 2) + " poin"
        );

    private static string Name(ColumnRole role) =>
        role switch
        {
            ColumnRole.Target => "Target",
            ColumnRole.EndTarget => "Target akhir",
            _ => "Realisasi",
        };
}
