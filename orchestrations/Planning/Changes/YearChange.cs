using System.Text.Json.Serialization;

namespace Sakip.Planning;

/// <summary>What a change within the year concerns.</summary>
internal enum YearChangeKind
{
    /// <summary>Sub-units begin, end or pass work on (SOTK).</summary>
    Organisation,

    /// <summary>Goals, indicators or targets are new, retired, renamed or replaced.</summary>
    StrategicPlan,

    /// <summary>An official leaves the posts and roles held.</summary>
    Official,
}

/// <summary>What a change rests on.</summary>
/// <param name="Decree">Number of the decree.</param>
/// <param name="From">First day on which it is in force.</param>
internal sealed record ChangeBasis(string Decree, DateOnly DecreeDate, DateOnly From, string Reason);

/// <summary>A change within the year as it was recorded. The list of them is only ever added to.</summary>
/// <param name="Recorded">The day on which it was entered: a window that was open by then stays as it was asked.</param>
internal sealed record YearChange(YearChangeKind Kind, ChangeBasis Basis, DateOnly Recorded)
{
    /// <summary>Hash of what was asked for, see <see cref="ChangeCall.Hash"/>; null in what was recorded without it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Call { get; init; }

    /// <summary>Codes of the sub-units that begin.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Begun { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EndedSubUnit>? Ended { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CarrierAssignment>? Assignments { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StrategicChange? Strategic { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OfficialChange? Official { get; init; }
}

/// <param name="Successor">Code of the sub-unit that takes over what no assignment gives to another.</param>
internal sealed record EndedSubUnit(string SubUnit, string Successor);

internal enum CarriedKind
{
    SubActivity,
    Indicator,
}

/// <summary>Who carries a sub-activity, or answers for an indicator, from the change's day on.</summary>
/// <param name="Before">Who did until then.</param>
internal sealed record CarrierAssignment(CarriedKind Kind, string Code, string SubUnit, string Before);

/// <summary>A strategic plan's own data, as its former version had them.</summary>
internal sealed record StrategicHeading(string Name, string Kind, int StartYear, int EndYear, string? LegalBasis);

/// <param name="Former">The plan that the new one follows; null where only parts of it changed.</param>
/// <param name="Targets">What the revised agreement takes over: targets of new indicators, and those that change.</param>
internal sealed record StrategicChange(
    StrategicHeading? Former,
    IReadOnlyList<AddedIndicator> Added,
    IReadOnlyList<string> Retired,
    IReadOnlyList<RenamedPart> Renamed,
    IReadOnlyList<AnnualTarget> Targets
)
{
    /// <summary>
    /// What the changed targets of kept indicators were; null where none changed, and in what was recorded without them.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AnnualTarget>? FormerTargets { get; init; }
}

/// <param name="Replaces">Code of the retired indicator in whose place it stands; null where it replaces none.</param>
internal sealed record AddedIndicator(string Code, string? Replaces = null);

internal enum RenamedKind
{
    Goal,
    Objective,
    Indicator,
}

internal sealed record RenamedPart(RenamedKind Kind, string Code, string Before, string After);

/// <summary>Why an official leaves.</summary>
internal enum OfficialEvent
{
    Died,
    Retired,
    Suspended,
    Moved,
}

/// <param name="Posts">Codes of the posts that were left.</param>
internal sealed record OfficialChange(string Official, OfficialEvent Event, IReadOnlyList<string> Posts);
