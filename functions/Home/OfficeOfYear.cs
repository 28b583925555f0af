using Sakip.Kernel;

namespace Sakip.Functions.Home;

internal sealed record OfficeOfYear(string Unit, int Year, string Name, string State)
{
    internal OfficeYear Office => new(Unit, Year);
}
