using System.Globalization;
using Azure.Data.Tables;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>Where a sub-unit stands with a quarter.</summary>
internal sealed record ReportStanding
{
    public required SubUnit SubUnit { get; init; }

    public required int Round { get; init; }

    public required ReportState State { get; init; }

    public required bool IsLate { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The step that is open, and who has to act on it; null where none is.</summary>
    public required WaitingRow? Waiting { get; init; }

    /// <summary>When the bearer of the open step was last reminded; null while nobody was.</summary>
    public DateTimeOffset? Reminded { get; init; }
}

/// <summary>A quarter as a page shows it.</summary>
internal sealed record QuarterStanding
{
    public required Quarter Quarter { get; init; }

    public required WindowInForce Window { get; init; }

    /// <summary>Null before the window opens.</summary>
    public required QuarterState? State { get; init; }

    public required QuarterProgress? Progress { get; init; }

    public required IReadOnlyList<ReportStanding> Reports { get; init; }

    public required IReadOnlyList<ExtensionRow> Extensions { get; init; }

    public required IReadOnlyList<RoundRow> Rounds { get; init; }
}

/// <summary>Reads quarters from their rows, in a few calls whatever the number of sub-units.</summary>
internal sealed class QuarterBook(OfficeStorage storage, WindowBook windows)
{
    public async Task<QuarterStanding> ReadAsync(OfficePlan plan, Quarter quarter, CancellationToken cancellation)
    {
        var office = plan.Office;
        return await storage.Memory.ReadAsync(
            "quarter " + quarter.Code(),
            office,
            () => StandingAsync(plan, quarter, CancellationToken.None),
            cancellation
        );
    }

    private async Task<QuarterStanding> StandingAsync(OfficePlan plan, Quarter quarter, CancellationToken cancellation)
    {
        var office = plan.Office;
        var subject = new QuarterSubject(office, quarter);
        var state = await storage.Subjects.FindAsync<StateRow>(Keys.Partition(subject), RowKeys.State, cancellation);
        var waiting = await WaitingAsync(office, quarter, cancellation);
        var states = await StatesAsync(office, quarter, cancellation);
        var carriers = Carriers.In(plan, quarter);
        var reminded = waiting.Count == 0 ? null : await storage.LastRemindedAsync(office, quarter, cancellation);
        return new QuarterStanding
        {
            Quarter = quarter,
            Window = await windows.WindowAsync(plan, quarter, round: 1, cancellation),
            State = state is null ? null : Enum.Parse<QuarterState>(state.State),
            Progress = state?.Body is { } body ? SakipJson.Read<QuarterProgress>(body) : null,
            Reports =
            [
                .. plan
                    .SubUnits.Where(subUnit => states.Contains(subUnit.Code) || carriers.Stands(subUnit.Code))
                    .Select(subUnit => Standing(subUnit, states, waiting))
                    .Select(report =>
                        report.Waiting is { } open
                        && reminded?.TryGetValue(
                            (Keys.Partition(Subject.Parse(open.Subject)!), open.Step, open.Attempt),
                            out var at
                        ) == true
                            ? report with
                            {
                                Reminded = at,
                            }
                            : report
                    ),
            ],
            Extensions = await windows.ExtensionsAsync(office, quarter, cancellation),
            Rounds = await windows.RoundsAsync(office, quarter, cancellation),
        };
    }

    /// <summary>State rows of the quarter's reports, every round's.</summary>
    private async Task<ILookup<string, (SubUnitReportSubject Report, StateRow State)>> StatesAsync(
        OfficeYear office,
        Quarter quarter,
        CancellationToken cancellation
    )
    {
        var first = Keys.Partitions(office, SubUnitReportSubject.Name, quarter.Code() + ":");
        var found = new List<(SubUnitReportSubject, StateRow)>();
        await foreach (
            var row in storage.Subjects.QueryAsync<StateRow>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey ge {first} and PartitionKey lt {Keys.After(first)} and RowKey eq {RowKeys.State}"
                ),
                cancellationToken: cancellation
            )
        )
        {
            if (Subject.OfPartition(row.PartitionKey) is SubUnitReportSubject report)
                found.Add((report, row));
        }

