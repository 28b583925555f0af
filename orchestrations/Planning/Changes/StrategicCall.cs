namespace Sakip.Planning;

/// <summary>
/// Asks for another strategic plan, or other parts of it, within the year: the whole tree as it is to stand. What the tree
/// leaves out is retired, what it adds is new, what bears another name is renamed.
/// </summary>
internal sealed record StrategicCall : ChangeCall
{
    public StrategicPlan? StrategicPlan { get; init; }

    /// <summary>This year's targets: of every new indicator, and of a kept one only where its target changes.</summary>
    public IReadOnlyList<AnnualTarget>? Targets { get; init; }

    /// <summary>New indicator → the retired one in whose place it stands.</summary>
    public IReadOnlyDictionary<string, string>? Replaces { get; init; }

    internal override YearChangeKind Kind => YearChangeKind.StrategicPlan;

    internal override bool IsWhole => true;

    internal override OfficePlan Apply(OfficePlan plan, ChangeGround ground, Faults faults)
    {
        ChangeBasisRules.Check(this, plan, ground, faults);
        if (StrategicPlan is not { } wanted || From is not { } from)
        {
            if (StrategicPlan is null)
                faults.Add("$.strategicPlan", "Sertakan susunan tujuan, sasaran, dan indikator yang akan berlaku.");
            return plan;
        }

        faults.Require(
            ground.IsSigned,
            "$",
            "Perjanjian kinerja awal belum berlaku, jadi rencananya masih dapat diubah langsung: impor rencana di "
                + $"{ChangeBasisRules.Page(plan, "rencana/impor")}."
        );
        var standing = IndicatorTerms.On(plan, from).Plan();
        var change = StrategicDifference.Of(plan, standing, this, ground.Targets ?? plan.AnnualPlan.Targets);
        var recorded = new YearChange(Kind, Basis(), ground.Today) { Strategic = change };
        StrategicChangeRules.Check(this, plan, standing, recorded, faults);
        if (faults.All.Count > 0)
            return plan;
        return plan.With(recorded) with
        {
            StrategicPlan = StrategicMerge.Of(plan.StrategicPlan, wanted, change),
            AnnualPlan = plan.AnnualPlan with
            {
                Targets =
                [
                    .. plan.AnnualPlan.Targets,
                    .. change.Targets.Where(target => change.Added.Any(added => added.Code == target.Indicator)),
                ],
            },
        };
    }

    internal override bool IsSame(OfficePlan plan, YearChange recorded, ChangeGround ground) =>
        StrategicPlan is { } wanted
        && wanted
            .Indicators()
            .Select(one => one.Code)
            .ToHashSet()
            .SetEquals(IndicatorTerms.On(plan, recorded.Basis.From).Plan().Indicators().Select(one => one.Code));
}
