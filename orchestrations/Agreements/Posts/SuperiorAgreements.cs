using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>
/// Knows which agreement stands above a post's: that of the first superior who has one, else the office's own. Nobody signs
/// before it is in force.
/// </summary>
internal sealed class SuperiorAgreements(
    OfficeStorage storage,
    PlanStore plans,
    AgreementRecords records,
    PostOrders orders,
    TimeProvider clock
)
{
    [Function(nameof(FindSuperiorAgreement))]
    public async Task<SuperiorStanding> FindSuperiorAgreement(
        [ActivityTrigger] AgreementInput input,
        CancellationToken cancellation
    )
    {
        var plan = await plans.PlanAsync(input.Office, cancellation);
        var called = await orders.ReadAsync(input.Office, cancellation);
        return new SuperiorStanding(
            await IsInForceAsync(plan, AboveOf(plan, called, input.Post!), called, cancellation)
        );
    }

    /// <summary>Checked agreements that wait for a post's, whose agreement is in force; null stands for the office.</summary>
    public async Task<IReadOnlyList<WaitingBelow>> WaitingBelowAsync(
        OfficePlan plan,
        string? post,
        CancellationToken cancellation
    )
    {
        var called = await orders.ReadAsync(plan.Office, cancellation);
        if (called.Count == 0 || !await IsInForceAsync(plan, post, called, cancellation))
            return [];
        var states = await StatesAsync(plan.Office, cancellation);
        return
        [
            .. called
                .Where(order => AboveOf(plan, called, order.Post) == post)
                .Select(order => (Subject: new AgreementSubject(plan.Office, order.Revision, order.Post), order))
                .Where(one => IsChecked(states, one.Subject))
                .Select(one => new WaitingBelow(one.Subject.InstanceId, states[Keys.Partition(one.Subject)].Revision)),
        ];
    }

    /// <summary>Every checked agreement whose superior's is in force: it may have missed the event.</summary>
    public async Task<IReadOnlyList<WaitingBelow>> OverlookedAsync(
        OfficePlan plan,
        IReadOnlyList<PostOrder> called,
        IReadOnlyDictionary<string, StateRow> states,
        IReadOnlyDictionary<(string Post, int Revision), RecordRow> signed,
        CancellationToken cancellation
    )
    {
        var isOfficeSigned = await records.AnyAsync(plan.Office, cancellation);
        var waiting = new List<WaitingBelow>();
        foreach (var order in called)
        {
            var subject = new AgreementSubject(plan.Office, order.Revision, order.Post);
            if (!IsChecked(states, subject))
                continue;
            var above = AboveOf(plan, called, order.Post);
            if (above is null ? isOfficeSigned : IsInForce(plan.Office, above, called, states, signed))
                waiting.Add(new WaitingBelow(subject.InstanceId, states[Keys.Partition(subject)].Revision));
        }

        return waiting;
    }

    /// <summary>The states of every agreement of the year, by partition.</summary>
    public async Task<IReadOnlyDictionary<string, StateRow>> StatesAsync(
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var first = Keys.Partitions(office, AgreementSubject.Name);
        var states = new Dictionary<string, StateRow>(StringComparer.Ordinal);
        await foreach (
            var row in storage.Subjects.QueryAsync<StateRow>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey ge {first} and PartitionKey lt {Keys.After(first)} and RowKey eq {RowKeys.State}"
                ),
                cancellationToken: cancellation
            )
        )
        {
            states[row.PartitionKey] = row;
        }

        return states;
    }

    /// <summary>The next post above that has an agreement; null stands for the office's own.</summary>
    private string? AboveOf(OfficePlan plan, IReadOnlyList<PostOrder> called, string post)
    {
        var today = plan.Zone.DateAt(clock.GetUtcNow());
        var above = AgreementParties.SuperiorOf(plan, post, today);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (above is not null && above != plan.Agreement.FirstParty && seen.Add(above))
        {
            if (called.Any(order => order.Post == above))
                return above;
            above = plan.Posts.FirstOrDefault(one => one.Code == above)?.Superior;
        }

        return null;
    }

    private async Task<bool> IsInForceAsync(
        OfficePlan plan,
        string? post,
        IReadOnlyList<PostOrder> called,
        CancellationToken cancellation
    )
    {
        if (post is null)
            return await records.AnyAsync(plan.Office, cancellation);
        var states = new Dictionary<string, StateRow>(StringComparer.Ordinal);
        foreach (var order in called.Where(order => order.Post == post))
        {
            var partition = Keys.Partition(new AgreementSubject(plan.Office, order.Revision, post));
            if (await storage.Subjects.FindAsync<StateRow>(partition, RowKeys.State, cancellation) is { } state)
                states[partition] = state;
        }

        var signed = await records.OfPostsAsync(plan.Office, cancellation);
        return IsInForce(plan.Office, post, called, states, signed);
    }

    // What was cancelled changed nothing. A superior whose agreement is being revised has first to agree on what it is to be.
    private static bool IsInForce(
        OfficeYear office,
        string post,
        IReadOnlyList<PostOrder> called,
        IReadOnlyDictionary<string, StateRow> states,
        IReadOnlyDictionary<(string Post, int Revision), RecordRow> signed
    ) =>
        called
            .Where(order => order.Post == post)
            .OrderByDescending(order => order.Revision)
            .Select(order =>
                (
                    IsSigned: signed.ContainsKey((post, order.Revision)),
                    State: states
                        .GetValueOrDefault(Keys.Partition(new AgreementSubject(office, order.Revision, post)))
                        ?.State
                )
            )
            .FirstOrDefault(one => one.IsSigned || one.State != nameof(AgreementState.Cancelled))
            .IsSigned;

    private static bool IsChecked(IReadOnlyDictionary<string, StateRow> states, AgreementSubject subject) =>
        states.GetValueOrDefault(Keys.Partition(subject)) is { State: nameof(AgreementState.Approved) };
}
