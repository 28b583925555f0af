using Microsoft.DurableTask.Client;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Planning;

/// <summary>
/// The only way to change a plan: windows, appointments, roles, policy, holidays, narratives, everything. Each change is
/// checked whole and makes a version that is kept by its number, with who made it, when and why.
/// <para>
/// A version is one batch in the plan's partition: the version's row (its insert is the compare-and-set), the state row
/// that names what is in force, and the audit intent. The snapshot is stored before, the audit chain follows from the
/// intent; a crash at any point leaves either the old version or the new one, and the sweep finishes the rest.
/// </para>
/// </summary>
internal sealed class PlanDesk(
    PlanStore plans,
    ISignedAgreements agreements,
    BlobVault vault,
    Dispatcher dispatcher,
    IEnumerable<PlanCheck> checks,
    TimeProvider clock
)
{
    private const int Tries = 8;

    private readonly IReadOnlyList<PlanCheck> _checks = [.. checks];

    /// <summary>Keeps the first version of a year's plan. The same plan again changes nothing.</summary>
    public async Task<PlanChangeResult> FirstAsync(
        OfficePlan plan,
        Actor by,
        string reason,
        CancellationToken cancellation
    )
    {
        var errors = PlanRules.Check(plan, _checks);
        if (errors.Count > 0)
            return new(PlanChangeOutcome.Refused, 0, errors);
        var standing = await plans.StateAsync(plan.Office, cancellation);
        if (standing is not null)
        {
            return PlanChangeResult.Of(
                standing.Hash == Hash(plan) ? PlanChangeOutcome.Unchanged : PlanChangeOutcome.Conflict,
                standing.Revision
            );
        }

        return await CommitAsync(plan, 1, read: null, by, reason, follows: null, client: null, cancellation) switch
        {
            CommitResult.Committed => PlanChangeResult.Of(PlanChangeOutcome.Changed, 1),
            CommitResult.AlreadyCommitted => PlanChangeResult.Of(PlanChangeOutcome.Unchanged, 1),
            _ => PlanChangeResult.Of(PlanChangeOutcome.Conflict, 1),
        };
    }

    /// <summary>Changes the plan in force. When somebody else was first, the change is made again on what stands then.</summary>
    /// <param name="change">A pure function from the plan in force to the plan wanted; it may run more than once.</param>
    public Task<PlanChangeResult> ChangeAsync(
        OfficeYear office,
        Func<OfficePlan, OfficePlan> change,
        Actor by,
        string reason,
        CancellationToken cancellation
    ) => ChangeAsync(office, change, by, reason, new PlanChangeSettings(), cancellation);

    /// <inheritdoc cref="ChangeAsync(OfficeYear, Func{OfficePlan, OfficePlan}, Actor, string, CancellationToken)"/>
    public async Task<PlanChangeResult> ChangeAsync(
        OfficeYear office,
        Func<OfficePlan, OfficePlan> change,
        Actor by,
        string reason,
        PlanChangeSettings settings,
        CancellationToken cancellation
    )
    {
        if (string.IsNullOrWhiteSpace(reason))
            return new(PlanChangeOutcome.Refused, 0, [new PlanError("$", "Alasan perubahan wajib diisi.")]);
        var signed = await agreements.AnyAsync(office, cancellation);
        for (var attempt = 0; ; attempt++)
        {
            if (await plans.StateAsync(office, cancellation) is not { Hash: not null } standing)
                return PlanChangeResult.Of(PlanChangeOutcome.Unknown, 0);
            var (current, number) = (await plans.PlanOfAsync(standing, cancellation), standing.Revision);
            if (settings.Base is { } expected && expected != number)
                return PlanChangeResult.Of(PlanChangeOutcome.Conflict, number);
            var wanted = change(current);
            if (Hash(wanted) == Hash(current))
                return PlanChangeResult.Of(PlanChangeOutcome.Unchanged, number);
            var errors =
                (IReadOnlyList<PlanError>)
                    [
                        .. PlanChangeRules.Check(current, wanted, signed, settings.IsRecorded),
                        .. settings.IsFollowed ? [] : await ElsewhereAsync(current, wanted, cancellation),
                        .. PlanRules.Check(wanted, _checks),
                    ];
            if (errors.Count > 0)
                return new(PlanChangeOutcome.Refused, number, errors);
            var result = await CommitAsync(
                wanted,
                number + 1,
                standing,
                by,
                reason,
                settings.Follows,
                settings.Client,
                cancellation
            );
            if (result != CommitResult.Conflict)
                return PlanChangeResult.Of(PlanChangeOutcome.Changed, number + 1);
            if (attempt == Tries - 1)
                return PlanChangeResult.Of(PlanChangeOutcome.Conflict, number);
        }
    }

    /// <summary>What would stand in the way of the change from the plan in force; empty where nothing does.</summary>
    public async Task<IReadOnlyList<PlanError>> CheckAsync(OfficePlan wanted, CancellationToken cancellation)
    {
        if (await plans.FindPlanAsync(wanted.Office, cancellation) is not { } current)
            return [];
        var signed = await agreements.AnyAsync(wanted.Office, cancellation);
        return
        [
            .. PlanChangeRules.Check(current, wanted, signed),
            .. await ElsewhereAsync(current, wanted, cancellation),
        ];
    }

    /// <summary>What would stand in the way of a recorded change; empty where nothing does.</summary>
    public IReadOnlyList<PlanError> CheckRecorded(OfficePlan current, OfficePlan wanted) =>
        [.. TextLimits.Check(current, wanted), .. PlanRules.Check(wanted, _checks)];

    /// <summary>
    /// Keeps a budget revision under its number and tells the cycle. False when the number is taken by another revision.
    /// </summary>
    public async Task<bool> TryReviseBudgetAsync(
        OfficeYear office,
        BudgetRevision revision,
        Actor by,
        DurableTaskClient? client,
        CancellationToken cancellation
    )
    {
        var hash = await vault.KeepSnapshotAsync(SakipJson.Bytes(revision), cancellation);
        var number = revision.Budget.Sequence;
        var change = Change(office, FormattableString.Invariant($"budget:{number}:{hash[..16]}"))
            .Insert(Row(number, hash, by, revision.Explanation), RowKeys.Budget(number))
            .By(by, AuditAction.ReviseBudget, hash, revision.Explanation)
            .Raise(InstanceIds.Cycle(office), InstanceIds.BudgetRevised(number), new RevisionSignal(number));
        return await dispatcher.CommitAsync(change, client, cancellation) != CommitResult.Conflict;
    }

    private async Task<IReadOnlyList<PlanError>> ElsewhereAsync(
        OfficePlan current,
        OfficePlan wanted,
        CancellationToken cancellation
    )
    {
        var faults = new Faults();
        SharedPosts.Check(current, wanted, await plans.OthersAsync(current, cancellation), faults);
        return faults.All;
    }

    private async Task<CommitResult> CommitAsync(
        OfficePlan plan,
        int number,
        StateRow? read,
        Actor by,
        string reason,
        Action<SubjectChange>? follows,
        DurableTaskClient? client,
        CancellationToken cancellation
    )
    {
        var hash = await vault.KeepSnapshotAsync(SakipJson.Bytes(plan), cancellation);
        var change = Change(plan.Office, FormattableString.Invariant($"version:{number}:{hash[..16]}"))
            .Insert(Row(number, hash, by, reason), RowKeys.Version(number))
            .By(by, number == 1 ? AuditAction.ImportPlan : AuditAction.ChangePlan, hash, reason);
        var state = new StateRow
        {
            State = "InForce",
            Revision = number,
            Hash = hash,
        };
        // An erasure of contacts makes no version: only the row as it was read tells that the plan is another now.
        change = read is null ? change.Set(state) : change.Set(state, read);
        follows?.Invoke(change);
        var result = await dispatcher.CommitAsync(change, client, cancellation);
        return result;
    }

    private SubjectChange Change(OfficeYear office, string id) => new(new PlanSubject(office), id, clock.GetUtcNow());

    private PlanVersionRow Row(int number, string hash, Actor by, string reason) =>
        new()
        {
            Number = number,
            Hash = hash,
            By = by.Official,
            Role = by.Role.ToString(),
            Reason = reason,
            At = clock.GetUtcNow(),
        };

    private static string Hash(OfficePlan plan) => BlobVault.HashOf(SakipJson.Bytes(plan));
}

/// <param name="Base">The version that the change was made for; any other one in force is a conflict.</param>
/// <param name="Follows">Adds messages or an event to the same batch.</param>
/// <param name="Client">Raises that event; without it the sweep does.</param>
/// <param name="IsRecorded">The change is one within the year, recorded with its decree.</param>
/// <param name="IsFollowed">The change takes over what another office's plan says of a post.</param>
internal sealed record PlanChangeSettings(
    int? Base = null,
    Action<SubjectChange>? Follows = null,
    DurableTaskClient? Client = null,
    bool IsRecorded = false,
    bool IsFollowed = false
);
