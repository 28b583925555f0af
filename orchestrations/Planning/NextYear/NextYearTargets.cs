namespace Sakip.Planning;

/// <summary>Targets of the next year from the strategic plan, and this year's results as history.</summary>
internal static class NextYearTargets
{
    public static StrategicPlan Strategic(
        OfficePlan plan,
        IReadOnlyDictionary<string, YearRecord> results,
        List<NextYearNote> notes
    )
    {
        var missing = plan.StrategicPlan.Indicators().Where(one => !results.ContainsKey(one.Code)).ToList();
        if (missing.Count > 0)
        {
            notes.Add(
                new NextYearNote(
                    SheetNames.History,
                    results.Count == 0
                        ? $"Tahun {plan.Year} belum dievaluasi: riwayat {plan.Year} masih kosong. Siapkan lagi setelah Triwulan IV dikunci, atau biarkan; riwayat dapat ditambahkan kemudian."
                        : $"Belum ada realisasi {plan.Year} untuk {string.Join(", ", missing.Select(one => one.Name))}."
                )
            );
        }

        return plan.StrategicPlan with
        {
            Goals =
            [
                .. plan.StrategicPlan.Goals.Select(goal =>
                    goal with
                    {
                        Objectives =
                        [
                            .. goal.Objectives.Select(objective =>
                                objective with
                                {
                                    Indicators =
                                    [
                                        .. objective.Indicators.Select(one =>
                                            results.TryGetValue(one.Code, out var result) ? With(one, result) : one
                                        ),
                                    ],
                                }
                            ),
                        ],
                    }
                ),
            ],
        };
    }

    public static IReadOnlyList<AnnualTarget> Annual(
        OfficePlan plan,
        IReadOnlyList<AnnualTarget> agreed,
        List<NextYearNote> notes
    )
    {
        var year = plan.Year + 1;
        var targets = new List<AnnualTarget>();
        foreach (var indicator in plan.StrategicPlan.Indicators())
        {
            if (indicator.Targets.FirstOrDefault(one => one.Year == year) is { } planned)
            {
                targets.Add(new AnnualTarget(indicator.Code, planned.Value, planned.Upper, planned.Text));
                continue;
            }

            var standing = agreed.FirstOrDefault(one => one.Indicator == indicator.Code);
            notes.Add(
                new NextYearNote(
                    SheetNames.AnnualPlan,
                    $"{plan.StrategicPlan.Kind} tidak memuat target {year} untuk {indicator.Name}; tertulis target {plan.Year}. Periksa dan ganti bila perlu."
                )
            );
            if (standing is not null)
                targets.Add(standing with { Quarterly = null });
        }

        if (agreed.Any(target => target.Quarterly is not null))
        {
            notes.Add(
                new NextYearNote(
                    SheetNames.AnnualPlan,
                    $"Target triwulan {year} dikosongkan. Isi bila dipakai dalam perjanjian atau pemantauan."
                )
            );
        }

        return targets;
    }

    /// <summary>Indicators of the other levels with their targets of the next year.</summary>
    public static IReadOnlyList<LevelIndicator>? Levels(OfficePlan plan, List<NextYearNote> notes)
    {
        if (plan.LevelIndicators is not { } levels)
            return null;
        var year = plan.Year + 1;
        var without = levels.Where(one => one.Card.Targets.All(target => target.Year != year)).ToList();
        if (without.Count > 0)
        {
            notes.Add(
                new NextYearNote(
                    SheetNames.LevelIndicators,
                    $"{without.Count} indikator jenjang belum mempunyai target {year} di lembar {SheetNames.LevelTargets}; tertulis target "
                        + $"{plan.Year}. Periksa: {string.Join(", ", without.Take(5).Select(one => one.Card.Code))}"
                        + (without.Count > 5 ? ", dan lainnya." : ".")
                )
            );
        }

        return [.. levels.Select(one => one with { Target = Next(one, year) })];
    }

    private static AnnualTarget Next(LevelIndicator one, int year) =>
        one.Card.Targets.FirstOrDefault(target => target.Year == year) is { } planned
            ? new AnnualTarget(one.Card.Code, planned.Value, planned.Upper, planned.Text)
            : one.Target with
            {
                Quarterly = null,
            };

    private static Indicator With(Indicator indicator, YearRecord result) =>
        indicator with
        {
            History =
            [
                .. indicator.History.Where(one => one.Year != result.Year).Append(result).OrderBy(one => one.Year),
            ],
        };
}
