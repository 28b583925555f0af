using System.Globalization;
using System.Text.Json.Serialization;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>What makes a revised agreement necessary; each kind is counted by itself.</summary>
internal enum RevisionCause
{
    BudgetRevised,
    OfficialChanged,

    /// <summary>The planner asks for it, with a reason of the regulation.</summary>
    Requested,
}

/// <summary>A revision of the agreement that was called for.</summary>
/// <param name="Number">Number of the budget version, of the change of officials, or of the request.</param>
/// <param name="By">Code of the official who called for it, or "sistem".</param>
internal sealed record RevisionOrder(
    RevisionCause Cause,
    int Number,
    RevisionReason Reason,
    string Explanation,
    IReadOnlyList<AnnualTarget> TargetChanges,
    string By
)
{
    /// <summary>Indicators that the revised agreement no longer has.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Retired { get; init; }

    /// <summary>Number of the year's recorded change that called for it; null where none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Change { get; init; }

    [JsonIgnore]
    public Actor Actor => By == Actor.System.Official ? Actor.System : new Actor(By, ActorRole.Planner);
}

/// <summary>
/// What calls for revisions, and which agreement each became. Both are insert-only rows, so an event that is told twice
/// still gives one agreement.
/// </summary>
internal sealed class RevisionOrders(OfficeStorage storage, PlanStore plans, TimeProvider clock)
{
    private const string Assigned = "revision|";
    private const string Noted = "noted|";

    /// <summary>Stores a call under the next number of its cause. The number is what the cycle is told.</summary>
    public async Task<RevisionOrder> KeepAsync(
        OfficeYear office,
        RevisionCause cause,
        Func<int, RevisionOrder> make,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            var called = await CalledAsync(office, cause, cancellation);
            var order = make(called.Count + 1);
            // A recorded change calls once, whoever sees it first.
            if (order.Change is { } change && called.FirstOrDefault(one => one.Change == change) is { } before)
                return before;
            if (await storage.Years.TryInsertAsync(Row(office, Key(cause, order.Number), order), cancellation))
                return order;
        }
    }

    /// <summary>Calls of a cause in their order; a budget's revision is its own call.</summary>
    public async Task<IReadOnlyList<RevisionOrder>> CalledAsync(
        OfficeYear office,
        RevisionCause cause,
        CancellationToken cancellation
    )
    {
        if (cause != RevisionCause.BudgetRevised)
            return await ReadAsync(office, Prefix(cause), cancellation);
        var orders = new List<RevisionOrder>();
        foreach (var number in await plans.RevisionsAsync(office, cancellation))
        {
            var revision = await plans.RevisionAsync(office, number, cancellation);
            orders.Add(
                new RevisionOrder(
                    cause,
                    number,
                    revision.Reason,
                    revision.Explanation,
                    revision.TargetChanges,
                    Actor.System.Official
                )
            );
        }

        return orders;
    }

    /// <summary>The revised agreements of the year in their order: the first is agreement 1.</summary>
    public Task<IReadOnlyList<RevisionOrder>> AssignedAsync(OfficeYear office, CancellationToken cancellation) =>
        ReadAsync(office, Assigned, cancellation);

    /// <summary>Keeps that a budget version asked for no revised agreement. Noted again, it stays as it is.</summary>
    public Task NoteAsync(OfficeYear office, RevisionOrder order, CancellationToken cancellation) =>
        storage.Years.TryInsertAsync(
            Row(office, FormattableString.Invariant($"{Noted}{order.Number:D4}"), order),
            cancellation
        );

    /// <summary>The budget versions that were noted.</summary>
    public Task<IReadOnlyList<RevisionOrder>> NotedAsync(OfficeYear office, CancellationToken cancellation) =>
        ReadAsync(office, Noted, cancellation);

    /// <summary>The agreement that a call becomes: its own if it has one, else the next.</summary>
    public async Task<(int Revision, RevisionOrder Order)> AssignAsync(
        OfficeYear office,
        RevisionCause cause,
        int number,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            var assigned = await AssignedAsync(office, cancellation);
            for (var i = 0; i < assigned.Count; i++)
            {
                if (assigned[i].Cause == cause && assigned[i].Number == number)
                    return (i + 1, assigned[i]);
            }

            var order = (await CalledAsync(office, cause, cancellation)).Single(call => call.Number == number);
            var key = FormattableString.Invariant($"{Assigned}{assigned.Count + 1:D4}");
            if (await storage.Years.TryInsertAsync(Row(office, key, order), cancellation))
                return (assigned.Count + 1, order);
        }
    }

    private async Task<IReadOnlyList<RevisionOrder>> ReadAsync(
        OfficeYear office,
        string prefix,
        CancellationToken cancellation
    )
    {
        var orders = new List<RevisionOrder>();
        await foreach (var row in storage.Years.UnderAsync<RecordRow>(Keys.Partition(office), prefix, cancellation))
            orders.Add(SakipJson.Read<RevisionOrder>(row.Body!));
        return orders;
    }

    private RecordRow Row(OfficeYear office, string key, RevisionOrder order) =>
        new()
        {
            PartitionKey = Keys.Partition(office),
            RowKey = key,
            Kind = key.Split('|')[0],
            At = clock.GetUtcNow(),
            Body = SakipJson.Text(order),
        };

    private static string Prefix(RevisionCause cause) =>
        cause == RevisionCause.OfficialChanged ? "official-change|" : "revision-request|";

    private static string Key(RevisionCause cause, int number) =>
        Prefix(cause) + number.ToString("D4", CultureInfo.InvariantCulture);
}
