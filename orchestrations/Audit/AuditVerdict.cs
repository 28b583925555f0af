namespace Sakip.Audit;

/// <summary>
/// What a check of the chain found. <paramref name="Head"/> is the last sound link; <paramref name="FirstBroken"/> the first
/// sequence number that does not hold.
/// </summary>
internal sealed record AuditVerdict(AuditHead Head, long? FirstBroken, AuditFlaw? Flaw)
{
    /// <summary>Entries up to this one are of the time before seals.</summary>
    public long OldForm { get; init; }

    public bool IsIntact => FirstBroken is null;

    /// <summary>One sentence for the auditor.</summary>
    public string Explanation =>
        Flaw switch
        {
            null when OldForm > 0 =>
                $"Jejak audit {Head.Chain} utuh: {Head.Sequence} entri; sampai entri {OldForm} dari bentuk lama, tanpa segel.",
            null => $"Jejak audit {Head.Chain} utuh: {Head.Sequence} entri.",
            AuditFlaw.Changed =>
                $"Jejak audit {Head.Chain} rusak pada entri {FirstBroken}: isi atau sidik jarinya telah diubah.",
            AuditFlaw.Missing => $"Jejak audit {Head.Chain} rusak pada entri {FirstBroken}: entri ini hilang.",
            AuditFlaw.OutOfOrder => $"Jejak audit {Head.Chain} rusak pada entri {FirstBroken}: urutannya tidak benar.",
            AuditFlaw.AnchorDiffers =>
                $"Jejak audit {Head.Chain} rusak pada atau sebelum entri {FirstBroken}: tidak sama dengan jangkar yang disimpan.",
            AuditFlaw.NotSealed =>
                $"Jejak audit {Head.Chain} rusak pada entri {FirstBroken}: segelnya tidak ada atau tidak asli.",
            AuditFlaw.HeadForged =>
                $"Jejak audit {Head.Chain} rusak sebelum entri {FirstBroken}: baris kepalanya tidak bersegel asli.",
            AuditFlaw.HeadDiffers =>
                $"Jejak audit {Head.Chain} rusak pada entri {FirstBroken}: baris kepala tidak sama dengan ujung rantai.",
            AuditFlaw.AnchorForged => $"Jejak audit {Head.Chain}: jangkar pada entri {FirstBroken} palsu atau rusak.",
            _ => $"Jejak audit {Head.Chain}: jangkar pada entri {FirstBroken} milik rantai lain.",
        };

    internal static AuditVerdict Intact(AuditHead head) => new(head, null, null);

    internal static AuditVerdict Broken(AuditHead head, long sequence, AuditFlaw flaw) => new(head, sequence, flaw);
}

internal enum AuditFlaw
{
    /// <summary>An entry's content does not give its hash.</summary>
    Changed,

    /// <summary>An entry that must be there is not.</summary>
    Missing,

    /// <summary>A number came twice or too early.</summary>
    OutOfOrder,

    /// <summary>The chain is sound in itself and yet not the one that was anchored.</summary>
    AnchorDiffers,

    AnchorOfAnotherChain,

    /// <summary>An anchor has no genuine seal, or says another number than its name.</summary>
    AnchorForged,

    /// <summary>An entry has no genuine seal.</summary>
    NotSealed,

    /// <summary>The head row has no genuine seal.</summary>
    HeadForged,

    /// <summary>The head row is genuine, and yet not the end of the chain.</summary>
    HeadDiffers,
}
