using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>
/// An extension of a quarter's window. Rows are numbered from 1 and never changed; the last one holds. The plan's own
/// window stays as it was decided.
/// </summary>
internal sealed class ExtensionRow : Row
{
    public int Number { get; set; }
    public DateTimeOffset Due { get; set; }
    public DateTimeOffset Closes { get; set; }
    public DateTimeOffset VerificationDue { get; set; }
    public string Reason { get; set; } = "";
    public string By { get; set; } = "";
    public string ByName { get; set; } = "";
    public DateTimeOffset At { get; set; }
}
