namespace Sakip.Embedded.Engine;

/// <summary>The two sides of a commit on which a store can fail.</summary>
public enum StoreMoment
{
    /// <summary>Nothing of the commit has taken effect.</summary>
    BeforeEffect,

    /// <summary>The commit is durable, but nobody has been told.</summary>
    AfterEffect,
}
