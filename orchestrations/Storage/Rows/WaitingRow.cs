namespace Sakip.Storage;

/// <summary>A step that waits for somebody, for task lists, dashboards and the reminder sweep.</summary>
internal sealed class WaitingRow : Row
{
    public string Subject { get; set; } = "";
    public string Kind { get; set; } = "";
    public string Step { get; set; } = "";
    public int Attempt { get; set; }
    public string Bearer { get; set; } = "";
    public string? SubUnit { get; set; }
    public DateTimeOffset Since { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset ClosesAt { get; set; }
    public int Extension { get; set; }
    public DateTimeOffset? MovedAt { get; set; }
}
