namespace Sakip.Planning;

internal static class BudgetRevisionRules
{
    public static IReadOnlyList<PlanError> Check(BudgetRevision revision, OfficePlan plan, Budget current)
    {
        var faults = new Faults();
        var budget = revision.Budget;
        BudgetRules.Check(budget, plan, "$.budget", faults);
        faults.Require(
            budget.Sequence == current.Sequence + 1,
            "$.budget.sequence",
            $"Anggaran yang berlaku bernomor urut {current.Sequence}; yang ini harus bernomor {current.Sequence + 1}."
        );
        faults.Require(
            budget.Date >= current.Date,
            "$.budget.date",
            $"Tanggal tidak boleh sebelum anggaran yang diubah ({current.Date:yyyy-MM-dd})."
        );
        faults.Text(revision.Explanation, "$.explanation");
        TargetRules.Check(revision.TargetChanges, plan, "$.targetChanges", faults);
        var terms = IndicatorTerms.On(plan, budget.Date);
        for (var i = 0; i < revision.TargetChanges.Count; i++)
        {
            var indicator = revision.TargetChanges[i].Indicator;
            faults.Require(
                terms.Stands(indicator),
                $"$.targetChanges[{i}].indicator",
                $"Indikator '{indicator}' tidak berlaku pada tanggal anggaran ini; lihat {ChangeBasisRules.Page(plan, "perubahan")}."
            );
        }

        faults.Require(
            revision.TargetChanges.Count > 0 || !SameAmounts(budget, current),
            "$",
            PlannedMoves.Of(current, budget) is { Count: > 0 } moved
                ? "Tidak ada pagu maupun target yang berubah; yang berbeda hanya pelaksana sub kegiatan ("
                    + $"{string.Join(", ", moved.Select(one => one.SubActivity))}). Itu bukan perubahan anggaran: catat dengan keputusan "
                    + $"dan hari berlakunya di {ChangeBasisRules.Page(plan, "perubahan/organisasi")}."
                : "Tidak ada yang berubah: pagu setiap sub kegiatan dan semua target sama dengan yang berlaku."
        );
        return faults.All;
    }

    private static bool SameAmounts(Budget one, Budget other) =>
        one.SubActivities()
            .Select(sub => (sub.Code, sub.Ceiling))
            .Order()
            .SequenceEqual(other.SubActivities().Select(sub => (sub.Code, sub.Ceiling)).Order());
}
