using Azure.Data.Tables;
using Sakip.AnnualCycle;
using Sakip.Collection;
using Sakip.Consistency;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Approvals;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Collection;

/// <summary>
/// A quarter that is built again tries its lock anew, from the first attempt on. What was held up and answered is not
/// tried again, and what was accepted since is locked.
/// </summary>
[Collection(EmulatedStorage.Name)]
public sealed class CloseAgainTests(EmulatedStorage emulated)
{
    [Fact]
    public async Task An_attempt_whose_recheck_was_asked_for_is_answered_and_changes_nothing()
    {
        var office = await OpenAsync(emulated, "sudah-dijawab");
        await HoldUpAsync(office, attempt: 1);
        await PutAsync(office, new RecheckRow { NextRound = 2 }, QuarterKeys.Recheck(1, 1));

        var outcome = await CloseAsync(office, attempt: 1);

        Assert.Equal((true, 3), (outcome.IsAnswered, outcome.Blockers));
        Assert.Equal(nameof(QuarterState.Blocked), (await StateAsync(office)).State);
    }

    [Fact]
    public async Task An_attempt_that_another_followed_is_answered()
    {
        var office = await OpenAsync(emulated, "sudah-disusul");
        await HoldUpAsync(office, attempt: 2);

        Assert.True((await CloseAsync(office, attempt: 1)).IsAnswered);
    }

    [Fact]
    public async Task An_attempt_whose_last_blocker_was_accepted_since_locks_the_quarter()
    {
        var office = await OpenAsync(emulated, "sudah-diterima");
        await HoldUpAsync(office, attempt: 1);

        var outcome = await CloseAsync(office, attempt: 1);
        var again = await CloseAsync(office, attempt: 1);

        Assert.Equal((false, 0), (outcome.IsAnswered, outcome.Blockers));
        Assert.Equal(outcome.FiguresHash, again.FiguresHash);
        Assert.Equal(nameof(QuarterState.Closed), (await StateAsync(office)).State);
    }

    private static Task<QuarterOutcome> CloseAsync(SmallOffice office, int attempt)
    {
        var locked = new QuarterRecords(office.Storage, office.Vault, office.Clock);
        var activities = new CollectionActivities(
            office.Storage,
            office.Plans,
            new WindowBook(office.Storage),
            new Obligations(office.Storage, office.Clock),
            new QuarterSources(
                office.Storage,
                office.Vault,
                office.Plans,
                office.Records,
                locked,
                new EvidenceBook(office.Storage),
                new BudgetRealisations(office.Storage, office.Vault, office.Dispatcher, office.Clock)
            ),
            locked,
            new FindingDesk(
                new FindingStore(office.Storage, office.Vault),
                office.Vault,
                office.Plans,
                office.Dispatcher,
                office.Clock
            ),
            office.Dispatcher,
            office.Clock
        );
        var quarter = new QuarterInput(office.Unit, 2024, Quarter.Q1);
        return activities.CloseQuarter(new QuarterClosing(quarter, [], Attempt: attempt), Cancellation);
    }

    // What a former instance left that found blockers.
    private static async Task HoldUpAsync(SmallOffice office, int attempt)
    {
        var subject = SubjectOf(office);
        var id = FormattableString.Invariant($"close:1:{attempt}");
        var progress = new QuarterProgress(subject.InstanceId, 1, attempt, Blockers: 3, "temuan", [], []);
        var change = new SubjectChange(subject, id, office.Clock.GetUtcNow())
            .By(Actor.System, AuditAction.HoldQuarter)
            .Set(
                new StateRow
                {
                    State = nameof(QuarterState.Blocked),
                    Revision = 1,
                    Body = SakipJson.Text(progress),
                }
            );
        Assert.Equal(CommitResult.Committed, await office.Dispatcher.CommitAsync(change, null, Cancellation));
    }

    private static async Task PutAsync(SmallOffice office, Row row, string key)
    {
        (row.PartitionKey, row.RowKey) = (Keys.Partition(SubjectOf(office)), key);
        await office.Storage.Subjects.UpsertEntityAsync((ITableEntity)row, TableUpdateMode.Replace, Cancellation);
    }

    private static async Task<StateRow> StateAsync(SmallOffice office) =>
        (
            await office.Storage.Subjects.FindAsync<StateRow>(
                Keys.Partition(SubjectOf(office)),
                RowKeys.State,
                Cancellation
            )
        )!;

    private static QuarterSubject SubjectOf(SmallOffice office) => new(new OfficeYear(office.Unit, 2024), Quarter.Q1);
}
