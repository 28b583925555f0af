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

    internal abstract YearChangeKind Kind { get; }

    /// <summary>The plan with the change recorded; what is wrong is gathered in <paramref name="faults"/>.</summary>
    internal abstract OfficePlan Apply(OfficePlan plan, ChangeGround ground, Faults faults);

    /// <summary>Whether this very change is the last of its kind that was recorded: who had no answer sends it again.</summary>
    internal bool IsRecordedIn(OfficePlan plan, ChangeGround ground)
    {
        if (
            plan.Changes is not { Count: > 0 } changes
            || changes.LastOrDefault(one => one.Kind == Kind) is not { } last
        )
        {
            return false;
        }

        return last.Basis == Basis() && IsSame(plan, last, ground);
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

    /// <summary>Posts that the plan of another office fills, by code: this plan follows it.</summary>
    public IReadOnlyDictionary<string, SharedPost> FilledElsewhere { get; init; } =
        new Dictionary<string, SharedPost>();

    /// <summary>Signatures and decisions that stand: who gave them, on which day, and where they are shown.</summary>
    public IReadOnlyList<GivenDecision> Given { get; init; } = [];
}

/// <param name="What">What was signed or decided, for people.</param>
/// <param name="Page">Where it is shown, from the office's address on.</param>
internal sealed record GivenDecision(string Official, DateOnly On, string What, string Page);
