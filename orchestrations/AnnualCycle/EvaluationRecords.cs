using Azure.Data.Tables;
using Sakip.Agreements;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.AnnualCycle;

/// <summary>Evaluations of the year and its quarters, and what they are made from.</summary>
internal sealed class EvaluationRecords(
    OfficeStorage storage,
    BlobVault vault,
    PlanStore plans,
    AgreementRecords agreements,
    ILockedQuarters quarters,
    TimeProvider clock
)
{
    public const string Year = "year";

    /// <summary>Periods from the latest evaluation on.</summary>
    public static IReadOnlyList<string> LatestFirst { get; } = [Year, "q4", "q3", "q2", "q1"];

    public async Task<bool> HasAgreementAsync(OfficeYear office, CancellationToken cancellation) =>
        (await agreements.ReadAsync(office, cancellation)).Count > 0;

    public async Task<EvaluationInput> InputAsync(OfficeYear office, CancellationToken cancellation)
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var signed = await agreements.ReadAsync(office, cancellation);
        var inForce = signed[^1].Snapshot.Terms;
        var budget = await plans.BudgetInForceAsync(plan, inForce.BudgetSequence, cancellation);
        return new EvaluationInput(plan, inForce, budget, await quarters.ReadAsync(office, cancellation))
        {
            FormerTargets = FormerTargets.Of([.. signed.Select(one => one.Snapshot)]),
        };
    }

    /// <summary>What a quarter is evaluated from: the year's input with the same quarter of last year, where it was kept.</summary>
    public async Task<EvaluationInput> WithSameQuarterAsync(
        EvaluationInput input,
        Quarter quarter,
        CancellationToken cancellation
    )
    {
        var before = input.Plan.Office with { Year = input.Plan.Year - 1 };
        return quarter == Quarter.Q4 || await EvaluationAsync(before, quarter.Code(), cancellation) is not { } kept
            ? input
            : input with
            {
                SameQuarter =
                [
                    .. kept.Indicators.Select(one =>
                    {
                        var own = one.Quarters.FirstOrDefault(result => result.Quarter == quarter);
                        return new PastQuarter(one.Code, own?.Target, own?.Realisation);
                    }),
                ],
            };
    }

    /// <param name="period">"q1" to "q4", or <see cref="Year"/>.</param>
    public async Task<string> KeepAsync(
        OfficeYear office,
        string period,
        YearEvaluation evaluation,
        CancellationToken cancellation
    )
    {
        var hash = await vault.KeepSnapshotAsync(
            System.Text.Encoding.UTF8.GetBytes(CanonicalJson.Serialize(evaluation)),
            cancellation
        );
        await storage.Years.UpsertEntityAsync(
            new RecordRow
            {
                PartitionKey = Keys.Partition(office),
                RowKey = Key(period),
                Kind = "evaluation",
                Hash = hash,
                At = clock.GetUtcNow(),
            },
            TableUpdateMode.Replace,
            cancellation
        );
        return hash;
    }

    public async Task<bool> IsKeptAsync(OfficeYear office, string period, CancellationToken cancellation) =>
        await KeptAtAsync(office, period, cancellation) is not null;

    /// <summary>When the period was evaluated last; null where it never was.</summary>
    public async Task<DateTimeOffset?> KeptAtAsync(OfficeYear office, string period, CancellationToken cancellation) =>
        (await storage.Years.FindAsync<RecordRow>(Keys.Partition(office), Key(period), cancellation))?.At;

    /// <summary>The evaluation's JSON as kept; null where there is none.</summary>
    public async Task<byte[]?> ReadAsync(OfficeYear office, string period, CancellationToken cancellation)
    {
        var row = await storage.Years.FindAsync<RecordRow>(Keys.Partition(office), Key(period), cancellation);
        return row is null ? null : await vault.SnapshotAsync(row.Hash, cancellation);
    }

    /// <summary>The evaluation as kept; null where there is none.</summary>
    public async Task<YearEvaluation?> EvaluationAsync(OfficeYear office, string period, CancellationToken cancellation)
    {
        var row = await storage.Years.FindAsync<RecordRow>(Keys.Partition(office), Key(period), cancellation);
        return row is null ? null : await EvaluationAsync(row, cancellation);
    }

    /// <summary>The latest evaluation among a year's rows by their keys; null where there is none.</summary>
    public async Task<(string Period, YearEvaluation Evaluation)?> NewestAsync(
        IReadOnlyDictionary<string, RecordRow> rows,
        CancellationToken cancellation
    )
    {
        foreach (var period in LatestFirst)
        {
            if (rows.TryGetValue(Key(period), out var row))
                return (period, await EvaluationAsync(row, cancellation));
        }

        return null;
    }

    private Task<YearEvaluation> EvaluationAsync(RecordRow row, CancellationToken cancellation) =>
        vault.SnapshotAsync(
            row.Hash,
            json => CanonicalJson.Deserialize<YearEvaluation>(System.Text.Encoding.UTF8.GetString(json)),
            cancellation
        );

    private static string Key(string period) => "evaluation|" + period;
}
