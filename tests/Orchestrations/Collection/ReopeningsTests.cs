using Microsoft.DurableTask;
using Moq;
using Sakip.AnnualCycle;
using Sakip.Collection;
using Sakip.Kernel;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Approvals;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Collection;

/// <summary>A reopening that has lost its instance is begun again, whatever it had come to; what is over stays so.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class ReopeningsTests(EmulatedStorage emulated)
{
    private const int Second = 2;

    [Fact]
    public async Task One_that_is_asked_for_begins_again() =>
        Assert.True(await StartsAsync("diminta", QuarterState.Closed, revision: 1, row => row.Opens = null));

    [Fact]
    public async Task One_that_was_refused_does_not() =>
        Assert.False(
            await StartsAsync(
                "ditolak",
                QuarterState.Closed,
                revision: 1,
                row => (row.Opens, row.IsDropped) = (null, true)
            )
        );

    [Fact]
    public async Task One_whose_sub_units_report_begins_again() =>
        Assert.True(await StartsAsync("melapor", QuarterState.Open, revision: 1));

    [Fact]
    public async Task One_that_a_finding_holds_up_begins_again() =>
        Assert.True(await StartsAsync("tertahan", QuarterState.Blocked, revision: Second));

    [Fact]
    public async Task One_that_was_locked_and_evaluated_is_over() =>
        Assert.False(await StartsAsync("kunci-dibuka", QuarterState.Closed, revision: Second, evaluatedAfter: 1));

    [Fact]
    public async Task One_that_was_locked_and_not_evaluated_again_begins_again() =>
        Assert.True(await StartsAsync("belum-dievaluasi", QuarterState.Closed, revision: Second, evaluatedAfter: -1));

    [Fact]
    public async Task A_round_that_a_recheck_asked_for_belongs_to_the_quarter_itself() =>
        Assert.False(
            await StartsAsync(
                "diperiksa-ulang",
                QuarterState.Blocked,
                revision: 1,
                recheck: new RecheckRow { NextRound = Second }
            )
        );

    [Fact]
    public async Task One_that_runs_is_left_alone()
    {
        var office = await OpenAsync(emulated, "berjalan");
        await WriteAsync(office, QuarterState.Open, revision: 1, _ => { }, recheck: null, evaluatedAfter: null);
        office
            .Client.Setup(one => one.GetInstanceAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string id, CancellationToken _) => new("Uji", id));

        Assert.Empty(await StartedAsync(office));
    }

    internal static Reopenings Of(SmallOffice office)
    {
        var locked = new QuarterRecords(office.Storage, office.Vault, office.Clock);
        var evaluations = new EvaluationRecords(
            office.Storage,
            office.Vault,
            office.Plans,
            office.Records,
            locked,
            office.Clock
        );
        return new Reopenings(office.Storage, locked, evaluations);
    }

    private async Task<bool> StartsAsync(
        string unit,
        QuarterState state,
        int revision,
        Action<RoundRow>? change = null,
        RecheckRow? recheck = null,
        int? evaluatedAfter = null
    )
    {
        var office = await OpenAsync(emulated, unit);
        await WriteAsync(office, state, revision, change ?? (_ => { }), recheck, evaluatedAfter);
        var started = await StartedAsync(office);
        Assert.All(started, id => Assert.Equal($"reopening:{unit}:2024:q2:r2", id));
        return started.Count == 1;
    }

    private static async Task<List<string>> StartedAsync(SmallOffice office)
    {
        var started = new List<string>();
        office
            .Client.Setup(one =>
                one.ScheduleNewOrchestrationInstanceAsync(
                    It.IsAny<TaskName>(),
                    It.IsAny<object>(),
                    It.IsAny<StartOrchestrationOptions>(),
                    It.IsAny<CancellationToken>()
                )
            )
            .Callback(
                (TaskName _, object _, StartOrchestrationOptions options, CancellationToken _) =>
                    started.Add(options.InstanceId!)
            )
            .ReturnsAsync("dimulai");
        var reopenings = Of(office);
        var year = new OfficeYear(office.Unit, 2024);
        await reopenings.StartMissingAsync(
            year,
            await reopenings.QuartersAsync(year, Cancellation),
            office.Client.Object,
            Cancellation
        );
        return started;
    }

    private static async Task WriteAsync(
        SmallOffice office,
        QuarterState state,
        int revision,
        Action<RoundRow> change,
        RecheckRow? recheck,
        int? evaluatedAfter
    )
    {
        var year = new OfficeYear(office.Unit, 2024);
        var partition = Keys.Partition(new QuarterSubject(year, Quarter.Q2));
        var round = new RoundRow { Round = Second, Opens = office.Clock.GetUtcNow() };
        change(round);
        (Row Row, string Key)[] rows =
        [
            (new StateRow { State = state.ToString(), Revision = revision }, RowKeys.State),
            (round, QuarterKeys.Round(Second)),
            .. recheck is null ? [] : new (Row, string)[] { (recheck, QuarterKeys.Recheck(1, 1)) },
        ];
        foreach (var (row, key) in rows)
        {
            (row.PartitionKey, row.RowKey) = (partition, key);
            await office.Storage.Subjects.AddEntityAsync(row, Cancellation);
        }

        if (evaluatedAfter is not { } hours)
            return;
        await KeepAsync(office, "figures|q2", TimeSpan.Zero);
        await KeepAsync(office, "evaluation|q2", TimeSpan.FromHours(hours));
    }

    private static async Task KeepAsync(SmallOffice office, string key, TimeSpan after) =>
        await office.Storage.Years.AddEntityAsync(
            new RecordRow
            {
                PartitionKey = Keys.Partition(new OfficeYear(office.Unit, 2024)),
                RowKey = key,
                At = office.Clock.GetUtcNow() + after,
            },
            Cancellation
        );
}
