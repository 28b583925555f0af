using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>
/// A further round of a quarter: sub-units that report again, with dates of their own. Asked for by one person and
/// approved by another.
/// </summary>
internal sealed class RoundRow : Row
{
    public int Round { get; set; }

    /// <summary>Codes, separated by commas.</summary>
    public string SubUnits { get; set; } = "";

    public string Reason { get; set; } = "";
    public string AskedBy { get; set; } = "";
    public DateTimeOffset AskedAt { get; set; }
    public string? ApprovedBy { get; set; }

    /// <summary>The reopening was not approved.</summary>
    public bool IsDropped { get; set; }

    /// <summary>Set when the round opens.</summary>
    public DateTimeOffset? Opens { get; set; }

    public DateTimeOffset? Due { get; set; }
    public DateTimeOffset? Closes { get; set; }
    public DateTimeOffset? VerificationDue { get; set; }

    /// <summary>Names of the sub-units that report again, in the plan's order.</summary>
    public string SubUnitNames(OfficePlan plan)
    {
        var codes = Codes();
        return string.Join(
            ", ",
            plan.SubUnits.Where(subUnit => codes.Contains(subUnit.Code)).Select(subUnit => subUnit.Name)
        );
    }

    public IReadOnlyList<string> Codes() => SubUnits.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
