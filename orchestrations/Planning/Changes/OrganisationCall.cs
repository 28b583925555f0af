namespace Sakip.Planning;

/// <summary>Asks for a change of the organisation (SOTK): sub-units begin and end, and work passes on.</summary>
internal sealed record OrganisationCall : ChangeCall
{
    public IReadOnlyList<BegunSubUnit>? Begun { get; init; }

    /// <summary>What an ended sub-unit carries and no move names goes to its successor.</summary>
    public IReadOnlyList<EndedSubUnit>? Ended { get; init; }

    /// <summary>Sub-activities that another sub-unit carries out.</summary>
    public IReadOnlyList<MovedSubActivity>? Moves { get; init; }

    /// <summary>Indicators that another sub-unit answers for.</summary>
    public IReadOnlyList<MovedIndicator>? Indicators { get; init; }

    internal override YearChangeKind Kind => YearChangeKind.Organisation;

    internal override OfficePlan Apply(OfficePlan plan, ChangeGround ground, Faults faults)
    {
        ChangeBasisRules.Check(this, plan, ground, faults);
        var wanted = Begun is null ? plan : BegunSubUnits.Into(plan, Begun, Basis(), faults);
        OrganisationChangeRules.Check(this, plan, wanted, ground, faults);
        if (faults.All.Count > 0)
            return plan;
        var changed = wanted.With(
            new YearChange(Kind, Basis(), ground.Today)
            {
                Begun = NullIfNone(Begun?.Select(one => one.Code)),
                Ended = NullIfNone(Ended),
                Assignments = NullIfNone(Assignments(plan, ground.Budget)),
            }
        );
        LaterCarrierRules.Check(changed, From!.Value, ground.Budget, faults);
        return faults.All.Count > 0 ? plan : changed;
    }

    internal override bool IsSame(OfficePlan plan, YearChange recorded, ChangeGround ground) =>
        Same(recorded.Begun, Begun?.Select(one => one.Code))
        && Same(recorded.Ended, Ended)
        && Same(
            recorded.Assignments?.Select(one => (one.Kind, one.Code, one.SubUnit)),
            Assignments(plan, ground.Budget).Select(one => (one.Kind, one.Code, one.SubUnit))
        );

    private IEnumerable<CarrierAssignment> Assignments(OfficePlan plan, Budget budget)
    {
        var before = Carriers.On(plan, From!.Value);
        return
        [
            .. from move in Moves ?? []
            join sub in budget.SubActivities() on move.SubActivity equals sub.Code
            select new CarrierAssignment(CarriedKind.SubActivity, sub.Code, move.To, before.Of(sub)),
            .. from move in Indicators ?? []
            join indicator in plan.StrategicPlan.Indicators() on move.Indicator equals indicator.Code
            select new CarrierAssignment(CarriedKind.Indicator, indicator.Code, move.To, before.Of(indicator)),
        ];
    }

    private static List<T>? NullIfNone<T>(IEnumerable<T>? items) =>
        items?.ToList() is { Count: > 0 } some ? some : null;

    private static bool Same<T>(IEnumerable<T>? one, IEnumerable<T>? other) => (one ?? []).SequenceEqual(other ?? []);
}

/// <param name="Post">Code of its head's post; made from the code where it is left out.</param>
/// <param name="Superior">Code of the post that its head reports to; the office's head where it is left out.</param>
/// <param name="Head">Code of the official who heads it from the change's day on.</param>
/// <param name="Operator">Code of the official who enters its reports.</param>
internal sealed record BegunSubUnit(
    string Code,
    string Name,
    string PostName,
    string Head,
    string Operator,
    string? Post = null,
    string? Superior = null,
    Tenure Tenure = Tenure.Definitive
);

internal sealed record MovedSubActivity(string SubActivity, string To);

internal sealed record MovedIndicator(string Indicator, string To);
