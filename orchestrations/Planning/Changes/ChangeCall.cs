using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>A change within the year as somebody asks for it: from a page or from a machine.</summary>
internal abstract record ChangeCall
{
    public const int LongestDecree = 120;
    public const int LongestReason = 2000;

    /// <summary>Number of the decree.</summary>
    public string? Decree { get; init; }

    public DateOnly? DecreeDate { get; init; }

    /// <summary>First day on which the change is in force.</summary>
    public DateOnly? From { get; init; }

    public string? Reason { get; init; }

    /// <summary>Code of the planner in whose name it is done; pages know it from the sign-in.</summary>
    public string? By { get; init; }

    /// <summary>
    /// Version of the plan that the change was looked at on; where another one is in force, nothing is recorded. Null where
    /// none was looked at.
    /// </summary>
    public int? Version { get; init; }

    internal abstract YearChangeKind Kind { get; }

    /// <summary>
    /// True where it says how a whole part of the plan is to stand: made again on another version, it would take back what
    /// somebody else added.
    /// </summary>
    internal virtual bool IsWhole => false;

    /// <summary>The plan with the change recorded; what is wrong is gathered in <paramref name="faults"/>.</summary>
    internal abstract OfficePlan Apply(OfficePlan plan, ChangeGround ground, Faults faults);

    /// <summary>The same as <see cref="Apply"/>, within bounds and with the hash of what was asked for.</summary>
    internal OfficePlan Record(OfficePlan plan, ChangeGround ground, Faults faults)
    {
        ChangeBounds.Check(this, faults);
        if (faults.All.Count > 0)
            return plan;
        var changed = Apply(plan, ground, faults);
        return faults.All.Count > 0
            ? plan
            : changed with
            {
                Changes = [.. changed.Changes!.SkipLast(1), changed.Changes![^1] with { Call = Hash() }],
            };
    }

    /// <summary>Whether this very change is recorded already: who had no answer sends it again.</summary>
    internal bool IsRecordedIn(OfficePlan plan, ChangeGround ground)
    {
        var (basis, hash) = (Basis(), Hash());
        var recorded = plan.ChangesOf(Kind).Where(one => one.Basis == basis).ToList();
        if (recorded.Any(one => one.Call == hash))
            return true;
        // What was recorded without a hash is told by what it changed, as long as nothing of its kind came after it.
        return plan.ChangesOf(Kind).LastOrDefault() is { Call: null } last
            && last.Basis == basis
            && IsSame(plan, last, ground);
    }

    /// <summary>Of everything that is asked for; not of who asks, and on which version.</summary>
    internal string Hash()
    {
        var basis = Basis();
        return CanonicalJson.Hash<object>(
            this with
            {
                Decree = basis.Decree,
                Reason = basis.Reason,
                By = null,
                Version = null,
            }
        );
    }

    internal abstract bool IsSame(OfficePlan plan, YearChange recorded, ChangeGround ground);

    internal ChangeBasis Basis() =>
        new(TidyText.Line(Decree ?? ""), DecreeDate ?? default, From ?? default, (Reason ?? "").Trim());
}

/// <summary>What a change is held against beside the plan.</summary>
/// <param name="LastLocked">The last quarter whose figures are locked; null while none is.</param>
/// <param name="Budget">The budget version in force.</param>
internal sealed record ChangeGround(DateOnly Today, Quarter? LastLocked, Budget Budget)
{
    /// <summary>True once an agreement of the year was signed.</summary>
    public bool IsSigned { get; init; } = true;

    /// <summary>False while only the year's report is corrected: its agreement is not made anew.</summary>
    public bool HasCycle { get; init; } = true;

    /// <summary>Posts that the plan of another office fills, by code: this plan follows it.</summary>
    public IReadOnlyDictionary<string, SharedPost> FilledElsewhere { get; init; } =
        new Dictionary<string, SharedPost>();

    /// <summary>Targets in force: of the agreement, and of what was recorded after it; null for the annual plan's own.</summary>
    public IReadOnlyList<AnnualTarget>? Targets { get; init; }

    /// <summary>Signatures and decisions that stand: who gave them, on which day, and where they are shown.</summary>
    public IReadOnlyList<GivenDecision> Given { get; init; } = [];
}

/// <param name="What">What was signed or decided, for people.</param>
/// <param name="Page">Where it is shown, from the office's address on.</param>
internal sealed record GivenDecision(string Official, DateOnly On, string What, string Page);
