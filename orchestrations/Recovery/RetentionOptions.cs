using System.ComponentModel.DataAnnotations;

namespace Sakip.Recovery;

/// <summary>How long data is kept, by class: section "Retention". Days count from the April after the closed year.</summary>
internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>What a link was made from (nonces, hashes of codes), unsent drafts and the errors of messages.</summary>
    [Range(0, 3650)]
    public int LinkDays { get; set; } = 90;

    /// <summary>Histories of the orchestrations.</summary>
    [Range(0, 3650)]
    public int InstanceDays { get; set; } = 30;

    /// <summary>How deliveries to receivers of webhooks went; these days count from the delivery.</summary>
    [Range(1, 3650)]
    public int DeliveryDays { get; set; } = 60;

    /// <summary>Evidence files; 0 keeps them for good.</summary>
    [Range(0, 36500)]
    public int EvidenceDays { get; set; } = 3650;
}

/// <summary>The classes of data that have an end. Signed documents, snapshots and the audit chain have none.</summary>
internal enum DataClass
{
    /// <summary>Sessions, sign-in codes and rate counters: until they expire.</summary>
    Access,

    /// <summary>Answers under idempotency keys: one day.</summary>
    Answers,

    /// <summary>Uploaded files of plans and budgets: seven days, for their preview.</summary>
    Uploads,

    /// <summary>Nonces of links and hashes of codes.</summary>
    Links,

    /// <summary>How deliveries to receivers went.</summary>
    Deliveries,

    /// <summary>What was typed and never handed in.</summary>
    Drafts,

    /// <summary>What mail servers said of a message.</summary>
    MessageErrors,

    Evidence,

    /// <summary>Histories of orchestrations.</summary>
    Instances,
}

/// <param name="Count">How many rows, files or instances are past their end.</param>
internal sealed record RetentionLine(DataClass Class, int Count);
