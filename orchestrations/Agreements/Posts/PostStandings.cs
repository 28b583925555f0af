using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>A post in the tree with where its latest agreement stands.</summary>
/// <param name="Revision">Null where none was called for.</param>
/// <param name="Waiting">The step that is open, where one is.</param>
internal sealed record PostStanding(PostPlace Place, int? Revision, AgreementState? State, WaitingRow? Waiting)
{
    /// <summary>Hash of the latest document; null where there is none.</summary>
    public string? Hash { get; init; }

    /// <summary>Why it came back.</summary>
    public string? Note { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>It is checked, and its superior's agreement is not in force.</summary>
    public bool WaitsForSuperior => State == AgreementState.Approved;

    /// <summary>The next press draws it up.</summary>
    public bool IsWanted => Revision is null && Place.IsReady;
}

/// <summary>Reads the tree of posts with where each agreement stands; documents stay where they are.</summary>
internal sealed class PostStandings(
    OfficeStorage storage,
    PostOrders orders,
    PostDrafts drafts,
    AgreementRecords records,
    SuperiorAgreements superiors,
    TimeProvider clock
)
{
    public async Task<IReadOnlyList<PostStanding>> ReadAsync(OfficeYear office, CancellationToken cancellation)
    {
        // Five reads that know nothing of each other.
        var (based, ordered) = (drafts.BasisAsync(office, cancellation), orders.ReadAsync(office, cancellation));
        var (stated, recorded) = (
            superiors.StatesAsync(office, cancellation),
            records.OfPostsAsync(office, cancellation)
        );
        var opened = storage.WaitingAsync(office, cancellation);
        await Task.WhenAll(based, ordered, stated, recorded, opened);
        var (basis, states, signed) = (await based, await stated, await recorded);
        var called = (await ordered)
            .GroupBy(order => order.Post)
            .ToDictionary(own => own.Key, own => own.Max(order => order.Revision), StringComparer.Ordinal);
        var waiting = (await opened).ToLookup(row => row.Subject);
        var now = clock.GetUtcNow();
        return [.. basis.Places().Select(Standing)];

        PostStanding Standing(PostPlace place)
        {
            if (!called.TryGetValue(place.Post.Code, out var revision))
                return new PostStanding(place, null, null, null);
            var subject = new AgreementSubject(office, revision, place.Post.Code);
            var row = states.GetValueOrDefault(Keys.Partition(subject));
            var open = waiting[subject.Dotted].FirstOrDefault();
            var state =
                signed.ContainsKey((place.Post.Code, revision)) ? AgreementState.InForce
                : Enum.TryParse<AgreementState>(row?.State, out var known) ? known
                : AgreementState.Draft;
            return new PostStanding(place, revision, state, open)
            {
                Hash = row?.Hash,
                Note = row?.Note,
                IsOverdue = open?.DueAt < now,
            };
        }
    }
}
