namespace Sakip.Documents.Pdf.Layout;

/// <summary>Something that takes up room from top to bottom. It never changes once it is laid out.</summary>
internal abstract record Flow
{
    /// <summary>The room above it, shared with the one below its predecessor; none at the head of a page.</summary>
    public float SpaceBefore { get; init; }

    public float SpaceAfter { get; init; }

    public float Indent { get; init; }

    /// <summary>Whether it must not be the last on its page.</summary>
    public bool KeepWithNext { get; init; }

    public bool BreakBefore { get; init; }

    /// <summary>What references name it by.</summary>
    public string? Id { get; init; }

    /// <summary>A sign in the margin beside its first line.</summary>
    public string? Mark { get; init; }

    public abstract float Height { get; }

    /// <summary>The least of it that may stand at a page's foot.</summary>
    public virtual float LeastHeight => Height;

    /// <summary>The part that fits and the rest; null when it stays whole.</summary>
    public virtual (Flow Head, Flow Tail)? Split(float available) => null;

    public abstract void Draw(Pen pen, float x, float y);
}

/// <summary>Room and nothing in it, such as the one before a forced page break.</summary>
internal sealed record BreakFlow : Flow
{
    public override float Height => 0;

    public override void Draw(Pen pen, float x, float y) { }
}
