using Sakip.Kernel;

namespace Sakip.Collection;

/// <summary>A round that somebody asked for: its row stands under the number.</summary>
internal sealed record ReopeningInput(string Unit, int Year, Quarter Quarter, int Round, string AskedBy)
{
    internal OfficeYear Office => new(Unit, Year);
}
