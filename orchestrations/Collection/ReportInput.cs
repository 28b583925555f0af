using Sakip.Kernel;

namespace Sakip.Collection;

/// <summary>A sub-unit's report. A reopened quarter starts the next round.</summary>
/// <param name="Extensions">Extensions of the window that were heard before the report began.</param>
internal sealed record ReportInput(
    string Unit,
    int Year,
    Quarter Quarter,
    string SubUnit,
    int Round,
    int Extensions = 0
)
{
    internal OfficeYear Office => new(Unit, Year);
}
