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
    public async Task<OfficePlan> PlanAsync(string unit, int year, CancellationToken cancellation = default) =>
        await FindPlanAsync(unit, year, cancellation)
        ?? throw new PlanMissingException($"No plan is stored for {unit} {year}.");

    public async Task<OfficePlan?> FindPlanAsync(string unit, int year, CancellationToken cancellation = default) =>
        (await StateAsync(unit, year, cancellation))?.Hash is { } hash
            ? await SnapshotAsync<OfficePlan>(hash, cancellation)
            : null;

    /// <summary>The plan in force with its version's number; null where none is stored.</summary>
    public async Task<(OfficePlan Plan, int Version)?> CurrentAsync(
        string unit,
        int year,
        CancellationToken cancellation = default
    ) =>
        await StateAsync(unit, year, cancellation) is { Hash: { } hash } state
            ? (await SnapshotAsync<OfficePlan>(hash, cancellation), state.Revision)
            : null;

    /// <summary>Every version of the plan, first to last.</summary>
    public Task<IReadOnlyList<PlanVersion>> VersionsAsync(
        string unit,
        int year,
        CancellationToken cancellation = default
    ) => ListAsync(unit, year, RowKeys.VersionPrefix, cancellation);

    /// <summary>The plan as it was in a version; null where there is no such version.</summary>
    public async Task<OfficePlan?> VersionAsync(
        string unit,
        int year,
        int number,
        CancellationToken cancellation = default
    ) =>
        await FindAsync(unit, year, RowKeys.Version(number), cancellation) is { } row
            ? await SnapshotAsync<OfficePlan>(row.Hash, cancellation)
            : null;

    /// <summary>The budget of a sequence number: 0 is the plan's own.</summary>
    public async Task<Budget> BudgetAsync(
        string unit,
        int year,
        int sequence,
        CancellationToken cancellation = default
    ) =>
        sequence == 0
            ? (await PlanAsync(unit, year, cancellation)).Budget
            : (await RevisionAsync(unit, year, sequence, cancellation)).Budget;

    /// <summary>The last budget version that was handed in.</summary>
    public async Task<Budget> LatestBudgetAsync(string unit, int year, CancellationToken cancellation)
    {
        var numbers = await RevisionsAsync(unit, year, cancellation);
        return await BudgetAsync(unit, year, numbers.Count == 0 ? 0 : numbers[^1], cancellation);
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
        var (unit, year) = (plan.Unit.Code, plan.Year);
        var current = await LatestBudgetAsync(unit, year, cancellation);
        var reading = PlanFile.ReadRevision(content, plan, current);
        if (reading.Value is not null || current.Sequence == 0)
            return (reading, current);
        var before = await BudgetAsync(unit, year, current.Sequence - 1, cancellation);
        var again = PlanFile.ReadRevision(content, plan, before);
        var stored = await RevisionAsync(unit, year, current.Sequence, cancellation);
        return again.Value is { } same && SakipJson.Bytes(same).AsSpan().SequenceEqual(SakipJson.Bytes(stored))
            ? (again, before)
            : (reading, current);
    }

    public async Task<BudgetRevision> RevisionAsync(
        string unit,
        int year,
        int sequence,
        CancellationToken cancellation = default
    ) =>
        await FindAsync(unit, year, RowKeys.Budget(sequence), cancellation) is { } row
            ? await SnapshotAsync<BudgetRevision>(row.Hash, cancellation)
            : throw new PlanMissingException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No budget revision {sequence} is stored for {unit} {year}."
                )
            );

    /// <summary>Sequence numbers of the stored revisions, in order.</summary>
    public async Task<IReadOnlyList<int>> RevisionsAsync(string unit, int year, CancellationToken cancellation) =>
        [.. (await RevisionHistoryAsync(unit, year, cancellation)).Select(version => version.Number)];

    /// <summary>Who handed in which budget revision, first to last.</summary>
    public Task<IReadOnlyList<PlanVersion>> RevisionHistoryAsync(
        string unit,
        int year,
        CancellationToken cancellation = default
    ) => ListAsync(unit, year, RowKeys.BudgetPrefix, cancellation);

    internal Task<StateRow?> StateAsync(string unit, int year, CancellationToken cancellation) =>
        storage.Subjects.FindAsync<StateRow>(Partition(unit, year), RowKeys.State, cancellation);

    private async Task<IReadOnlyList<PlanVersion>> ListAsync(
        string unit,
        int year,
        string prefix,
        CancellationToken cancellation
    )
    {
        var versions = new List<PlanVersion>();
        await foreach (
            var row in storage.Subjects.UnderAsync<PlanVersionRow>(Partition(unit, year), prefix, cancellation)
        )
        {
            versions.Add(PlanVersion.Of(row));
        }

        return versions;
    }

    private Task<PlanVersionRow?> FindAsync(string unit, int year, string key, CancellationToken cancellation) =>
        storage.Subjects.FindAsync<PlanVersionRow>(Partition(unit, year), key, cancellation);

    private Task<T> SnapshotAsync<T>(string hash, CancellationToken cancellation)
        where T : class => vault.SnapshotAsync(hash, json => SakipJson.Read<T>(json), cancellation);

    private static string Partition(string unit, int year) => Keys.Partition(SubjectRef.Plan(unit, year));
}