        return found.ToLookup(one => one.Item1.SubUnit);
    }

    private async Task<ILookup<string, WaitingRow>> WaitingAsync(
        OfficeYear office,
        Quarter quarter,
        CancellationToken cancellation
    )
    {
        var prefix = Keys.Join(FormattableString.Invariant($"report.{office.Unit}.{office.Year}.{quarter.Code()}."));
        var rows = new List<WaitingRow>();
        await foreach (var row in storage.Waiting.UnderAsync<WaitingRow>(Keys.Partition(office), prefix, cancellation))
        {
            rows.Add(row);
        }

        return rows.ToLookup(row => row.SubUnit ?? "");
    }

    private static ReportStanding Standing(
        SubUnit subUnit,
        ILookup<string, (SubUnitReportSubject Report, StateRow State)> states,
        ILookup<string, WaitingRow> waiting
    )
    {
        var open = waiting[subUnit.Code].MaxBy(row => row.Since);
        if (
            states[subUnit.Code].OrderBy(one => one.Report.Round).LastOrDefault()
            is not { Report: { } report, State: { } state }
        )
        {
            return new ReportStanding
            {
                SubUnit = subUnit,
                Round = 1,
                State = ReportState.NotReported,
                IsLate = false,
                Revision = 0,
                SubmittedAt = null,
                Waiting = open,
            };
        }

        return new ReportStanding
        {
            SubUnit = subUnit,
            Round = report.Round,
            State = Enum.Parse<ReportState>(state.State),
            IsLate = state.Late,
            Revision = state.Revision,
            SubmittedAt = state.SubmittedAt,
            Waiting = open,
        };
    }
}

/// <summary>A sub-unit's report of one round with all its revisions.</summary>
internal sealed record ReportHistory(
    SubUnitReportSubject Report,
    StateRow? State,
    IReadOnlyList<ReportRevision> Revisions,
    IReadOnlyList<EvidenceRow> Evidence
);

/// <summary>What was handed in as a revision, and what became of it.</summary>
/// <param name="Decisions">Step and claim, in the order of the steps.</param>
internal sealed record ReportRevision(
    int Number,
    Submission? Submission,
    IReadOnlyList<(string Step, ClaimRow Claim)> Decisions
);

/// <summary>Reads the history of a sub-unit's report.</summary>
internal sealed class ReportHistories(OfficeStorage storage, BlobVault vault, EvidenceBook evidence)
{
    private static readonly string[] Steps =
    [
        ApprovalPolicy.Of(ApprovalKind.ReportSubmission).Step,
        ApprovalPolicy.Of(ApprovalKind.ReportApproval).Step,
        ApprovalPolicy.Of(ApprovalKind.ReportVerification).Step,
    ];

    public async Task<ReportHistory> ReadAsync(SubUnitReportSubject report, CancellationToken cancellation)
    {
        var partition = Keys.Partition(report);
        var state = await storage.Subjects.FindAsync<StateRow>(partition, RowKeys.State, cancellation);
        var claims = new List<(int Revision, string Step, ClaimRow Claim)>();
        await foreach (var row in storage.Subjects.UnderAsync<ClaimRow>(partition, "claim|", cancellation))
        {
            if (
                row.RowKey.Split('|') is [_, var step, var number]
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            )
            {
                claims.Add((revision, step, row));
            }
        }

        var revisions = new List<ReportRevision>();
        foreach (var group in claims.GroupBy(claim => claim.Revision).OrderBy(group => group.Key))
        {
            var hash = group.FirstOrDefault(claim => claim.Step == Steps[0]).Claim?.BodyHash;
            revisions.Add(
                new ReportRevision(
                    group.Key,
                    hash is null ? null : SakipJson.Read<Submission>(await vault.SnapshotAsync(hash, cancellation)),
                    [
                        .. group
                            .OrderBy(claim => Array.IndexOf(Steps, claim.Step))
                            .Select(claim => (claim.Step, claim.Claim)),
                    ]
                )
            );
        }

        return new ReportHistory(report, state, revisions, await evidence.OfAsync(report, cancellation));
    }
}
