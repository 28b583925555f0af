namespace Sakip.Audit;

/// <summary>An entry as it is kept, with its seal where it has one.</summary>
internal sealed record StoredEntry(AuditEntry Entry, string? Seal);

/// <summary>A head that was put where it cannot be changed.</summary>
/// <param name="Number">The sequence number in its name; null where the name is none of ours.</param>
/// <param name="IsOldForm">Its name is of the time before seals.</param>
/// <param name="Head">Null where its content cannot be read.</param>
internal sealed record AuditAnchor(string Name, long? Number, bool IsOldForm, SealedHead? Head);

/// <summary>Everything that is kept of a chain.</summary>
/// <param name="Before">The head row as it was before the entries were read.</param>
/// <param name="After">The head row as it was after the entries were read: the app may have gone on meanwhile.</param>
internal sealed record StoredChain(
    string Name,
    IReadOnlyList<AuditAnchor> Anchors,
    SealedHead? Before,
    IReadOnlyList<StoredEntry> Entries,
    SealedHead? After
);

/// <summary>
/// Holds a chain against its seals, its head row and every anchor. Of all that differs the lowest is told.
/// </summary>
internal static class AuditProof
{
    public static AuditVerdict Verify(StoredChain chain, AuditSeal seal)
    {
        var entries = chain.Entries.Select(stored => stored.Entry).ToArray();
        var walk = AuditChain.Verify(chain.Name, entries);
        var oldForm = OldForm(chain, seal);
        var proof = new Proof(chain.Name, seal, entries, walk, oldForm);
        var flaws = new List<(long Sequence, AuditFlaw Flaw)>();
        if (walk.FirstBroken is { } broken)
            flaws.Add((broken, walk.Flaw!.Value));
        flaws.AddRange(
            chain
                .Entries.Where(stored =>
                    stored.Entry.Sequence > oldForm && !seal.IsGenuine(chain.Name, stored.Entry, stored.Seal)
                )
                .Take(1)
                .Select(stored => (stored.Entry.Sequence, AuditFlaw.NotSealed))
        );
        flaws.AddRange(chain.Anchors.Select(proof.Of).OfType<(long, AuditFlaw)>());
        if (proof.OfHead(chain.Before, chain.After) is { } head)
            flaws.Add(head);
        if (flaws.Count == 0)
            return walk with { OldForm = oldForm };
        // Of two flaws at one place the first found says more: what an entry is comes before what is said of it.
        var (sequence, flaw) = flaws.MinBy(found => found.Sequence);
        return AuditVerdict.Broken(
            HeadAt(chain.Name, entries, Math.Min(sequence - 1, walk.Head.Sequence)),
            sequence,
            flaw
        );
    }

    // It only grows: whoever seals a chain of the old form again does so with the key.
    internal static long OldForm(StoredChain chain, AuditSeal seal) =>
        chain
            .Anchors.Where(anchor => !anchor.IsOldForm)
            .Select(anchor => anchor.Head)
            .Append(chain.Before)
            .Append(chain.After)
            .Where(head => head is not null && head.Chain == chain.Name && seal.IsGenuine(head))
            .Select(head => head!.OldForm)
            .DefaultIfEmpty(0)
            .Max();

    private static AuditHead HeadAt(string chain, AuditEntry[] entries, long sequence) =>
        sequence < 1 ? AuditHead.Of(chain) : new AuditHead(chain, sequence, entries[sequence - 1].Hash);

    private sealed record Proof(string Chain, AuditSeal Seal, AuditEntry[] Entries, AuditVerdict Walk, long OldForm)
    {
        private long End => Walk.Head.Sequence;

        public (long, AuditFlaw)? Of(AuditAnchor anchor)
        {
            if (anchor.Number is not { } number)
                return (End + 1, AuditFlaw.AnchorForged);
            if (anchor.Head is not { } head || head.Sequence != number || !IsGenuine(anchor, head))
                return (number, AuditFlaw.AnchorForged);
            if (head.Chain != Chain)
                return (number, AuditFlaw.AnchorOfAnotherChain);
            return Compare(head);
        }

        public (long, AuditFlaw)? OfHead(SealedHead? before, SealedHead? after)
        {
            if (before is null && after is null)
                return Entries.Length == 0 ? null : (1, AuditFlaw.HeadDiffers);
            foreach (var head in (SealedHead?[])[before, after])
            {
                // What it says proves nothing about entries: it stands behind the last sound one.
                if (head is not null && (head.Chain != Chain || !Seal.IsGenuine(head)))
                    return (End + 1, AuditFlaw.HeadForged);
            }

            if (before is not null && Compare(before) is { } differs)
                return differs.Flaw == AuditFlaw.Missing ? differs : (differs.Sequence, AuditFlaw.HeadDiffers);
            return after is not null && Walk.IsIntact && after.Sequence < End
                ? (after.Sequence + 1, AuditFlaw.HeadDiffers)
                : null;
        }

        private bool IsGenuine(AuditAnchor anchor, SealedHead head) =>
            anchor.IsOldForm ? head.Sequence <= OldForm : Seal.IsGenuine(head);

        // Behind an entry that is broken already nothing can be compared.
        private (long Sequence, AuditFlaw Flaw)? Compare(SealedHead head)
        {
            if (head.Sequence > End)
                return Walk.IsIntact ? (End + 1, AuditFlaw.Missing) : null;
            return head.Sequence > 0 && Entries[head.Sequence - 1].Hash != head.Hash
                ? (head.Sequence, AuditFlaw.AnchorDiffers)
                : null;
        }
    }
}
