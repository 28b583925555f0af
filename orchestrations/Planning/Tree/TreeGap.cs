namespace Sakip.Planning;

/// <summary>What is missing in a performance tree, or contradicts itself there.</summary>
internal enum TreeGapKind
{
    /// <summary>An objective that nobody carries.</summary>
    Objective,

    /// <summary>The head of a sub-unit answers for no indicator.</summary>
    Post,

    /// <summary>Children do not come to their parent's target.</summary>
    Target,

    /// <summary>A programme, activity or sub-activity without a linked indicator.</summary>
    Element,

    /// <summary>The chain up to the objectives is broken.</summary>
    Chain,

    /// <summary>Nobody holds the post on the day.</summary>
    Vacant,

    /// <summary>Several posts carry one sub-activity.</summary>
    Carriers,
}

/// <param name="Node">The node at which it is marked; null where there is none.</param>
/// <param name="About">What it is about.</param>
/// <param name="WayOut">What to do.</param>
/// <param name="Stated">What stands there, where two values are compared.</param>
/// <param name="Expected">What it should agree with.</param>
internal sealed record TreeGap(
    TreeGapKind Kind,
    string? Node,
    string About,
    string What,
    string WayOut,
    string? Stated = null,
    string? Expected = null
);
