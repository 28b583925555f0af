using Azure.Data.Tables;
using Sakip.AnnualCycle;
using Sakip.Collection;
using Sakip.Consistency;
using Sakip.Evaluation;
using Sakip.Functions.Access;
using Sakip.Functions.Approvals;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Home;

/// <summary>Puts the office's first page together from the tables.</summary>
internal sealed class DashboardReader(
    OfficeStorage storage,
    EvaluationRecords evaluations,
    FindingStore findings,
    QuarterBook quarters,
    DashboardBudget budget,
    TimeProvider clock
)
{
    private const int Shown = 10;

    /// <param name="page">Of the indicators.</param>
    /// <param name="isAll">Whether everything that waits is listed.</param>
    public async Task<DashboardView> OfAsync(
        OfficePlan plan,
        Caller caller,
        int page,
        bool isAll,
        CancellationToken cancellation
    )
    {
        var office = plan.Office;
        var url = $"/kantor/{office.Unit}/{office.Year}";
        var records = RecordsAsync(office, cancellation);
        var standings = StandingsAsync(plan, cancellation);
        var waiting = WaitingAsync(storage, office, cancellation);
        var found = findings.ShownOfYearAsync(office, cancellation);
        var timeline = Timeline(plan, await records, await waiting, await standings);
        var (evaluation, isYear) = await NewestAsync(await records, cancellation);
        var now = timeline.FirstOrDefault(step => step.Kind == TimelineState.Now);
        return new DashboardView
        {
            Timeline = timeline,
            Now = now is null
                ? "Siklus kinerja tahun ini telah selesai."
                : now.Sentence ?? $"{now.Name}: {Lower(now.State)}, {now.When}.",
            Waiting = Summary(plan, await waiting, [.. (await standings).SelectMany(one => one.Rounds)], caller, isAll),
            Indicators = DashboardIndicators.Of(plan, evaluation, isYear, page, url),
            Budget = await budget.OfAsync(plan, evaluation, url, cancellation),
            Findings = Findings(await found, url),
            BaseUrl = url,
            MyTasks = (await waiting).Count(row => row.Bearer == caller.Official),
        };
    }

    /// <summary>The same for machines: what is in no list of its own.</summary>
    public async Task<YearOverview> OverviewAsync(OfficePlan plan, CancellationToken cancellation)
    {
        var office = plan.Office;
        var records = await RecordsAsync(office, cancellation);
        var waiting = await WaitingAsync(storage, office, cancellation);
        var (evaluation, isYear) = await NewestAsync(records, cancellation);
        var url = $"/kantor/{office.Unit}/{office.Year}";
        var indicators = DashboardIndicators.Of(plan, evaluation, isYear, 1, url, int.MaxValue);
        return new YearOverview(
            Timeline(plan, records, waiting, await StandingsAsync(plan, cancellation)),
            waiting.Count,
            indicators.Period,
            indicators.Rows,
            DashboardBudget.Lines(plan, evaluation, url),
            Findings(await findings.ShownOfYearAsync(office, cancellation), url)
        );
    }

    public static Task<IReadOnlyList<WaitingRow>> WaitingAsync(
        OfficeStorage storage,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        return storage.Memory.ReadAsync("waiting", office, () => ReadWaitingAsync(storage, office), cancellation);
    }

    private static async Task<IReadOnlyList<WaitingRow>> ReadWaitingAsync(OfficeStorage storage, OfficeYear office)
    {
        var rows = new List<WaitingRow>();
        await foreach (var row in storage.WaitingIn(office, CancellationToken.None))
            rows.Add(row);
        return
        [
            .. rows.OrderBy(row => row.DueAt)
                .ThenBy(row => row.Since)
                .ThenBy(row => row.RowKey, StringComparer.Ordinal),
        ];
    }

    private async Task<IReadOnlyDictionary<string, RecordRow>> RecordsAsync(
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var records = new Dictionary<string, RecordRow>(StringComparer.Ordinal);
        await foreach (
            var row in storage.Years.QueryAsync<RecordRow>(
                TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Partition(office)}"),
                cancellationToken: cancellation
            )
        )
        {
            records[row.RowKey] = row;
        }

        return records;
    }

    private async Task<(YearEvaluation? Evaluation, bool IsYear)> NewestAsync(
        IReadOnlyDictionary<string, RecordRow> records,
        CancellationToken cancellation
    ) =>
        await evaluations.NewestAsync(records, cancellation) is var (period, evaluation)
            ? (evaluation, period == EvaluationRecords.Year)
            : (null, false);

    private async Task<IReadOnlyList<QuarterStanding>> StandingsAsync(
        OfficePlan plan,
        CancellationToken cancellation
    ) => await Task.WhenAll(Quarters.All.Select(quarter => quarters.ReadAsync(plan, quarter, cancellation)));

    private IReadOnlyList<TimelineStep> Timeline(
        OfficePlan plan,
        IReadOnlyDictionary<string, RecordRow> records,
        IReadOnlyList<WaitingRow> waiting,
        IReadOnlyList<QuarterStanding> standings
    ) => new DashboardTimeline(plan, records, waiting, standings, clock.GetUtcNow()).Steps();

    private WaitingSummary Summary(
        OfficePlan plan,
        IReadOnlyList<WaitingRow> rows,
        IReadOnlyList<RoundRow> rounds,
        Caller caller,
        bool isAll
    )
    {
        var names = plan.Officials.ToDictionary(official => official.Code, official => official.FullName());
        var now = clock.GetUtcNow();
        var url = $"/kantor/{plan.Unit.Code}/{plan.Year}";
        return new WaitingSummary(
            rows.Count,
            [
                .. rows.GroupBy(row => row.Kind)
                    .Select(group => new WaitingCount(
                        StepWords.Of(group.Key),
                        group.Count(),
                        PageWords.ShortDay(group.Min(row => row.Since))
                    )),
            ],
            [
                .. rows.Take(isAll ? rows.Count : Shown)
                    .Select(row => new WaitingLine
                    {
                        Step = StepWords.Of(row.Kind),
                        About = StepWords.About(Subject.Parse(row.Subject), plan, rounds),
                        Who = names.GetValueOrDefault(row.Bearer, row.Bearer),
                        Since = PageWords.ShortDay(row.Since),
                        Due = PageWords.ShortDay(row.DueAt),
                        IsLate = row.DueAt < now,
                        Url = row.Bearer == caller.Official ? WaitingLinks.TaskOf(url, row) : WaitingLinks.PageOf(row),
                    }),
            ],
            isAll || rows.Count <= Shown ? null : $"{url}?menunggu=semua#menunggu"
        );
    }

    private static FindingSummary Findings(IReadOnlyList<FindingRecord> records, string url)
    {
        int Open(FindingLevel level) =>
            records.Count(record =>
                record.Finding.Level == level && record.Status is FindingStatus.Open or FindingStatus.Rejected
            );
        return new FindingSummary(
            records.Count(record => record.Blocks),
            Open(FindingLevel.Warning),
            Open(FindingLevel.Info),
            records.Count(record => record.Status == FindingStatus.Explained),
            url + "/temuan"
        );
    }

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
