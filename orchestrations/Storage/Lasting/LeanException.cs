namespace Sakip.Storage;

/// <summary>
/// A failure as it goes into an instance's history: its type and one sentence. Where it came from stands in the log; in a
/// history, which is replayed at every turn, a stack trace is only weight.
/// </summary>
internal abstract class LeanException(string message) : Exception(message)
{
    public override string? StackTrace => null;
}

/// <summary>Storage, or whatever stands between, does not answer or not in time: time mends it.</summary>
internal sealed class StorageAwayException(string message) : LeanException(message);

/// <summary>What time does not mend: a person has to.</summary>
internal abstract class NeedsMendingException(string message) : LeanException(message);

/// <summary>What was stored cannot be read: malformed, or not what its name says, or gone.</summary>
internal sealed class MalformedContentException(string message) : NeedsMendingException(message);

/// <summary>Storage answers and refuses: the app lacks a role, or a table is gone.</summary>
internal sealed class StorageRefusedException(string message) : NeedsMendingException(message);

/// <summary>Nobody thought of it: tried a few times, then left to a person.</summary>
internal sealed class UnforeseenException(string message) : LeanException(message);
