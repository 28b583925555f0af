using System.Collections.Concurrent;
using Azure.Data.Tables;
using Sakip.Agreements;
using Sakip.Consistency;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Collection;

/// <param name="Locked">States of the verified reports, which the lock closes.</param>
internal sealed record CollectedQuarter(
    QuarterCase Case,
    IReadOnlyList<StateRow> Locked,
    IReadOnlyList<string> Late,
    IReadOnlyList<string> Missing
);

/// <summary>Gathers what a quarter's gate looks at and its lock keeps.</summary>
internal sealed class QuarterSources(
    OfficeStorage storage,
    BlobVault vault,
    PlanStore plans,
    AgreementRecords agreements,
    QuarterRecords records,
    EvidenceBook evidence,
    BudgetRealisations finance
)
{
    public async Task<CollectedQuarter> CollectedAsync(
        OfficePlan plan,
        QuarterClosing closing,
        CancellationToken cancellation
    )
    {
        var (office, quarter) = (closing.Quarter.Office, closing.Quarter.Quarter);
        var states = new ConcurrentBag<(ReportOutcome Report, StateRow State)>();
        var verified = new ConcurrentDictionary<string, Submission>();
        var stored = await ReportsAsync(office, quarter, cancellation);
        await Parallel.ForEachAsync(
            closing.Reports,
            Obligations.Parallelism(cancellation),
            async (report, token) =>
            {
                var subject = new SubUnitReportSubject(office, quarter, report.SubUnit, report.Round);
                var rows = stored[Keys.Partition(subject)];
                var state = rows.State!;
                states.Add((report, state));
                if (report.Result != ReportResult.Verified)
                    return;
                var submission = SakipJson.Read<Submission>(await vault.SnapshotAsync(state.Hash!, token));
                verified[report.SubUnit] = Provenances.Fill(
                    submission,
                    subject,
                    report.Round,
                    state,
                    EvidenceBook.Of(rows)
                );
            }
        );

        var locked = await records.ReadAsync(office, cancellation);
        var figures = Merge(
            quarter,
            verified,
            closing.Round == 1 ? null : locked.FirstOrDefault(one => one.Quarter == quarter)
        );
        var before = locked.Where(one => one.Quarter < quarter).ToList();
        var inForce =
            (await agreements.ReadAsync(office, cancellation)).LastOrDefault().Snapshot?.Terms.BudgetSequence ?? 0;
        var budget = await plans.BudgetInForceAsync(plan, inForce, cancellation);
        figures = Finances.Apply(figures, budget, await finance.ReadAsync(office, quarter, cancellation));
        var facts = await evidence.FactsAsync(office, quarter, cancellation);
        return new CollectedQuarter(
            new QuarterCase(plan, budget, figures, before, facts),
            [.. states.Where(one => one.Report.Result == ReportResult.Verified).Select(one => one.State)],
            Codes(states, one => one.State.Late),
            Codes(states, one => one.Report.Result != ReportResult.Verified)
        );
    }

    /// <summary>States and evidence of every report of the quarter, by partition, in one call.</summary>
    private async Task<Dictionary<string, SubjectRows>> ReportsAsync(
        OfficeYear office,
        Quarter quarter,
        CancellationToken cancellation
    )
    {
        // The partition of a report is the quarter's key and the sub-unit: a query by prefix finds all reports.
        var first = Keys.Partitions(office, SubUnitReportSubject.Name, quarter.Code() + ":");
        var (state, evidence, after) = (RowKeys.State, EvidenceKeys.Prefix, Keys.After(EvidenceKeys.Prefix));
        return await SubjectRows.ByPartitionAsync(
            storage,
            TableClient.CreateQueryFilter(
                $"PartitionKey ge {first} and PartitionKey lt {Keys.After(first)} and (RowKey eq {state} or (RowKey ge {evidence} and RowKey lt {after}))"
            ),
            cancellation
        );
    }

    /// <summary>In a later round the figures of who did not report again stay as they were locked.</summary>
    private static QuarterlyFigures Merge(
        Quarter quarter,
        ConcurrentDictionary<string, Submission> verified,
        QuarterlyFigures? before
    )
    {
        var ordered = verified
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => entry.Value)
            .ToArray();
        return new QuarterlyFigures(
            quarter,
            [
                .. (before?.Indicators ?? []).Where(figure => !verified.ContainsKey(figure.SubUnit)),
                .. ordered.SelectMany(one => one.Indicators),
            ],
            [
                .. (before?.SubActivities ?? []).Where(figure => !verified.ContainsKey(figure.SubUnit)),
                .. ordered.SelectMany(one => one.SubActivities),
            ]
        )
        {
            Actions =
            [
                .. (before?.Actions ?? []).Where(figure => !verified.ContainsKey(figure.SubUnit)),
                .. ordered.SelectMany(one => one.Actions ?? []),
            ],
        };
    }

    private static string[] Codes(
        IEnumerable<(ReportOutcome Report, StateRow State)> states,
        Func<(ReportOutcome Report, StateRow State), bool> are
    ) => [.. states.Where(are).Select(one => one.Report.SubUnit).Order(StringComparer.Ordinal)];
}
