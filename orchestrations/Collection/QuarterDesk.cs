using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Consistency;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Collection;

internal enum QuarterAnswer
{
    Done,

    /// <summary>The quarter is not in the state that the wish needs.</summary>
    NotNow,

    /// <summary>Sub-units or reason are missing or unknown.</summary>
    Incomplete,
}

/// <summary>What a planner may ask of a quarter: to check it again before its lock, or to reopen it after.</summary>
internal sealed class QuarterDesk(
    OfficeStorage storage,
    PlanStore plans,
    WindowBook windows,
    Reopenings reopenings,
    CycleDesk cycles,
    FindingStore findings,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    public async Task<(StateRow? Row, QuarterProgress? Progress)> StateAsync(
        QuarterSubject quarter,
        CancellationToken cancellation
    )
    {
        var row = await storage.Subjects.FindAsync<StateRow>(Keys.Partition(quarter), RowKeys.State, cancellation);
        return (row, row?.Body is { } body ? SakipJson.Read<QuarterProgress>(body) : null);
    }

    /// <summary>
    /// Has a quarter that is held up checked again: after explanations were accepted, or with sub-units that report
    /// again in a round of their own first.
    /// </summary>
    public async Task<QuarterAnswer> RecheckAsync(
        QuarterSubject quarter,
        IReadOnlyList<string> subUnits,
        string? reason,
        string by,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var (state, progress) = await StateAsync(quarter, cancellation);
        if (state is not { State: nameof(QuarterState.Blocked) } || progress is null)
            return QuarterAnswer.NotNow;
        var plan = await plans.PlanAsync(quarter.Office, cancellation);
        if (subUnits.Count > 0 && !IsSound(plan, subUnits, reason))
            return QuarterAnswer.Incomplete;

        var now = clock.GetUtcNow();
        var id = FormattableString.Invariant($"recheck:{progress.Round}:{progress.Attempt}");
        var row = new RecheckRow
        {
            By = by,
            At = now,
            Reason = reason?.Trim() ?? "",
        };
        var change = new SubjectChange(quarter, id, now)
            .By(new Actor(by, ActorRole.Planner), AuditAction.RecheckQuarter, note: row.Reason)
            .Raise(progress.Instance, InstanceIds.Recheck(progress.Attempt), new RecheckSignal());
        if (subUnits.Count > 0)
        {
            var round = await NewRoundAsync(quarter, subUnits, row.Reason, by, now, cancellation);
            round.ApprovedBy = by;
            RoundDates.Set(round, plan.WorkDays(), now);
            row.NextRound = round.Round;
            change.Insert(round, QuarterKeys.Round(round.Round));
        }

        change.Insert(row, QuarterKeys.Recheck(progress.Round, progress.Attempt));
        return await dispatcher.CommitAsync(change, client, cancellation) == CommitResult.Conflict
            ? QuarterAnswer.NotNow
            : QuarterAnswer.Done;
    }

    /// <summary>Asks for a locked quarter to be reopened. Another person approves it.</summary>
    public async Task<QuarterAnswer> ReopenAsync(
        QuarterSubject quarter,
        IReadOnlyList<string> subUnits,
        string? reason,
        string by,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var (state, _) = await StateAsync(quarter, cancellation);
        var year = await cycles.FindAsync(quarter.Office, cancellation);
        if (state is not { State: nameof(QuarterState.Closed) } || year?.State.HasCycle() != true)
            return QuarterAnswer.NotNow;
        var plan = await plans.PlanAsync(quarter.Office, cancellation);
        if (!IsSound(plan, subUnits, reason))
            return QuarterAnswer.Incomplete;

        var of = quarter.Quarter;
        var rounds = await windows.RoundsAsync(quarter.Office, of, cancellation);
        if (rounds.FirstOrDefault(round => round is { Opens: null, IsDropped: false }) is { } asked)
        {
            if (!IsSame(asked, subUnits, reason, by))
                return QuarterAnswer.NotNow;
            // Asked for again by whoever had no answer: what a crash has cut off begins now.
            await reopenings.StartAsync(quarter, asked, client, cancellation);
            return QuarterAnswer.Done;
        }

        var now = clock.GetUtcNow();
        var row = await NewRoundAsync(quarter, subUnits, reason!.Trim(), by, now, cancellation);
        await MarkAskerAsync(new ReopeningSubject(quarter.Office, of, row.Round), by, now, cancellation);
        var change = new SubjectChange(quarter, FormattableString.Invariant($"reopen:{row.Round}"), now)
            .By(new Actor(by, ActorRole.Planner), AuditAction.AskReopening, note: row.Reason)
            .Insert(row, QuarterKeys.Round(row.Round));
        if (await dispatcher.CommitAsync(change, null, cancellation) == CommitResult.Conflict)
            return QuarterAnswer.NotNow;
        await reopenings.StartAsync(quarter, row, client, cancellation);
        return QuarterAnswer.Done;
    }

    /// <summary>Calls the instance of a quarter that is held up though its last blocker has been explained and accepted.</summary>
    public async Task ResumeAsync(QuarterSubject quarter, DurableTaskClient client, CancellationToken cancellation)
    {
        var (_, progress) = await StateAsync(quarter, cancellation);
        var records = await findings.ReadAsync(quarter, cancellation);
        if (progress is null || records.Any(record => record.Blocks))
            return;
        await client.TellAsync(
            progress.Instance,
            InstanceIds.Recheck(progress.Attempt),
            new RecheckSignal(),
            cancellation
        );
    }

    // Who asks may not approve: the approval looks for this row, whoever it is passed on to.
    private async Task MarkAskerAsync(
        Subject reopening,
        string by,
        DateTimeOffset now,
        CancellationToken cancellation
    ) =>
        await storage.Subjects.UpsertEntityAsync(
            new ClaimRow
            {
                PartitionKey = Keys.Partition(reopening),
                RowKey = RowKeys.Claim("ask", 1),
                Decision = nameof(Approvals.Decision.Submitted),
                By = by,
                At = now,
                Key = ActingKey.Current,
            },
            Azure.Data.Tables.TableUpdateMode.Replace,
            cancellation
        );

    private async Task<RoundRow> NewRoundAsync(
        QuarterSubject quarter,
        IReadOnlyList<string> subUnits,
        string reason,
        string by,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var rounds = await windows.RoundsAsync(quarter.Office, quarter.Quarter, cancellation);
        return new RoundRow
        {
            Round = (rounds.Count == 0 ? 1 : rounds[^1].Round) + 1,
            SubUnits = string.Join(',', subUnits.Distinct(StringComparer.Ordinal)),
            Reason = reason,
            AskedBy = by,
            AskedAt = now,
        };
    }

    private static bool IsSame(RoundRow asked, IReadOnlyList<string> subUnits, string? reason, string by) =>
        asked.AskedBy == by
        && asked.Reason == reason?.Trim()
        && asked.Codes().ToHashSet(StringComparer.Ordinal).SetEquals(subUnits);

    private static bool IsSound(OfficePlan plan, IReadOnlyList<string> subUnits, string? reason) =>
        subUnits.Count > 0
        && subUnits.All(code => plan.SubUnits.Any(subUnit => subUnit.Code == code))
        && WindowRules.IsReason(reason);
}
