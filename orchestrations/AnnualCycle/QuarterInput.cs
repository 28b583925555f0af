using Sakip.Kernel;

namespace Sakip.AnnualCycle;

internal sealed record QuarterInput(string Unit, int Year, Quarter Quarter)
{
    internal OfficeYear Office => new(Unit, Year);
}
