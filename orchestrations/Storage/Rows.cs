using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;
using Sakip.Kernel;

namespace Sakip.Storage;

/// <summary>A typed row of a table.</summary>
internal abstract class Row : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
}

internal enum OfficeYearState
{
    /// <summary>The cycle goes on, from the agreement to the published report.</summary>
    Running,

    /// <summary>The report is published, and nothing runs.</summary>
    Closed,

    /// <summary>The next version of the published report is made; nothing else of the cycle runs.</summary>
    Correcting,
}

/// <summary>A year of an office: the insert of this row is what starts a cycle, so a second start fails.</summary>
internal sealed class OfficeYearRow : Row
{
    /// <summary>All of them stand in this partition of the years' table.</summary>
    public const string Partition = "office";

    public string Unit { get; set; } = "";
    public int Year { get; set; }
    internal OfficeYear Office => new(Unit, Year);
    public OfficeYearState State { get; set; }
    public string PlanHash { get; set; } = "";
    public DateTimeOffset StartedAt { get; set; }
    public int Revisions { get; set; }
}

/// <summary>A document or snapshot of the year, by kind: plan, budget, agreement, evaluation, report.</summary>
internal sealed class RecordRow : Row
{
    public string Kind { get; set; } = "";
    public string Hash { get; set; } = "";
    public string State { get; set; } = "";
    public DateTimeOffset At { get; set; }
    public string? Body { get; set; }
}

/// <summary>A step that waits for one person's decision.</summary>
internal sealed class ApprovalRow : Row
{
    public string Kind { get; set; } = "";
    public string Step { get; set; } = "";
    public int Attempt { get; set; }

    /// <summary>Stands for the bearer while nobody may act on the step.</summary>
    public const string Vacant = "";

    public string Bearer { get; set; } = "";

    [IgnoreDataMember]
    public bool IsVacant => Bearer == Vacant;

    public string? DocumentHash { get; set; }
    public DateTimeOffset OpenedAt { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public DateTimeOffset ClosesAt { get; set; }
    public string? SubUnit { get; set; }

    /// <summary>Number of the window's extension that last moved the due day; 0 while none did.</summary>
    public int Extension { get; set; }

    public DateTimeOffset? MovedAt { get; set; }

    /// <summary>When the step was to close before it was first moved: the link's age is counted from it, so it stays the same.</summary>
    public DateTimeOffset? FirstClosesAt { get; set; }

    /// <summary>Made when the link is first sent; a reissue replaces it and so revokes the link before.</summary>
    public string? Nonce { get; set; }

    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>How often the link was issued anew, withdrawn or passed on.</summary>
    public int Changes { get; set; }

    /// <summary>A withdrawn link is replaced by none until somebody issues a new one.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>Keyed hash of the one-time code that is out, and how often a wrong one was given.</summary>
    public string? CodeHash { get; set; }

    public DateTimeOffset? CodeExpiresAt { get; set; }
    public int CodeTries { get; set; }
    public int CodesSent { get; set; }
}

/// <summary>The decision of a step. Who inserts it first wins; nothing else decides.</summary>
internal sealed class ClaimRow : Row
{
    public string Decision { get; set; } = "";
    public string By { get; set; } = "";
    public string ByName { get; set; } = "";
    public DateTimeOffset At { get; set; }
    public string? Note { get; set; }

    /// <summary>Hash of the document that was shown, and of the one that came out of a signature.</summary>
    public string? DocumentHash { get; set; }

    public string? ResultHash { get; set; }

    /// <summary>Hash of the body that was handed in, where there is one.</summary>
    public string? BodyHash { get; set; }

    /// <summary>The key by which a machine decided in the person's name; null where the person did.</summary>
    public string? Key { get; set; }
}

/// <summary>A message to send: kind and ids only. Link and code are made when it is sent.</summary>
internal sealed class MessageRow : Row
{
    public string Kind { get; set; } = "";
    public string DedupeKey { get; set; } = "";
    public string Recipient { get; set; } = "";
    public string Facts { get; set; } = "{}";
    public string? LinkStep { get; set; }
    public int LinkAttempt { get; set; }
    public bool WithCode { get; set; }
    public DateTimeOffset At { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public int Failures { get; set; }

    /// <summary>How often a person had it sent again after it was given up.</summary>
    public int Resent { get; set; }

    public string? LastError { get; set; }

    /// <summary>Not before: quiet hours, or the wait of the delivery policy after a failure.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>Name of the delivery policy, once a try has failed.</summary>
    public string? Policy { get; set; }

    public DateTimeOffset? GivenUpAt { get; set; }

    /// <summary>What it was about has passed to somebody else: it was rightly not sent.</summary>
    public bool IsObsolete { get; set; }

    [IgnoreDataMember]
    public bool IsSettled => SentAt is not null || GivenUpAt is not null;
}

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

/// <summary>Written with every change: proves that the change was committed and says what it was.</summary>
internal sealed class ChangeRow : Row
{
    public string Entry { get; set; } = "{}";
    public string? EventInstance { get; set; }
    public string? EventName { get; set; }

    /// <summary>The event's record as JSON; rows of earlier releases have none.</summary>
    public string? EventPayload { get; set; }
}

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
