using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>K-PK-01: the report's targets are those of the agreement in force.</summary>
internal sealed class AgreementTargets : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from agreed in facts.InForce?.Indicators ?? []
        let target = NumberParser.Parse(agreed.Target, NumberKind.Percent).Value
        from different in facts
            .Values.Where(fact =>
                fact.Role == ColumnRole.Target
                && fact.Year == facts.Report.Year
                && fact.Indicator == agreed.Indicator
                && target is not null
                && fact.Value != target
            )
            .GroupBy(fact => fact.Value)
        let realisation = facts.ValueOf(agreed.Indicator, ColumnRole.Realisation, facts.Report.Year)
        select new Contradiction(
            "K-PK-01",
            $"Target \"{agreed.Indicator}\" dalam laporan bukan target perjanjian kinerja yang berlaku."
                + (
                    realisation is { } actual && target > 0m
                        ? $" Terhadap target perjanjian, capaiannya {IndonesianNumber.Percent(actual / target.Value * 100m, 2)}."
                        : ""
                ),
            [.. different.Select(fact => fact.Table.Place).Distinct(), "Lampiran perjanjian kinerja"],
            "Gunakan target perjanjian kinerja, atau lampirkan perjanjian kinerja perubahan.",
            different.First().Printed,
            agreed.Target,
            IndonesianNumber.Natural(different.Key - target.Value, 0) + " poin"
        );
}

/// <summary>K-PK-02: the targets of the head's SKP are those of the agreement, as annexed and as the report tells it.</summary>
internal sealed class StaffTargets : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        foreach (var staff in facts.Report.StaffTargets)
        {
            if (NumberParser.Parse(staff.Target, NumberKind.Percent).Value is not { } own)
                continue;
            var agreed = facts.InForce?.Indicators.FirstOrDefault(row => Names.Same(row.Indicator, staff.Indicator));
            var told = facts.Values.FirstOrDefault(fact =>
                fact.Role == ColumnRole.Target
                && fact.Year == facts.Report.Year
                && fact.Table.Section.Kind == SectionKind.Agreement
                && Names.Same(fact.Indicator, staff.Indicator)
            );
            if (
                agreed is not null
                && NumberParser.Parse(agreed.Target, NumberKind.Percent).Value is { } target
                && target != own
            )
            {
                yield return Finding(staff, own, agreed.Target, target, "Lampiran perjanjian kinerja");
            }

            if (told is not null && told.Value != own)
                yield return Finding(staff, own, told.Printed, told.Value, told.Table.Place);
        }
    }

    private static Contradiction Finding(
        PrintedStaffTarget staff,
        decimal own,
        string printed,
        decimal other,
        string where
    ) =>
        new(
            "K-PK-02",
            $"Target SKP \"{staff.Indicator}\" berbeda dengan target yang disebut sebagai perjanjian kinerja.",
            ["Lampiran SKP", where],
            "Turunkan target SKP dari perjanjian kinerja.",
            staff.Target,
            printed,
            IndonesianNumber.Natural(own - other, 0) + " poin"
        );
}

/// <summary>K-PK-03: the agreement's budget is the budget that the report accounts for.</summary>
internal sealed class AgreementBudget : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts)
    {
        if (facts.InForce is not { } agreement || facts.Budget.Count == 0)
            yield break;
        foreach (var row in agreement.Programmes)
        {
            var programme = facts.Programmes.MaxBy(p => Names.Likeness(p.Name, row.Name));
            if (programme is null || Names.Likeness(programme.Name, row.Name) < 0.6)
                continue;
            if (NumberParser.Parse(row.Amount, NumberKind.Rupiah).Value is { } amount && amount != programme.Ceiling)
            {
                yield return Finding(facts, $"Anggaran \"{programme.Name}\"", row.Amount, amount, programme.Ceiling);
            }
        }

        if (NumberParser.Parse(agreement.Total, NumberKind.Rupiah).Value is { } total && total != facts.Ceiling)
        {
            yield return Finding(facts, "Jumlah anggaran", agreement.Total!, total, facts.Ceiling);
        }
    }

    private static Contradiction Finding(
        PrintedFacts facts,
        string what,
        string printed,
        decimal agreed,
        decimal reported
    ) =>
        new(
            "K-PK-03",
            what
                + " dalam perjanjian kinerja berbeda dengan anggaran yang dilaporkan; perjanjian kinerja perubahan tidak dilampirkan.",
            ["Lampiran perjanjian kinerja", facts.BudgetTable!.Place],
            "Lampirkan perjanjian kinerja perubahan atas anggaran perubahan.",
            printed,
            IndonesianNumber.Rupiah(reported),
            IndonesianNumber.Rupiah(agreed - reported)
        );
}

/// <summary>K-PK-04: an agreement is signed within a month of its budget document.</summary>
internal sealed class AgreementInTime : IPrintedRule
{
    public IEnumerable<Contradiction> Check(PrintedFacts facts) =>
        from agreement in facts.Report.Agreements
        let last = agreement.BudgetDate?.AddMonths(1)
        where last is not null && agreement.SignedOn > last
        select new Contradiction(
            "K-PK-04",
            "Perjanjian kinerja ditandatangani lebih dari satu bulan setelah dokumen anggaran.",
            ["Lampiran perjanjian kinerja"],
            "Jelaskan keterlambatannya.",
            $"{agreement.SignedOn:dd-MM-yyyy}",
            $"{last:dd-MM-yyyy}",
            $"{agreement.SignedOn.DayNumber - last.Value.DayNumber} hari"
        );
}
