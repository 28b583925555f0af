using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>How often something was done in the window that began at <see cref="From"/>.</summary>
internal sealed class RateRow : Row
{
    public DateTimeOffset From { get; set; }
    public int Count { get; set; }
}
