namespace Sakip.Planning;

internal static class StrategicPlanRules
{
    private const string Root = "$.strategicPlan";

    public static void Check(OfficePlan plan, Faults faults)
    {
        var strategic = plan.StrategicPlan;
        faults.Text(strategic.Name, Root + ".name");
        faults.Require(
            strategic.StartYear <= plan.Year && plan.Year <= strategic.EndYear,
            Root + ".endYear",
            $"Tahun {plan.Year} harus berada dalam periode {strategic.StartYear} sampai {strategic.EndYear}."
        );
        faults.Require(strategic.Indicators().Any(), Root + ".goals", "Sedikitnya satu indikator diperlukan.");
        var objectives = new List<(string Code, string Path)>();
        var indicators = new List<(Indicator Indicator, string Path)>();
        for (var g = 0; g < strategic.Goals.Count; g++)
        {
            var goal = strategic.Goals[g];
            faults.Code(goal.Code, $"{Root}.goals[{g}].code");
            faults.Text(goal.Statement, $"{Root}.goals[{g}].statement");
            for (var o = 0; o < goal.Objectives.Count; o++)
            {
                var path = $"{Root}.goals[{g}].objectives[{o}]";
                faults.Code(goal.Objectives[o].Code, path + ".code");
                faults.Text(goal.Objectives[o].Statement, path + ".statement");
                objectives.Add((goal.Objectives[o].Code, path));
                indicators.AddRange(goal.Objectives[o].Indicators.Select((one, i) => (one, $"{path}.indicators[{i}]")));
            }
        }

        faults.Unique(strategic.Goals.Select(goal => goal.Code), i => $"{Root}.goals[{i}].code", "Kode tujuan");
        faults.Unique(objectives.Select(one => one.Code), i => objectives[i].Path + ".code", "Kode sasaran");
        faults.Unique(
            indicators.Select(one => one.Indicator.Code),
            i => indicators[i].Path + ".code",
            "Kode indikator"
        );
        var subUnits = PlanRules.SubUnits(plan);
        foreach (var (indicator, path) in indicators)
            IndicatorRules.Check(plan, indicator, subUnits, path, faults);
        Annual(plan, faults);
    }

    private static void Annual(OfficePlan plan, Faults faults)
    {
        faults.Require(plan.AnnualPlan.Year == plan.Year, "$.annualPlan.year", $"Tahun harus {plan.Year}.");
        TargetRules.Check(plan.AnnualPlan.Targets, plan, "$.annualPlan.targets", faults);
        var given = plan.AnnualPlan.Targets.Select(target => target.Indicator).ToHashSet();
        foreach (var indicator in plan.StrategicPlan.Indicators())
        {
            faults.Require(
                given.Contains(indicator.Code),
                "$.annualPlan.targets",
                $"Target indikator '{indicator.Code}' belum ada."
            );
        }
    }
}

internal static class TargetRules
{
    public static void Check(IReadOnlyList<AnnualTarget> targets, OfficePlan plan, string path, Faults faults)
    {
        var known = plan
            .StrategicPlan.Indicators()
            .DistinctBy(indicator => indicator.Code)
            .ToDictionary(indicator => indicator.Code);
        var indicators = known.Keys.ToHashSet();
        faults.Unique(targets.Select(target => target.Indicator), i => $"{path}[{i}].indicator", "Indikator");
        for (var i = 0; i < targets.Count; i++)
        {
            faults.Known(targets[i].Indicator, indicators, $"{path}[{i}].indicator", "Indikator");
            One(targets[i], known.GetValueOrDefault(targets[i].Indicator), $"{path}[{i}]", faults);
        }
    }

    /// <summary>A year's target against its indicator; null where that is not known.</summary>
    public static void One(AnnualTarget target, Indicator? indicator, string place, Faults faults)
    {
        Value(target.Value, target.Upper, target.Text, place, faults);
        faults.Require(
            target.Quarterly is null or { Count: 4 },
            place + ".quarterly",
            "Target triwulan terdiri atas empat nilai."
        );
        Word(indicator, target.Value, target.Text, place, faults);
        faults.Require(
            target.Upper is null || indicator is null or { Polarity: Polarity.Stabilise },
            place + ".upper",
            "Batas atas hanya untuk indikator stabilisasi."
        );
    }

    /// <summary>A target in words is one of its indicator's words.</summary>
    public static void Word(Indicator? indicator, decimal? value, string? text, string place, Faults faults)
    {
        if (indicator?.WordScale() is { } scale)
        {
            faults.Require(
                value is null && scale.Like(text) is not null,
                place + ".text",
                $"Target \"{text}\" tidak ada dalam urutan kata indikator '{indicator.Code}'. "
                    + $"Diharapkan salah satu dari: {string.Join(", ", scale.Words)}."
            );
        }
    }

    public static void Value(decimal? value, decimal? upper, string? text, string place, Faults faults)
    {
        faults.Require(
            value is not null || !string.IsNullOrWhiteSpace(text),
            place + ".value",
            "Isi nilai target, atau uraiannya dalam kata (text)."
        );
        faults.Require(value is null or >= 0m, place + ".value", "Target tidak boleh negatif.");
        faults.Require(
            upper is null || upper >= value,
            place + ".upper",
            "Batas atas tidak boleh di bawah nilai target."
        );
    }
}
