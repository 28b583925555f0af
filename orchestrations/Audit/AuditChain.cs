namespace Sakip.Audit;

/// <summary>
/// The hash chain over what was done: <c>hash_n = SHA-256(hash_{n-1} || canonical entry_n)</c>. Changing, removing, inserting or
/// swapping an entry breaks it there; only writing the whole rest again hides that, and an anchor finds it.
/// </summary>
internal static class AuditChain
{
    /// <summary>Links the intents, in the order given, behind the head.</summary>
    public static (IReadOnlyList<AuditEntry> Entries, AuditHead Head) Append(
        AuditHead head,
        IEnumerable<AuditIntent> intents
    )
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

    /// <summary>Checks that each entry follows from the one before it; seals and anchors are another matter.</summary>
    public static AuditVerdict Verify(string chain, IEnumerable<AuditEntry> entries) =>
        Verify(AuditHead.Of(chain), entries);

    /// <summary>Checks what follows <paramref name="from"/>, a head that is known to be right.</summary>
    public static AuditVerdict Verify(AuditHead from, IEnumerable<AuditEntry> entries)
    {
        var head = from;
        foreach (var entry in entries)
        {
            var expected = head.Sequence + 1;
            if (entry.Sequence != expected)
            {
                return AuditVerdict.Broken(
                    head,
                    expected,
                    entry.Sequence > expected ? AuditFlaw.Missing : AuditFlaw.OutOfOrder
                );
            }

            if (entry.Hash != CanonicalEntry.Hash(head.Hash, expected, entry.Intent))
            {
                return AuditVerdict.Broken(head, expected, AuditFlaw.Changed);
            }

            head = head with { Sequence = expected, Hash = entry.Hash };
        }

        return AuditVerdict.Intact(head);
    }
}
