using Sakip.Kernel;

namespace Sakip.Functions.Recovery;

/// <summary>A year whose instances were built again.</summary>
internal sealed record RebuiltYear(string Unit, int Year)
{
    internal OfficeYear Office => new(Unit, Year);
}
