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
