using Sakip.Approvals;
using Sakip.Planning;

namespace Sakip.Agreements;

/// <summary>What an agreement of a post said: its annex by hash, and who promised.</summary>
internal sealed record PostSaid(string Annex, string Holder);

/// <summary>Decides whether a post's agreement has to be revised.</summary>
internal static class PostRevisions
{
    /// <summary>
    /// The revision that today calls for; null where its annex says the same and its holder is who promised. Another
    /// superior calls for none: nobody signs again because his superior changed. A Plh stands in for days and binds nobody.
    /// </summary>
    /// <param name="last">The post's latest agreement.</param>
    /// <param name="head">The office's own agreement in force.</param>
    public static PostOrder? Next(PostBasis basis, PostOrder last, PostSaid said, AgreementSnapshot? head)
    {
        var annex = basis.AnnexOf(last.Post);
        if (annex.IsEmpty || PostPlaces.Obstacle(basis.Plan, last.Post, basis.Today) is not null)
            return null;
        if (annex.Hash() != said.Annex)
            return new PostOrder(last.Post, last.Revision + 1, ReasonOf(head), WordsOf(basis, head));
        var holder = new OfficeDirectory(basis.Plan).HolderOf(last.Post, basis.Today)!;
        if (holder.Tenure == Tenure.Plh || holder.Official.Code == said.Holder)
            return null;
        var before =
            basis.Plan.Officials.FirstOrDefault(one => one.Code == said.Holder)?.FullName() ?? "pejabat sebelumnya";
        return new PostOrder(
            last.Post,
            last.Revision + 1,
            RevisionReason.OfficialChanged,
            $"{Facts.NameOf(basis.Plan, last.Post)} berganti dari {before} kepada {holder.Official.FullName()}, yang "
                + "melanjutkan sisa target tahun ini; realisasi sampai hari penggantiannya tetap tercatat pada jabatan ini."
        );
    }

    private static RevisionReason ReasonOf(AgreementSnapshot? head) =>
        head?.Reason is { } reason and not RevisionReason.OfficialChanged
            ? reason
            : RevisionReason.StrategyOrBudgetChanged;

    private static string WordsOf(PostBasis basis, AgreementSnapshot? head) =>
        head is { Terms.Revision: > 0 and var number, Explanation: { } explanation }
            ? $"Lampiran jabatan ini berubah mengikuti Perjanjian Kinerja Perubahan ke-{number} kepala kantor: {explanation}"
            : $"Lampiran jabatan ini berubah menurut rencana dan anggaran yang berlaku ({basis.Budget.Number}).";
}
