using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>A year of an office: the insert of this row is what starts a cycle, so a second start fails.</summary>
internal sealed class OfficeYearRow : Row
{
    /// <summary>All of them stand in this partition of the years' table.</summary>
    public const string Partition = "office";

    public string Unit { get; set; } = "";
    public int Year { get; set; }
    internal OfficeYear Office => new(Unit, Year);
    public OfficeYearState State { get; set; }
    public string PlanHash { get; set; } = "";
    public DateTimeOffset StartedAt { get; set; }
    public int Revisions { get; set; }
}
