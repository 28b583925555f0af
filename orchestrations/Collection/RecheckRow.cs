using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>A quarter that was held up is to be checked again.</summary>
internal sealed class RecheckRow : Row
{
    /// <summary>The round in which sub-units report again first; 0 where none do.</summary>
    public int NextRound { get; set; }

    public string Reason { get; set; } = "";
    public string By { get; set; } = "";
    public DateTimeOffset At { get; set; }
}
