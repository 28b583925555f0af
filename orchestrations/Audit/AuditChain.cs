namespace Sakip.Audit;

/// <summary>
/// The hash chain over what was done: <c>hash_n = SHA-256(hash_{n-1} || canonical entry_n)</c>. Changing, removing, inserting or
/// swapping an entry breaks it there; only writing the whole rest again hides that, and an anchor finds it.
/// </summary>
public static class AuditChain
{
    /// <summary>Links the intents, in the order given, behind the head.</summary>
    public static (IReadOnlyList<AuditEntry> Entries, AuditHead Head) Append(
        AuditHead head,
        IEnumerable<AuditIntent> intents)
    {
        var entries = new List<AuditEntry>();
        foreach (var intent in intents)
        {
            var sequence = head.Sequence + 1;
            var entry = new AuditEntry(sequence, intent, CanonicalEntry.Hash(head.Hash, sequence, intent));
            entries.Add(entry);
            head = head with { Sequence = sequence, Hash = entry.Hash };
        }

        return (entries, head);
    }

    /// <summary>Checks a whole chain in the order of its sequence numbers, against an anchor when there is one.</summary>
    public static AuditVerdict Verify(string chain, IEnumerable<AuditEntry> entries, AuditHead? anchor = null) =>
        Verify(AuditHead.Of(chain), entries, anchor);

    /// <summary>Checks what follows <paramref name="from"/>, a head that is known to be right.</summary>
    /// <remarks>An anchor that lies at or before <paramref name="from"/> is compared only when it is at it.</remarks>
    public static AuditVerdict Verify(AuditHead from, IEnumerable<AuditEntry> entries, AuditHead? anchor = null)
    {
        if (anchor is not null && anchor.Chain != from.Chain)
        {
            return AuditVerdict.Broken(from, from.Sequence, AuditFlaw.AnchorOfAnotherChain);
        }

        var head = from;
        if (Contradicts(anchor, head))
        {
            return AuditVerdict.Broken(head, head.Sequence, AuditFlaw.AnchorDiffers);
        }

        foreach (var entry in entries)
        {
            var expected = head.Sequence + 1;
            if (entry.Sequence != expected)
            {
                return AuditVerdict.Broken(
                    head,
                    expected,
                    entry.Sequence > expected ? AuditFlaw.Missing : AuditFlaw.OutOfOrder);
            }

            if (entry.Hash != CanonicalEntry.Hash(head.Hash, expected, entry.Intent))
            {
                return AuditVerdict.Broken(head, expected, AuditFlaw.Changed);
            }

            head = head with { Sequence = expected, Hash = entry.Hash };
            if (Contradicts(anchor, head))
            {
                return AuditVerdict.Broken(head, expected, AuditFlaw.AnchorDiffers);
            }
        }

        return anchor is not null && anchor.Sequence > head.Sequence
            ? AuditVerdict.Broken(head, head.Sequence + 1, AuditFlaw.Missing)
            : AuditVerdict.Intact(head);
    }

    private static bool Contradicts(AuditHead? anchor, AuditHead head) =>
        anchor is not null && anchor.Sequence == head.Sequence && anchor.Hash != head.Hash;
}
