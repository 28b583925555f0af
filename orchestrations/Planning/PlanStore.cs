using System.Globalization;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Planning;

/// <summary>A plan or a budget that the year needs is not stored.</summary>
internal sealed class PlanMissingException(string message) : NeedsMendingException(message);

/// <summary>
/// Reads the plan and the budget versions of a year. Snapshots are content-addressed and so never change under their
/// hash; the row that names the hash is read every time, so that nothing is decided on a plan of before. What changes
/// them is <see cref="PlanDesk"/>.
/// </summary>
internal sealed class PlanStore(OfficeStorage storage, BlobVault vault)
{
    public async Task<OfficePlan> PlanAsync(OfficeYear office, CancellationToken cancellation = default) =>
        await FindPlanAsync(office, cancellation)
        ?? throw new PlanMissingException($"No plan is stored for {office.Unit} {office.Year}.");

    public async Task<OfficePlan?> FindPlanAsync(OfficeYear office, CancellationToken cancellation = default) =>
        (await StateAsync(office, cancellation))?.Hash is { } hash
            ? await SnapshotAsync<OfficePlan>(hash, cancellation)
            : null;

    /// <summary>The plan in force with its version's number; null where none is stored.</summary>
    public async Task<(OfficePlan Plan, int Version)?> CurrentAsync(
        OfficeYear office,
        CancellationToken cancellation = default
    ) =>
        await StateAsync(office, cancellation) is { Hash: { } hash } state
            ? (await SnapshotAsync<OfficePlan>(hash, cancellation), state.Revision)
            : null;

    /// <summary>The plans in force that fill a post of this one, by the code of their office.</summary>
    public async Task<IReadOnlyDictionary<string, OfficePlan>> OthersAsync(
        OfficePlan plan,
        CancellationToken cancellation
    ) =>
        SharedPosts.Superior(plan) is { } place
        && await FindPlanAsync(new OfficeYear(place.Unit, plan.Year), cancellation) is { } other
            ? new Dictionary<string, OfficePlan>(StringComparer.Ordinal) { [place.Unit] = other }
            : new Dictionary<string, OfficePlan>();

    /// <summary>Every version of the plan, first to last.</summary>
    public Task<IReadOnlyList<PlanVersion>> VersionsAsync(
        OfficeYear office,
        CancellationToken cancellation = default
    ) => ListAsync(office, RowKeys.VersionPrefix, cancellation);

    /// <summary>The budget of a sequence number: 0 is the plan's own.</summary>
    public async Task<Budget> BudgetAsync(OfficeYear office, int sequence, CancellationToken cancellation = default) =>
        sequence == 0
            ? (await PlanAsync(office, cancellation)).Budget
            : (await RevisionAsync(office, sequence, cancellation)).Budget;

    /// <summary>The last budget version that was handed in.</summary>
    public async Task<Budget> LatestBudgetAsync(OfficeYear office, CancellationToken cancellation)
    {
        var numbers = await RevisionsAsync(office, cancellation);
        return await BudgetAsync(office, numbers.Count == 0 ? 0 : numbers[^1], cancellation);
    }

    /// <summary>The version to work with under the agreement in force: the one that it names, or one noted after it.</summary>
    /// <param name="agreed">The version that the agreement names; 0 where none is in force.</param>
    public async Task<Budget> BudgetInForceAsync(OfficePlan plan, int agreed, CancellationToken cancellation)
    {
        var later = new List<BudgetRevision>();
        var standing = plan.Budget;
        foreach (var version in await RevisionHistoryAsync(plan.Office, cancellation))
        {
            if (version.Number < agreed)
                continue;
            var revision = await SnapshotAsync<BudgetRevision>(version.Hash, cancellation);
            if (version.Number == agreed)
                standing = revision.Budget;
            else
                later.Add(revision);
        }

        return NotedBudgets.InForce(standing, later, plan.Agreement.Template);
    }

