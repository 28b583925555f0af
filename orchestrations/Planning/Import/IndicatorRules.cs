namespace Sakip.Planning;

internal static class IndicatorRules
{
    public static void Check(
        OfficePlan plan,
        Indicator indicator,
        IReadOnlySet<string> subUnits,
        string path,
        Faults faults
    )
    {
        Card(plan, indicator, subUnits, path, faults);
        faults.Require(
            indicator.Benchmark is not null || !string.IsNullOrWhiteSpace(indicator.NoBenchmarkReason),
            path + ".noBenchmarkReason",
            "Isi pembanding (benchmark), atau alasan tidak adanya pembanding."
        );
        StrategicTargets(plan, indicator, path, faults);
    }

    /// <summary>What the card of an indicator of any level must hold.</summary>
    public static void Card(
        OfficePlan plan,
        Indicator indicator,
        IReadOnlySet<string> subUnits,
        string path,
        Faults faults
    )
    {
        faults.Code(indicator.Code, path + ".code");
        faults.Text(indicator.Name, path + ".name");
        faults.Text(indicator.Measure, path + ".measure");
        faults.Known(indicator.SubUnit, subUnits, path + ".subUnit", "Sub-unit");
        faults.Require(indicator.Precision is >= 0 and <= 6, path + ".precision", "Banyaknya desimal 0 sampai 6.");
        faults.Require(
            indicator.Multiplier is null or 1 or 100 or 1_000 or 10_000 or 100_000,
            path + ".multiplier",
            "Pengali pembilang dibagi penyebut: 1, 100, 1000, 10000, atau 100000."
        );
        faults.Require(
            indicator.Words is null || indicator.WordScale() is not null,
            path + ".words",
            indicator.Kind == ValueKind.Text
                ? $"Urutan kata tidak terbaca. {WordScale.Expected}"
                : "Urutan kata hanya untuk indikator bertipe Teks."
        );
        History(plan, indicator, path, faults);
        Targets(indicator, path, faults);
    }

    private static void History(OfficePlan plan, Indicator indicator, string path, Faults faults)
    {
        faults.Unique(indicator.History.Select(record => record.Year), i => $"{path}.history[{i}].year", "Tahun");
        for (var i = 0; i < indicator.History.Count; i++)
        {
            faults.Require(
                indicator.History[i].Year < plan.Year,
                $"{path}.history[{i}].year",
                $"Riwayat hanya memuat tahun sebelum {plan.Year}."
            );
        }
    }

    private static void Targets(Indicator indicator, string path, Faults faults)
    {
        faults.Unique(indicator.Targets.Select(target => target.Year), i => $"{path}.targets[{i}].year", "Tahun");
        for (var i = 0; i < indicator.Targets.Count; i++)
        {
            var target = indicator.Targets[i];
            TargetRules.Value(target.Value, target.Upper, target.Text, $"{path}.targets[{i}]", faults);
            TargetRules.Word(indicator, target.Value, target.Text, $"{path}.targets[{i}]", faults);
        }
    }

    private static void StrategicTargets(OfficePlan plan, Indicator indicator, string path, Faults faults)
    {
        // A retired indicator belongs to the former plan, and ends with it.
        if (!IndicatorTerms.In(plan, Kernel.Quarter.Q4).Stands(indicator.Code))
            return;
        foreach (var year in new[] { plan.Year, plan.StrategicPlan.EndYear }.Distinct())
        {
            faults.Require(
                indicator.Targets.Any(target => target.Year == year),
                path + ".targets",
                $"Target rencana strategis tahun {year} belum ada untuk indikator '{indicator.Code}'."
            );
        }
    }
}
