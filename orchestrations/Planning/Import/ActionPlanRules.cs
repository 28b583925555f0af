namespace Sakip.Planning;

/// <summary>What an action plan must be to be reported on.</summary>
internal static class ActionPlanRules
{
    private const int QuartersOfYear = 4;
    private const int MonthsOfYear = 12;

    public static void Check(OfficePlan plan, Faults faults)
    {
        faults.Unique(plan.ActionPlan.Select(item => item.Code), i => $"$.actionPlan[{i}].code", "Kode");
        var posts = plan.Posts.Select(post => post.Code).ToHashSet();
        var subActivities = plan.Budget.SubActivities().Select(sub => sub.Code).ToHashSet();
        for (var i = 0; i < plan.ActionPlan.Count; i++)
        {
            var (item, path) = (plan.ActionPlan[i], $"$.actionPlan[{i}]");
            faults.Code(item.Code, path + ".code");
            faults.Text(item.Action, path + ".action");
            faults.Known(item.Indicator, PlanRules.Indicators(plan), path + ".indicator", "Indikator");
            faults.Known(item.SubUnit, PlanRules.SubUnits(plan), path + ".subUnit", "Sub-unit");
            if (item.SubActivity is { } sub)
                faults.Known(sub, subActivities, path + ".subActivity", "Sub kegiatan");
            faults.Require(
                item.Quarterly.Count == QuartersOfYear && item.Quarterly.All(target => target is >= 0m and <= 100m),
                path + ".quarterly",
                "Isi empat target triwulan, masing-masing 0 sampai 100 persen."
            );
            if (item.Post is { } post)
                faults.Known(post, posts, path + ".post", "Jabatan");
            CheckOutput(item, path, faults);
            CheckMonths(item, path, faults);
        }
    }

    private static void CheckOutput(ActionItem item, string path, Faults faults)
    {
        faults.Require(
            (item.Output is null) == (item.Measure is null),
            path + (item.Output is null ? ".output" : ".measure"),
            "Keluaran diisi bersama satuannya, misalnya \"Pedoman layanan\" dan \"Dokumen\"."
        );
        faults.Require(item.Cost is null or >= 0m, path + ".cost", "Anggaran tidak boleh negatif.");
        if (item.Quantities is not { } quantities)
            return;
        faults.Require(
            item.Output is not null,
            path + ".output",
            "Jumlah keluaran tiap triwulan diisi bersama keluaran dan satuannya."
        );
        faults.Require(
            quantities.Count == QuartersOfYear
                && quantities.All(quantity => quantity >= 0m)
                && quantities.Zip(quantities.Skip(1)).All(pair => pair.First <= pair.Second),
            path + ".quantities",
            "Isi empat jumlah kumulatif TW I sampai IV: tidak negatif, dan tidak turun dari triwulan ke triwulan."
        );
    }

    private static void CheckMonths(ActionItem item, string path, Faults faults)
    {
        if (item.FirstMonth is null && item.LastMonth is null)
            return;
        faults.Require(
            item is { FirstMonth: >= 1 and <= MonthsOfYear, LastMonth: >= 1 and <= MonthsOfYear }
                && item.FirstMonth <= item.LastMonth,
            path + ".firstMonth",
            "Isi bulan mulai dan bulan selesai, masing-masing 1 sampai 12, dan selesai tidak mendahului mulai."
        );
    }
}