    /// <summary>Versions of the year that asked for no revised agreement.</summary>
    public async Task<IReadOnlyList<NotedBudget>> NotedAsync(OfficePlan plan, CancellationToken cancellation)
    {
        var revisions = new List<BudgetRevision>();
        foreach (var version in await RevisionHistoryAsync(plan.Office, cancellation))
            revisions.Add(await SnapshotAsync<BudgetRevision>(version.Hash, cancellation));
        return NotedBudgets.Of(plan.Budget, revisions, plan.Agreement.Template);
    }

    /// <summary>
    /// A revision as it is handed in, and the budget that it changes. The one in force, handed in again as it is, is no
    /// error: who had no answer sends it again.
    /// </summary>
    public async Task<(Reading<BudgetRevision> Reading, Budget Current)> ReadRevisionAsync(
        OfficePlan plan,
        byte[] content,
        CancellationToken cancellation
    )
    {
        var office = plan.Office;
        var current = await LatestBudgetAsync(office, cancellation);
        var reading = PlanFile.ReadRevision(content, plan, current);
        // Only a wrong number can mean the one in force sent again; other faults need no second reading.
        if (current.Sequence == 0 || reading.Errors.All(error => error.Path != "$.budget.sequence"))
            return (reading, current);
        var before = await BudgetAsync(office, current.Sequence - 1, cancellation);
        var again = PlanFile.ReadRevision(content, plan, before);
        var stored = await RevisionAsync(office, current.Sequence, cancellation);
        return again.Value is { } same && SakipJson.Bytes(same).AsSpan().SequenceEqual(SakipJson.Bytes(stored))
            ? (again, before)
            : (reading, current);
    }

    public async Task<BudgetRevision> RevisionAsync(
        OfficeYear office,
        int sequence,
        CancellationToken cancellation = default
    ) =>
        await FindAsync(office, RowKeys.Budget(sequence), cancellation) is { } row
            ? await SnapshotAsync<BudgetRevision>(row.Hash, cancellation)
            : throw new PlanMissingException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No budget revision {sequence} is stored for {office.Unit} {office.Year}."
                )
            );

    /// <summary>Sequence numbers of the stored revisions, in order.</summary>
    public async Task<IReadOnlyList<int>> RevisionsAsync(OfficeYear office, CancellationToken cancellation) =>
        [.. (await RevisionHistoryAsync(office, cancellation)).Select(version => version.Number)];

    /// <summary>Who handed in which budget revision, first to last.</summary>
    public Task<IReadOnlyList<PlanVersion>> RevisionHistoryAsync(
        OfficeYear office,
        CancellationToken cancellation = default
    ) => ListAsync(office, RowKeys.BudgetPrefix, cancellation);

    internal Task<StateRow?> StateAsync(OfficeYear office, CancellationToken cancellation) =>
        storage.Subjects.FindAsync<StateRow>(Partition(office), RowKeys.State, cancellation);

    /// <summary>The plan that a state row names.</summary>
    internal Task<OfficePlan> PlanOfAsync(StateRow state, CancellationToken cancellation) =>
        SnapshotAsync<OfficePlan>(state.Hash!, cancellation);

    private async Task<IReadOnlyList<PlanVersion>> ListAsync(
        OfficeYear office,
        string prefix,
        CancellationToken cancellation
    )
    {
        var versions = new List<PlanVersion>();
        await foreach (var row in storage.Subjects.UnderAsync<PlanVersionRow>(Partition(office), prefix, cancellation))
        {
            versions.Add(PlanVersion.Of(row));
        }

        return versions;
    }

    private Task<PlanVersionRow?> FindAsync(OfficeYear office, string key, CancellationToken cancellation) =>
        storage.Subjects.FindAsync<PlanVersionRow>(Partition(office), key, cancellation);

    private Task<T> SnapshotAsync<T>(string hash, CancellationToken cancellation)
        where T : class => vault.SnapshotAsync(hash, json => SakipJson.Read<T>(json), cancellation);

    private static string Partition(OfficeYear office) => Keys.Partition(new PlanSubject(office));
}
