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

    /// <summary>When the first of its letters that wait may go out. Until then nothing is left to do but the chain.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>On the chain already, while a letter still waits.</summary>
    public bool Told { get; set; }
    public DateTimeOffset At { get; set; }
}
