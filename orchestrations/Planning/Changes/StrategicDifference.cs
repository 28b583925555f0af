namespace Sakip.Planning;

/// <summary>What a wanted strategic plan has otherwise than the one that stands.</summary>
internal static class StrategicDifference
{
    /// <param name="inForce">Targets that the year works with until the change.</param>
    public static StrategicChange Of(
        OfficePlan plan,
        StrategicPlan standing,
        StrategicCall call,
        IReadOnlyList<AnnualTarget> inForce
    )
    {
        var wanted = call.StrategicPlan!;
        var before = standing.Indicators().DistinctBy(one => one.Code).ToDictionary(one => one.Code);
        var after = wanted.Indicators().DistinctBy(one => one.Code).ToDictionary(one => one.Code);
        var heading = Heading(plan.StrategicPlan);
        var targets = inForce.DistinctBy(one => one.Indicator).ToDictionary(one => one.Indicator);
        var changed = (call.Targets ?? [])
            .Where(target => !targets.TryGetValue(target.Indicator, out var one) || !IsSame(one, target))
            .ToList();
        var former = changed
            .Where(target => before.ContainsKey(target.Indicator) && targets.ContainsKey(target.Indicator))
            .Select(target => targets[target.Indicator])
            .ToList();
        return new StrategicChange(
            heading == Heading(wanted) ? null : heading,
            [
                .. after
                    .Keys.Where(code => !before.ContainsKey(code))
                    .Select(code => new AddedIndicator(code, call.Replaces?.GetValueOrDefault(code))),
            ],
            [.. before.Keys.Where(code => !after.ContainsKey(code))],
            [
                .. Renamed(RenamedKind.Goal, standing.Goals, wanted.Goals, one => (one.Code, one.Statement)),
                .. Renamed(
                    RenamedKind.Objective,
                    standing.Objectives(),
                    wanted.Objectives(),
                    one => (one.Code, one.Statement)
                ),
                .. Renamed(RenamedKind.Indicator, before.Values, after.Values, one => (one.Code, one.Name)),
            ],
            changed
        )
        {
            FormerTargets = former.Count == 0 ? null : former,
        };
    }

    /// <summary>Whether two targets ask for the same; 80 and 80.0 do.</summary>
    public static bool IsSame(AnnualTarget one, AnnualTarget other) =>
        (one.Indicator, one.Value, one.Upper, one.Text) == (other.Indicator, other.Value, other.Upper, other.Text)
        && (one.Quarterly ?? []).SequenceEqual(other.Quarterly ?? []);

    /// <summary>False where the plan stays as it is.</summary>
    public static bool IsAny(StrategicChange change) =>
        change.Former is not null
        || change.Added.Count + change.Retired.Count + change.Renamed.Count + change.Targets.Count > 0;

    /// <summary>Whether a figure or name of the agreement's annex changes; goals do not stand in it.</summary>
    public static bool ChangesAnnex(StrategicChange change) =>
        change.Added.Count + change.Retired.Count + change.Targets.Count > 0
        || change.Renamed.Any(one => one.Kind != RenamedKind.Goal);

    private static StrategicHeading Heading(StrategicPlan plan) =>
        new(plan.Name, plan.Kind, plan.StartYear, plan.EndYear, plan.LegalBasis);

    private static IEnumerable<RenamedPart> Renamed<T>(
        RenamedKind kind,
        IEnumerable<T> before,
        IEnumerable<T> after,
        Func<T, (string Code, string Name)> named
    ) =>
        from old in before.Select(named)
        join now in after.Select(named) on old.Code equals now.Code
        where old.Name != now.Name
        select new RenamedPart(kind, old.Code, old.Name, now.Name);
}
