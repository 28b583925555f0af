using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>A decision on an agreement, of whichever attempt.</summary>
internal sealed record AgreementDecision(
    string Step,
    int Attempt,
    Decision Decision,
    string By,
    DateTimeOffset At,
    string? Note
);

/// <summary>An agreement as the office sees it, from draft to superseded.</summary>
internal sealed record AgreementView
{
    public required int Revision { get; init; }

    public required AgreementState State { get; init; }

    /// <summary>The draft's number; a redraft is asked for by it.</summary>
    public required int Attempt { get; init; }

    public required string? Note { get; init; }

    /// <summary>Hash of the latest document; null where none could be made.</summary>
    public required string? Hash { get; init; }

    public required AgreementSnapshot? Snapshot { get; init; }

    public required IReadOnlyList<SignatureRecord> Signatures { get; init; }

    /// <summary>What called for it; null for the year's first.</summary>
    public required RevisionOrder? Order { get; init; }

    public required DateOnly? InForceSince { get; init; }

    /// <summary>The step that is open, where one is.</summary>
    public required WaitingRow? Waiting { get; init; }

    /// <summary>The planner corrects and drafts again, or cancels.</summary>
    public bool CanRedraft => State == AgreementState.NeedsCorrection;

    public bool CanCancel => CanRedraft && Revision > 0;
}

/// <summary>Reads the agreements of a year with where each stands.</summary>
internal sealed class AgreementOverview(OfficeStorage storage, BlobVault vault, RevisionOrders orders, PostOrders posts)
{
    public Task<IReadOnlyList<AgreementView>> ReadAsync(OfficeYear office, CancellationToken cancellation) =>
        ReadAsync(office, null, cancellation);

    /// <summary>The same of a post; null stands for the office's own.</summary>
    public async Task<IReadOnlyList<AgreementView>> ReadAsync(
        OfficeYear office,
        string? post,
        CancellationToken cancellation
    )
    {
        var assigned = post is null
            ? await orders.AssignedAsync(office, cancellation)
            : await RevisionsAsync(office, post, cancellation);
        var waiting = new Dictionary<string, WaitingRow>(StringComparer.Ordinal);
        await foreach (var row in storage.WaitingIn(office, cancellation))
            waiting[row.Subject] = row;
        var views = new List<AgreementView>();
        for (var revision = 0; revision <= assigned.Count; revision++)
        {
            var subject = new AgreementSubject(office, revision, post);
            var state = await storage.Subjects.FindAsync<StateRow>(
                Keys.Partition(subject),
                RowKeys.State,
                cancellation
            );
            if (state is null)
                continue;
            var order = revision == 0 ? null : assigned[revision - 1];
            views.Add(
                await ViewAsync(
                    subject,
                    revision,
                    state,
                    order,
                    waiting.GetValueOrDefault(subject.Dotted),
                    cancellation
                )
            );
        }

        return views;
    }

    public async Task<AgreementView?> FindAsync(AgreementSubject subject, CancellationToken cancellation) =>
        (await ReadAsync(subject.Office, subject.Post, cancellation)).FirstOrDefault(view =>
            view.Revision == subject.Revision
        );

    /// <summary>Everything that was decided on an agreement, oldest first.</summary>
    public async Task<IReadOnlyList<AgreementDecision>> DecisionsAsync(
        AgreementSubject subject,
        CancellationToken cancellation
    )
    {
        const string Prefix = "claim|";
        var decisions = new List<AgreementDecision>();
        await foreach (
            var claim in storage.Subjects.UnderAsync<ClaimRow>(Keys.Partition(subject), Prefix, cancellation)
        )
        {
            if (!Enum.TryParse<Decision>(claim.Decision, out var decision))
                continue;
            var parts = claim.RowKey[Prefix.Length..].Split('|');
            decisions.Add(
                new AgreementDecision(
                    parts[0],
                    int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture),
                    decision,
                    claim.ByName.Length > 0 ? claim.ByName : claim.By,
                    claim.At,
                    claim.Note
                )
            );
        }

        return [.. decisions.OrderBy(decision => decision.At)];
    }

    private async Task<IReadOnlyList<RevisionOrder>> RevisionsAsync(
        OfficeYear office,
        string post,
        CancellationToken cancellation
    ) =>
        [
            .. (await posts.ReadAsync(office, cancellation))
                .Where(order => order.Post == post && order.Revision > 0)
                .Select(order => new RevisionOrder(
                    RevisionCause.Requested,
                    order.Revision,
                    order.Reason ?? RevisionReason.StrategyOrBudgetChanged,
                    order.Explanation ?? "",
                    [],
                    Actor.System.Official
                )),
        ];

    private async Task<AgreementView> ViewAsync(
        AgreementSubject subject,
        int revision,
        StateRow state,
        RevisionOrder? order,
        WaitingRow? waiting,
        CancellationToken cancellation
    )
    {
        var document = state.Body is null ? null : SakipJson.Read<DocumentState>(state.Body);
        var snapshot = document is null
            ? null
            : SakipJson.Read<AgreementSnapshot>(await vault.SnapshotAsync(document.SnapshotHash, cancellation));
        var record = await storage.Years.FindAsync<RecordRow>(
            Keys.Partition(subject.Office),
            AgreementRecords.Key(revision, subject.Post),
            cancellation
        );
        var name = record is null ? state.State : record.State;
        var where = Enum.TryParse<AgreementState>(name, out var known) ? known : AgreementState.Draft;
        return new AgreementView
        {
            Revision = revision,
            State = where,
            Attempt = state.Revision,
            Note = state.Note,
            Hash = state.Hash,
            Snapshot = snapshot,
            Signatures = document?.Signatures ?? [],
            Order = order,
            InForceSince = record is null ? null : SakipJson.Read<AgreementRecord>(record.Body!).SignedOn,
            Waiting = waiting,
        };
    }
}
