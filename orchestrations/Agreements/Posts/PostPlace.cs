using Sakip.Approvals;
using Sakip.Planning;

namespace Sakip.Agreements;

/// <summary>A post below the head of the office, at its place in the tree, with what stands against its agreement.</summary>
/// <param name="Depth">1 directly below the head.</param>
/// <param name="Superior">To whom its holder promises; null where nobody is, or the superior's post is vacant.</param>
/// <param name="Obstacle">Why no agreement can be drawn up, with the way out; null where one can.</param>
/// <param name="Remark">What is to be known of it all the same.</param>
internal sealed record PostPlace(
    Post Post,
    int Depth,
    PostHolder? Holder,
    PostHolder? Superior,
    string? Obstacle,
    string? Remark = null
)
{
    /// <summary>What it would promise today.</summary>
    public required PostAnnex Annex { get; init; }

    /// <summary>Whether an agreement can be drawn up for it.</summary>
    public bool IsReady => !Annex.IsEmpty && Obstacle is null;
}

/// <summary>The posts below the head of the office, each after its superior.</summary>
internal static class PostPlaces
{
    /// <param name="targets">Targets as the office has agreed on them.</param>
    /// <param name="budget">The version in force.</param>
    public static IReadOnlyList<PostPlace> Of(
        OfficePlan plan,
        IReadOnlyList<AnnualTarget> targets,
        Budget budget,
        DateOnly on
    )
    {
        var directory = new OfficeDirectory(plan);
        var below = plan.Posts.Where(post => post.Superior is not null).ToLookup(post => post.Superior!);
        var places = new List<PostPlace>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Walk(plan.Agreement.FirstParty, 1);
        return places;

        void Walk(string superior, int depth)
        {
            if (!seen.Add(superior))
                return;
            foreach (var post in below[superior])
            {
                var annex = PostAnnex.Of(plan, targets, budget, post.Code, on);
                places.Add(PlaceOf(plan, directory, post, depth, on) with { Annex = annex });
                Walk(post.Code, depth + 1);
            }
        }
    }

    /// <summary>Why the agreement of a post cannot be drawn up on a day; null where it can.</summary>
    public static string? Obstacle(OfficePlan plan, string post, DateOnly on)
    {
        var directory = new OfficeDirectory(plan);
        return directory.Post(post) is { } known
            ? PlaceOf(plan, directory, known, 0, on).Obstacle
            : $"Jabatan {post} tidak ada lagi dalam rencana. Batalkan perjanjiannya.";
    }

    private static PostPlace PlaceOf(OfficePlan plan, OfficeDirectory directory, Post post, int depth, DateOnly on)
    {
        var holder = directory.HolderOf(post.Code, on);
        var above = AgreementParties.SuperiorOf(plan, post.Code, on);
        var superior = above is null ? null : directory.HolderOf(above, on);
        var both = plan.Appointments.Count(one =>
            one.Post == post.Code && one.Tenure == Tenure.Definitive && one.CoversDay(on)
        );
        var obstacle =
            both > 1
                ? $"{post.Name} dipegang {both} pejabat definitif. Akhiri penempatan yang tidak berlaku pada Pengaturan → Penempatan."
            : holder is null
                ? $"{post.Name} sedang tidak terisi. Tunjuk Plt./Plh. atau catat penggantinya pada Pengaturan → Penempatan."
            : above is null
                ? $"{post.Name} tidak mempunyai atasan lain. Isi jabatan atasannya pada Pengaturan → Jabatan."
            : superior is null
                ? $"Atasannya, {Facts.NameOf(plan, above)}, sedang tidak terisi. Tunjuk Plt./Plh. untuk jabatan itu lebih dahulu."
            : null;
        var remark =
            superior is not null && above != post.Superior
                ? $"{holder!.Official.FullName()} memegang pula jabatan atasannya; pihak keduanya {superior.Title}."
                : null;
        return new PostPlace(post, depth, holder, superior, obstacle, remark) { Annex = new PostAnnex([], []) };
    }
}
