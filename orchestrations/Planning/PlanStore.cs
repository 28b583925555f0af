using System.Collections.Concurrent;
using Sakip.Storage;

namespace Sakip.Planning;

/// <summary>
/// The plan and the budget versions of a year. Snapshots are content-addressed and so never change under their hash;
/// only the row that names the hash is read again.
/// </summary>
public sealed class PlanStore(OfficeStorage storage, BlobVault vault, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, object> _snapshots = [];

    public async Task<OfficePlan> PlanAsync(string unit, int year, CancellationToken cancellation = default) =>
        await FindPlanAsync(unit, year, cancellation)
        ?? throw new KeyNotFoundException($"No plan is stored for {unit} {year}.");

    public Task<OfficePlan?> FindPlanAsync(string unit, int year, CancellationToken cancellation = default) =>
        ReadAsync<OfficePlan>(unit, year, PlanKey, cancellation);

    /// <summary>The budget of a sequence number: 0 is the plan's own.</summary>
    public async Task<Budget> BudgetAsync(string unit, int year, int sequence, CancellationToken cancellation = default) =>
        sequence == 0
            ? (await PlanAsync(unit, year, cancellation)).Budget
            : (await RevisionAsync(unit, year, sequence, cancellation)).Budget;

    /// <summary>The last budget version that was handed in.</summary>
    public async Task<Budget> LatestBudgetAsync(string unit, int year, CancellationToken cancellation)
    {
        var numbers = await RevisionsAsync(unit, year, cancellation);
        return await BudgetAsync(unit, year, numbers.Count == 0 ? 0 : numbers[^1], cancellation);
    }

    public async Task<BudgetRevision> RevisionAsync(
        string unit, int year, int sequence, CancellationToken cancellation = default) =>
        await ReadAsync<BudgetRevision>(unit, year, RevisionKey(sequence), cancellation)
        ?? throw new KeyNotFoundException($"No budget revision {sequence} is stored for {unit} {year}.");

    /// <summary>Sequence numbers of the stored revisions, in order.</summary>
    public async Task<IReadOnlyList<int>> RevisionsAsync(string unit, int year, CancellationToken cancellation)
    {
        var numbers = new List<int>();
        await foreach (var row in storage.Years.UnderAsync<RecordRow>(
            Keys.Partition(unit, year), RevisionPrefix, cancellation))
        {
            numbers.Add(int.Parse(row.RowKey[RevisionPrefix.Length..], System.Globalization.CultureInfo.InvariantCulture));
        }

        return numbers;
    }

    public Task<string> KeepPlanAsync(OfficePlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return KeepAsync(plan.Unit.Code, plan.Year, PlanKey, plan, cancellation);
    }

    /// <summary>Keeps a revision under its number. False when the number is taken by another revision.</summary>
    public async Task<bool> TryKeepRevisionAsync(
        string unit, int year, BudgetRevision revision, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(revision);
        var hash = await vault.KeepSnapshotAsync(SakipJson.Bytes(revision), cancellation);
        var row = Row(unit, year, RevisionKey(revision.Budget.Sequence), hash);
        if (await storage.Years.TryInsertAsync(row, cancellation)) return true;
        var standing = await storage.Years.FindAsync<RecordRow>(row.PartitionKey, row.RowKey, cancellation);
        return standing?.Hash == hash;
    }

    private const string PlanKey = "plan";
    private const string RevisionPrefix = "budget|";

    private static string RevisionKey(int sequence) => FormattableString.Invariant($"{RevisionPrefix}{sequence:D4}");

    private async Task<string> KeepAsync<T>(string unit, int year, string key, T value, CancellationToken cancellation)
    {
        var hash = await vault.KeepSnapshotAsync(SakipJson.Bytes(value), cancellation);
        await storage.Years.UpsertEntityAsync(
            Row(unit, year, key, hash), Azure.Data.Tables.TableUpdateMode.Replace, cancellation);
        return hash;
    }

    private async Task<T?> ReadAsync<T>(string unit, int year, string key, CancellationToken cancellation)
        where T : class
    {
        var row = await storage.Years.FindAsync<RecordRow>(Keys.Partition(unit, year), key, cancellation);
        if (row is null) return null;
        if (_snapshots.TryGetValue(row.Hash, out var known)) return (T)known;
        var value = SakipJson.Read<T>(await vault.SnapshotAsync(row.Hash, cancellation));
        _snapshots[row.Hash] = value;
        return value;
    }

    private RecordRow Row(string unit, int year, string key, string hash) => new()
    {
        PartitionKey = Keys.Partition(unit, year),
        RowKey = key,
        Kind = key.Split('|')[0],
        Hash = hash,
        At = clock.GetUtcNow(),
    };
}
