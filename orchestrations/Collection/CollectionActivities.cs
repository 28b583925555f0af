using Azure;
using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Consistency;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>Opens a quarter's window, and checks, closes and locks what was verified.</summary>
internal sealed class CollectionActivities(
    OfficeStorage storage,
    PlanStore plans,
    WindowBook windows,
    Obligations obligations,
    QuarterSources sources,
    QuarterRecords records,
    FindingDesk findings,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    [Function(nameof(FindWindow))]
    public async Task<QuarterWindow> FindWindow([ActivityTrigger] QuarterInput input, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(input.Office, cancellation);
        var window = await windows.WindowAsync(plan, input.Quarter, round: 1, cancellation);
        // Evaluated means locked: a cycle that is built again does not evaluate it with the agreements of today.
        var done = await storage.Years.FindAsync<RecordRow>(
            Keys.Partition(input.Office),
            "evaluation|" + input.Quarter.Code(),
            cancellation
        );
        return new QuarterWindow(
            plan.WorkDays().Opening(window.Dates.Opens),
            window.Extension,
            done is null ? null : new QuarterOutcome(input.Quarter, done.Hash, [], [])
        );
    }

    /// <summary>Writes one obligation per sub-unit before anything is sent, so that absence shows.</summary>
    [Function(nameof(OpenQuarter))]
    public async Task<QuarterOpening> OpenQuarter([ActivityTrigger] QuarterInput input, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(input.Office, cancellation);
        var owing = await obligations.WriteAsync(plan, input.Quarter, cancellation);
        await storage.Subjects.TryInsertAsync(
            new StateRow
            {
                PartitionKey = Keys.Partition(new QuarterSubject(input.Office, input.Quarter)),
                RowKey = RowKeys.State,
                State = nameof(QuarterState.Open),
                At = clock.GetUtcNow(),
                Revision = 1,
            },
            cancellation
        );
        return new QuarterOpening(owing);
    }

    /// <summary>
    /// Passes the quarter's gate and keeps the verified figures together as its snapshot. What the gate holds up is not
    /// locked: the planner is told.
    /// </summary>
    [Function(nameof(CloseQuarter))]
    public async Task<QuarterOutcome> CloseQuarter(
        [ActivityTrigger] QuarterClosing input,
        CancellationToken cancellation
    )
    {
        var plan = await plans.PlanAsync(input.Quarter.Office, cancellation);
        var subject = new QuarterSubject(input.Quarter.Office, input.Quarter.Quarter);
        if (await AnsweredAsync(subject, input, cancellation) is { } before)
            return before;
        var collected = await sources.CollectedAsync(plan, input, cancellation);
        var gate = GateCheck.QuarterLock(collected.Case, await findings.AcceptedAsync(subject, cancellation));
        // In a further round the waiting instance is QuarterReopening, which the window sweep calls.
        var found = await findings.RecordAsync(
            subject,
            FormattableString.Invariant($"close:{input.Round}:{input.Attempt}"),
            gate,
            input.Round == 1 ? InstanceIds.Recheck(input.Attempt) : null,
            cancellation
        );
        var outcome = new QuarterOutcome(
            input.Quarter.Quarter,
            found,
            collected.Late,
            collected.Missing,
            gate.Blocking.Count
        );
        if (gate.Passes)
        {
            await LockReportsAsync(collected.Locked, cancellation);
            var hash = await records.LockAsync(input.Quarter.Office, collected.Case.Figures, input.Round, cancellation);
            outcome = outcome with { FiguresHash = hash };
        }

        await SetStateAsync(plan, input, outcome, found, cancellation);
        return outcome;
    }

    // The instance of a year that is built again counts its attempts anew. One that was held up and answered is not made
    // again: it would lock what was not yet reported again.
    private async Task<QuarterOutcome?> AnsweredAsync(
        QuarterSubject subject,
        QuarterClosing input,
        CancellationToken cancellation
    )
    {
        var partition = Keys.Partition(subject);
        var state = await storage.Subjects.FindAsync<StateRow>(partition, RowKeys.State, cancellation);
        if (state?.Body is not { } body || SakipJson.Read<QuarterProgress>(body) is not { } progress)
            return null;
        var isFollowed = progress.Round == input.Round && progress.Attempt > input.Attempt;
        var key = QuarterKeys.Recheck(input.Round, input.Attempt);
        if (!isFollowed && await storage.Subjects.FindAsync<RecheckRow>(partition, key, cancellation) is null)
            return null;
        return new QuarterOutcome(
            input.Quarter.Quarter,
            progress.Findings,
            progress.Late,
            progress.Missing,
            Math.Max(1, progress.Blockers),
            IsAnswered: true
        );
    }

    private async Task LockReportsAsync(IReadOnlyList<StateRow> reports, CancellationToken cancellation) =>
        await Parallel.ForEachAsync(
            reports,
            Obligations.Parallelism(cancellation),
            async (state, token) =>
            {
                try
                {
                    await storage.Subjects.UpdateEntityAsync(Locked(state), state.ETag, TableUpdateMode.Replace, token);
                }
                catch (RequestFailedException failure) when (failure.Status == 412)
                {
                    // Changed since the quarter was gathered: as it stands now.
                    await storage.Subjects.ChangeAsync<StateRow>(
                        state.PartitionKey,
                        state.RowKey,
                        standing => standing.State != nameof(ReportState.Locked) && Locked(standing) == standing,
                        token
                    );
                }
            }
        );

    private static StateRow Locked(StateRow state)
    {
        state.State = nameof(ReportState.Locked);
        return state;
    }

    private async Task SetStateAsync(
        OfficePlan plan,
        QuarterClosing input,
        QuarterOutcome outcome,
        string findings,
        CancellationToken cancellation
    )
    {
        var (office, quarter) = (input.Quarter.Office, input.Quarter.Quarter);
        var subject = new QuarterSubject(office, quarter);
        Subject instance = input.Round == 1 ? subject : new ReopeningSubject(office, quarter, input.Round);
        var id = FormattableString.Invariant($"close:{input.Round}:{input.Attempt}");
        var isBlocked = outcome.Blockers > 0;
        // The same attempt of a year that was built again, after its last blocker was accepted.
        if (
            !isBlocked
            && await IsHeldUpAsync(subject, cancellation)
            && await storage.IsDoneAsync(subject, id, cancellation)
        )
        {
            id = FormattableString.Invariant($"lock:{input.Round}:{input.Attempt}");
        }
        var change = new SubjectChange(subject, id, clock.GetUtcNow())
            .By(Actor.System, isBlocked ? AuditAction.HoldQuarter : AuditAction.LockQuarter, outcome.FiguresHash)
            .Set(
                new StateRow
                {
                    State = isBlocked ? nameof(QuarterState.Blocked) : nameof(QuarterState.Closed),
                    Revision = input.Round,
                    Hash = outcome.FiguresHash,
                    Body = SakipJson.Text(
                        new QuarterProgress(
                            instance.InstanceId,
                            input.Round,
                            input.Attempt,
                            outcome.Blockers,
                            findings,
                            outcome.Late,
                            outcome.Missing
                        )
                    ),
                }
            );
        if (isBlocked)
        {
            change.Tell(
                MessageKind.BlockingFinding,
                Bearers.Planner(plan).Code,
                new Dictionary<Fact, string>
                {
                    [Fact.Quarter] = quarter.Code(),
                    [Fact.Document] = $"Penguncian Triwulan {quarter.Roman()} Tahun {office.Year}",
                    [Fact.Count] = FormattableString.Invariant($"{outcome.Blockers}"),
                    [Fact.Page] = FormattableString.Invariant($"kantor/{office.Unit}/{office.Year}/temuan"),
                }
            );
        }

        await dispatcher.CommitAsync(change, null, cancellation);
    }

    private async Task<bool> IsHeldUpAsync(QuarterSubject subject, CancellationToken cancellation) =>
        await storage.Subjects.FindAsync<StateRow>(Keys.Partition(subject), RowKeys.State, cancellation)
            is { State: nameof(QuarterState.Blocked) };
}

/// <summary>States of a sub-unit's report (domain 4.4).</summary>
internal enum ReportState
{
    NotReported,
    Submitted,
    ApprovedByHead,
    Verified,
    Returned,
    Locked,
}

/// <summary>States of a quarter's collection.</summary>
internal enum QuarterState
{
    Open,

    /// <summary>A blocking finding keeps it from being locked.</summary>
    Blocked,
    Closed,
}

/// <summary>How far a quarter is, in its state row.</summary>
/// <param name="Instance">The durable instance that waits for a recheck while the quarter is blocked.</param>
/// <param name="Findings">Hash of the findings' snapshot.</param>
internal sealed record QuarterProgress(
    string Instance,
    int Round,
    int Attempt,
    int Blockers,
    string Findings,
    IReadOnlyList<string> Late,
    IReadOnlyList<string> Missing
);
