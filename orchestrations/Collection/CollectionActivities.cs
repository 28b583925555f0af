using Microsoft.Azure.Functions.Worker;
using Sakip.Calendar;
using Sakip.Evaluation;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>Opens a quarter's window, and closes and locks what was verified.</summary>
public sealed class CollectionActivities(
    OfficeStorage storage, BlobVault vault, PlanStore plans, QuarterRecords records, TimeProvider clock)
{
    private const int ParallelReads = 16;

    [Function(nameof(FindWindow))]
    public async Task<QuarterWindow> FindWindow([ActivityTrigger] QuarterInput input, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(input.Unit, input.Year, cancellation);
        var window = plan.Windows.Single(candidate => candidate.Quarter == input.Quarter);
        return new QuarterWindow(WorkCalendar.Opening(window.Opens));
    }

    /// <summary>Writes one obligation per sub-unit before anything is sent, so that absence shows.</summary>
    [Function(nameof(OpenQuarter))]
    public async Task<QuarterOpening> OpenQuarter([ActivityTrigger] QuarterInput input, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(input.Unit, input.Year, cancellation);
        var owing = plan.SubUnits.Select(subUnit => subUnit.Code).ToArray();
        await Parallel.ForEachAsync(owing, Parallelism(cancellation), async (subUnit, token) =>
        {
            var subject = SubjectRef.Report(input.Unit, input.Year, input.Quarter, subUnit, round: 1);
            await storage.Subjects.TryInsertAsync(
                new StateRow
                {
                    PartitionKey = Keys.Partition(subject),
                    RowKey = RowKeys.State,
                    State = nameof(ReportState.NotReported),
                    At = clock.GetUtcNow(),
                },
                token);
        });
        return new QuarterOpening(owing);
    }

    /// <summary>Locks the verified reports and keeps their figures together as the quarter's snapshot.</summary>
    [Function(nameof(CloseQuarter))]
    public async Task<QuarterOutcome> CloseQuarter(
        [ActivityTrigger] QuarterClosing input, CancellationToken cancellation)
    {
        var (unit, year, quarter) = input.Quarter;
        var submissions = new System.Collections.Concurrent.ConcurrentDictionary<string, Submission>();
        var late = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(input.Reports, Parallelism(cancellation), async (report, token) =>
        {
            var subject = SubjectRef.Report(unit, year, quarter, report.SubUnit, round: 1);
            var state = (await storage.Subjects.FindAsync<StateRow>(Keys.Partition(subject), RowKeys.State, token))!;
            if (state.Late) late.Add(report.SubUnit);
            if (report.Result != ReportResult.Verified) return;
            submissions[report.SubUnit] = SakipJson.Read<Submission>(await vault.SnapshotAsync(state.Hash!, token));
            state.State = nameof(ReportState.Locked);
            await storage.Subjects.UpsertEntityAsync(state, Azure.Data.Tables.TableUpdateMode.Replace, token);
        });

        var ordered = submissions.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value).ToArray();
        var figures = new QuarterlyFigures(
            quarter, [.. ordered.SelectMany(one => one.Indicators)], [.. ordered.SelectMany(one => one.SubActivities)]);
        var missing = input.Reports.Where(report => report.Result != ReportResult.Verified)
            .Select(report => report.SubUnit).Order(StringComparer.Ordinal).ToArray();
        var hash = await records.LockAsync(unit, year, figures, cancellation);
        return new QuarterOutcome(quarter, hash, [.. late.Order(StringComparer.Ordinal)], missing);
    }

    private static ParallelOptions Parallelism(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellation };
}

/// <summary>States of a sub-unit's report (domain 4.4).</summary>
public enum ReportState
{
    NotReported,
    Submitted,
    ApprovedByHead,
    Verified,
    Returned,
    Locked,
}
