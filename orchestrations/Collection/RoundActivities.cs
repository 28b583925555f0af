using Microsoft.Azure.Functions.Worker;
using Sakip.Calendar;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>Opens a further round of a quarter, or drops one that was not approved.</summary>
internal sealed class RoundActivities(
    OfficeStorage storage,
    PlanStore plans,
    Obligations obligations,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    /// <summary>Gives the round its dates and its obligations, counted from the approval.</summary>
    [Function(nameof(OpenRound))]
    public async Task<QuarterOpening> OpenRound([ActivityTrigger] ReopeningInput input, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(input.Office, cancellation);
        var quarter = new QuarterSubject(input.Office, input.Quarter);
        var row = (
            await storage.Subjects.FindAsync<RoundRow>(
                Keys.Partition(quarter),
                QuarterKeys.Round(input.Round),
                cancellation
            )
        )!;
        if (row.Opens is null)
        {
            var now = clock.GetUtcNow();
            RoundDates.Set(row, plan.WorkDays(), now);
            var reopening = new ReopeningSubject(input.Office, input.Quarter, input.Round);
            var approval = await storage.Subjects.FindAsync<ClaimRow>(
                Keys.Partition(reopening),
                RowKeys.Claim("reopen", 1),
                cancellation
            );
            row.ApprovedBy = approval?.By;
            var state = await storage.Subjects.FindAsync<StateRow>(
                Keys.Partition(quarter),
                RowKeys.State,
                cancellation
            );
            state!.State = nameof(QuarterState.Open);
            var change = new SubjectChange(quarter, FormattableString.Invariant($"open-round:{input.Round}"), now)
                .By(Ruler(row.ApprovedBy), AuditAction.ReopenQuarter, note: row.Reason)
                .Replace(row)
                .Set(state);
            Tell(change, plan, input, row, approval, "disetujui");
            await dispatcher.CommitAsync(change, null, cancellation);
        }

        return new QuarterOpening(
            await obligations.WriteAsync(plan, input.Quarter, input.Round, row.Codes(), cancellation),
            input.Round
        );
    }

    private static Actor Ruler(string? official) =>
        official is null || official == Actor.System.Official ? Actor.System : new Actor(official, ActorRole.Approver);

    [Function(nameof(DropRound))]
    public async Task DropRound([ActivityTrigger] ReopeningInput input, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(input.Office, cancellation);
        var quarter = new QuarterSubject(input.Office, input.Quarter);
        var reopening = new ReopeningSubject(input.Office, input.Quarter, input.Round);
        var row = (
            await storage.Subjects.FindAsync<RoundRow>(
                Keys.Partition(quarter),
                QuarterKeys.Round(input.Round),
                cancellation
            )
        )!;
        var claim = await storage.Subjects.FindAsync<ClaimRow>(
            Keys.Partition(reopening),
            RowKeys.Claim("reopen", 1),
            cancellation
        );
        row.IsDropped = true;
        var change = new SubjectChange(
            quarter,
            FormattableString.Invariant($"drop-round:{input.Round}"),
            clock.GetUtcNow()
        )
            .By(Ruler(claim?.By), AuditAction.RefuseReopening, note: claim?.Note)
            .Replace(row);
        Tell(change, plan, input, row, claim, "ditolak");
        await dispatcher.CommitAsync(change, null, cancellation);
    }

    /// <summary>Which sub-units the planner wants to report again before the next try of the lock; nobody where all is explained.</summary>
    [Function(nameof(FindRecheck))]
    public async Task<QuarterOpening> FindRecheck(
        [ActivityTrigger] QuarterClosing input,
        CancellationToken cancellation
    )
    {
        var (office, quarter) = (input.Quarter.Office, input.Quarter.Quarter);
        var row = await storage.Subjects.FindAsync<RecheckRow>(
            Keys.Partition(new QuarterSubject(office, quarter)),
            QuarterKeys.Recheck(input.Round, input.Attempt),
            cancellation
        );
        if (row is null or { NextRound: 0 })
            return new QuarterOpening([]);
        var plan = await plans.PlanAsync(office, cancellation);
        var round = await storage.Subjects.FindAsync<RoundRow>(
            row.PartitionKey,
            QuarterKeys.Round(row.NextRound),
            cancellation
        );
        return new QuarterOpening(
            await obligations.WriteAsync(plan, quarter, row.NextRound, round!.Codes(), cancellation),
            row.NextRound
        );
    }

    private static void Tell(
        SubjectChange change,
        OfficePlan plan,
        ReopeningInput input,
        RoundRow row,
        ClaimRow? claim,
        string decision
    )
    {
        var facts = new Dictionary<Fact, string>
        {
            [Fact.Quarter] = input.Quarter.Code(),
            [Fact.Decision] = decision,
            [Fact.SubUnit] = row.SubUnitNames(plan),
        };
        if (claim?.ByName is { Length: > 0 } who)
            facts[Fact.Who] = who;
        if (claim?.Note is { } note)
            facts[Fact.Note] = note;
        if (row.Due is { } due)
            facts[Fact.Due] = Approvals.Facts.Iso(plan.Zone.DateAt(due));
        change.Tell(MessageKind.QuarterReopened, row.AskedBy, facts);
    }
}

/// <summary>Dates of a round that reopens a quarter, counted in working days from the day it opens.</summary>
internal static class RoundDates
{
    private const int DueAfter = 5;
    private const int ClosesAfter = 10;
    private const int VerifiedAfter = 13;

    public static void Set(RoundRow row, WorkCalendar calendar, DateTimeOffset now)
    {
        var today = calendar.DateAt(now);
        row.Opens = now;
        row.Due = calendar.Deadline(calendar.Add(today, DueAfter));
        row.Closes = calendar.Deadline(calendar.Add(today, ClosesAfter));
        row.VerificationDue = calendar.Deadline(calendar.Add(today, VerifiedAfter));
    }
}
