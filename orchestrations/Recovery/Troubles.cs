using Sakip.Storage;

namespace Sakip.Recovery;

public enum Trouble
{
    /// <summary>The year runs in the tables, and no instance carries it.</summary>
    CycleMissing,

    /// <summary>The published report is being corrected in the tables, and no instance assembles its next version.</summary>
    CorrectionMissing,

    /// <summary>An instance of the year has failed or was ended from outside.</summary>
    InstanceFailed,

    /// <summary>Somebody is asked for a decision, and no instance waits for it.</summary>
    StepWithoutInstance,

    /// <summary>The decision stands, and its instance still waits.</summary>
    DecisionNotHeard,

    /// <summary>The deadline has passed, and the step is still open.</summary>
    DeadlineMissed,

    /// <summary>An instance waits until somebody has mended something.</summary>
    NeedsMending,

    /// <summary>An instance has waited for storage for longer than a moment.</summary>
    StorageAway,

    /// <summary>The audit chain is not what it was: nothing is put on it until somebody has looked.</summary>
    AuditRefused,
}

/// <summary>Something that does not go on by itself.</summary>
/// <param name="Instance">Id of the durable instance concerned.</param>
/// <param name="Since">Since when, on the office's clock.</param>
/// <param name="Standing">What an instance says of its own waiting.</param>
internal sealed record TroubleFound(Trouble Kind, string Instance, DateTimeOffset Since, Standing? Standing = null);

/// <summary>An instance that has not finished, as the engine tells it.</summary>
internal sealed record OpenInstance(
    string Id,
    string Name,
    string State,
    DateTimeOffset Created,
    DateTimeOffset Updated
);

/// <summary>What the doctor sees of a year.</summary>
internal sealed record YearHealth(
    string Unit,
    int Year,
    IReadOnlyList<OpenInstance> Open,
    IReadOnlyList<TroubleFound> Troubles
);

/// <param name="OldestMessage">Age of the oldest change whose messages are not all sent.</param>
internal sealed record YearLoad(int Open, int Overdue, TimeSpan OldestMessage);
