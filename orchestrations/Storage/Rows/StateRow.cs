namespace Sakip.Storage;

/// <summary>The state of a subject.</summary>
internal sealed class StateRow : Row
{
    public string State { get; set; } = "";
    public DateTimeOffset At { get; set; }
    public bool Late { get; set; }
    public int Revision { get; set; }

    /// <summary>Why the subject stands where it stands, for people.</summary>
    public string? Note { get; set; }

    public string? Hash { get; set; }
    public string? Body { get; set; }

    /// <summary>Who handed the revision in, approved and verified it: three people.</summary>
    public string? SubmittedBy { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }
    public string? ApprovedBy { get; set; }
    public string? VerifiedBy { get; set; }
    public DateTimeOffset? VerifiedAt { get; set; }
}
