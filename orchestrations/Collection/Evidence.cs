using Sakip.Storage;

namespace Sakip.Collection;

internal enum EvidenceState
{
    /// <summary>Parts are coming in.</summary>
    Uploading,
    Kept,

    /// <summary>The verifier does not accept it.</summary>
    Rejected,
    Deleted,

    /// <summary>The file is of a kind that is not allowed.</summary>
    Refused,
}

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

/// <summary>How often the evidence of a report changed.</summary>
internal sealed class EvidenceGateRow : Row
{
    public int Changes { get; set; }
}

/// <summary>What a sender says of a file before its parts come.</summary>
internal sealed record EvidenceOffer(string Owner, string FileName, long Size, DateOnly DocumentDate);

/// <param name="Error">Indonesian; null where it was taken.</param>
internal sealed record EvidenceAnswer(EvidenceRow? Row, string? Error)
{
    public static EvidenceAnswer No(string error) => new(null, error);
}

internal static class EvidenceKeys
{
    public const string Prefix = "evidence|";

    /// <summary>Written with each offer and each file that is kept, so that limits hold when several come at once.</summary>
    public const string Gate = "evidence-gate";

    public static string Row(string id) => Prefix + id;

    /// <summary>In the year's partition: the same file in another period is found by its hash.</summary>
    public static string Index(string sha256, string quarter, string subUnit, string id) =>
        Keys.Join("evidence", sha256, quarter, subUnit, id);
}
