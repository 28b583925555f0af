namespace Sakip.Storage;

/// <summary>
/// Written before a change, in the year's own partition: who finds it later sees whether the change was committed,
/// sends what is unsent, raises what is unraised and puts the entry on the audit chain.
/// </summary>
internal sealed class IntentRow : Row
{
    public string Subject { get; set; } = "";
    public string ChangeId { get; set; } = "";
    public string Entry { get; set; } = "{}";
    public bool Dispatched { get; set; }
    public DateTimeOffset At { get; set; }
}
