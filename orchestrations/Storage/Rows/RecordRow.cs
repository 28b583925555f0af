namespace Sakip.Storage;

/// <summary>A document or snapshot of the year, by kind: plan, budget, agreement, evaluation, report.</summary>
internal sealed class RecordRow : Row
{
    public string Kind { get; set; } = "";
    public string Hash { get; set; } = "";
    public string State { get; set; } = "";
    public DateTimeOffset At { get; set; }
    public string? Body { get; set; }
}
