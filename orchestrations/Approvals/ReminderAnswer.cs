namespace Sakip.Approvals;

internal enum ReminderAnswer
{
    Sent,

    /// <summary>Somebody had the step reminded of today already.</summary>
    SentToday,

    /// <summary>The step is decided, or there is none.</summary>
    NotOpen,

    /// <summary>Nobody bears the step, or its link was withdrawn.</summary>
    NoLink,
}
