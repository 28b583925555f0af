namespace Sakip.Embedded.Engine;

/// <summary>The two sides of a commit on which a store can fail.</summary>
public enum StoreMoment
{
    /// <summary>Nothing of the commit has taken effect.</summary>
    BeforeEffect,

    /// <summary>The commit is durable, but nobody has been told.</summary>
    AfterEffect,
}

/// <summary>Called around every commit; what it throws counts as a failure of the store. For tests.</summary>
/// <param name="moment">On which side of the commit.</param>
/// <param name="writes">What is written together; a write has the same name when it is tried again.</param>
public delegate void CommitWatch(StoreMoment moment, IReadOnlyList<string> writes);
