namespace Sakip.Audit;

/// <summary>A link of the chain: the first has <paramref name="Sequence"/> 1. <paramref name="Hash"/> is lower-case hex.</summary>
internal sealed record AuditEntry(long Sequence, AuditIntent Intent, string Hash);

/// <summary>
/// The end of a chain. Kept where it cannot be changed (an immutable blob), it is an anchor: a chain that was shortened or
/// written again no longer contains it.
/// </summary>
/// <param name="Chain">The chain's name, unit and year: <c>biro:2024</c>.</param>
internal sealed record AuditHead(string Chain, long Sequence, string Hash)
{
    /// <summary>The head of a chain without entries. Its hash is that of the name, so that no chain passes for another.</summary>
    public static AuditHead Of(string chain) => new(chain, 0, CanonicalEntry.HashOfName(chain));
}
