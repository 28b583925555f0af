namespace Sakip.Storage;

/// <summary>Written with every change: proves that the change was committed and says what it was.</summary>
internal sealed class ChangeRow : Row
{
    public string Entry { get; set; } = "{}";

    /// <summary>When it was decided; rows of earlier releases do not say it.</summary>
    public DateTimeOffset? At { get; set; }
    public string? EventInstance { get; set; }
    public string? EventName { get; set; }

    /// <summary>The event's record as JSON; rows of earlier releases have none.</summary>
    public string? EventPayload { get; set; }
}
