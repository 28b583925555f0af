using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>How often the evidence of a report changed.</summary>
internal sealed class EvidenceGateRow : Row
{
    public int Changes { get; set; }
}
