using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>A file that proves a figure of a report. Its blob bears a generated name; the sender's name is only shown.</summary>
internal sealed class EvidenceRow : Row
{
    public string Id { get; set; } = "";

    /// <summary>Code of the indicator, sub-activity or action-plan item that it proves.</summary>
    public string Owner { get; set; } = "";

    public string FileName { get; set; } = "";
    public long Size { get; set; }
    public string? Type { get; set; }
    public string? Sha256 { get; set; }

    /// <summary>The date that the document bears.</summary>
    public DateTimeOffset DocumentDate { get; set; }

    public string State { get; set; } = nameof(EvidenceState.Uploading);
    public string By { get; set; } = "";
    public DateTimeOffset At { get; set; }

    /// <summary>What to know about it: a date outside the quarter, a file that was used before, why it was refused.</summary>
    public string? Remark { get; set; }

    public string? RejectedBy { get; set; }
    public string? Note { get; set; }

    /// <summary>Whether it takes one of its field's places: kept, or on its way.</summary>
    [System.Runtime.Serialization.IgnoreDataMember]
    public bool Takes => Counts || State == nameof(EvidenceState.Uploading);

    public bool HasLapsed(DateTimeOffset now) =>
        State == nameof(EvidenceState.Uploading) && At + EvidenceRules.Patience <= now;

    [System.Runtime.Serialization.IgnoreDataMember]
    public bool Counts => State is nameof(EvidenceState.Kept) or nameof(EvidenceState.Rejected);
}
