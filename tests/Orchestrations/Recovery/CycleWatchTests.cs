using Azure.Data.Tables;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Moq;
using Sakip.Approvals;
using Sakip.Audit;
using Sakip.Kernel;
using Sakip.Recovery;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Approvals;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Recovery;

/// <summary>What does not go on by itself is told, and what does is not.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class CycleWatchTests(EmulatedStorage emulated)
{
    [Fact]
    public async Task A_year_whose_instances_all_wait_in_time_has_no_trouble()
    {
        var (office, watch) = await AskedAsync("awas-tenang");

        Assert.Empty((await watch.LookAsync(Year(office), Client(Cycle(office), Step(office)), Cancellation)).Troubles);
    }

    [Fact]
    public async Task A_year_without_its_cycle_is_told_once_its_start_has_had_its_time()
    {
        var (office, watch) = await AskedAsync("awas-siklus");
        var client = Client(Step(office));

        Assert.Equal(Trouble.CycleMissing, Assert.Single(await TroublesAsync(office, watch, client)).Kind);
        Assert.Empty((await watch.LookAsync(Year(office, office.Clock.GetUtcNow()), client, Cancellation)).Troubles);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    public async Task An_instance_that_failed_or_was_ended_is_told(OrchestrationRuntimeStatus status)
    {
        var (office, watch) = await AskedAsync($"awas-gagal-{(int)status}");
        var failed = Instance($"quarter:{office.Unit}:2024:q1", status);

        var trouble = Assert.Single(await TroublesAsync(office, watch, Client(Cycle(office), Step(office), failed)));

        Assert.Equal((Trouble.InstanceFailed, failed.InstanceId), (trouble.Kind, trouble.Instance));
    }

    [Fact]
    public async Task A_step_that_somebody_is_asked_for_and_no_instance_waits_for_is_told()
    {
        var (office, watch) = await AskedAsync("awas-langkah");

        var trouble = Assert.Single(await TroublesAsync(office, watch, Client(Cycle(office))));

        Assert.Equal((Trouble.StepWithoutInstance, StepId(office)), (trouble.Kind, trouble.Instance));
    }

    [Fact]
    public async Task A_decision_that_its_instance_has_not_heard_is_told_and_raised_again()
    {
        var (office, watch) = await AskedAsync("awas-putusan");
        await office.Storage.Subjects.UpsertEntityAsync(
            new ClaimRow
            {
                PartitionKey = Keys.Partition(office.Agreement),
                RowKey = RowKeys.Claim("check", 1),
                Decision = nameof(Decision.Approved),
                At = office.Clock.GetUtcNow() - CycleWatch.Patience - TimeSpan.FromMinutes(1),
            },
            TableUpdateMode.Replace,
            Cancellation
        );
        var client = new Mock<DurableTaskClient>("uji");
        Answer(client, Cycle(office), Step(office));

        var trouble = Assert.Single(await TroublesAsync(office, watch, client.Object));
        await CycleWatch.TellAgainAsync(trouble, client.Object, Cancellation);

        Assert.Equal((Trouble.DecisionNotHeard, StepId(office)), (trouble.Kind, trouble.Instance));
        client.Verify(
            one =>
                one.RaiseEventAsync(
                    StepId(office),
                    InstanceIds.Decided("check", 1),
                    It.IsAny<DecisionSignal>(),
                    Cancellation
                ),
            Times.Once
        );
    }

    [Fact]
    public async Task A_step_that_is_open_after_its_deadline_is_told()
    {
        var (office, watch) = await AskedAsync("awas-tenggat");
        office.Clock.Advance(TimeSpan.FromDays(60));

        var trouble = Assert.Single(await TroublesAsync(office, watch, Client(Cycle(office), Step(office))));

        Assert.Equal((Trouble.DeadlineMissed, StepId(office)), (trouble.Kind, trouble.Instance));
    }

    [Fact]
    public async Task A_chain_that_is_not_continued_is_told_since_the_oldest_entry_that_waits_for_it()
    {
        var (office, watch) = await AskedAsync("awas-rantai");
        await office.AuditAsync();
        var partition = Keys.Partition(new OfficeYear(office.Unit, 2024));
        var head = (await office.Storage.Audit.FindAsync<AuditRow>(partition, AuditChains.HeadKey, Cancellation))!;
        var forged = SakipJson.Read<SealedHead>(head.Entry) with { Hash = new string('0', 64) };
        head.Entry = SakipJson.Text(forged);
        await office.Storage.Audit.UpdateEntityAsync(head, head.ETag, TableUpdateMode.Replace, Cancellation);
        var waits = office.Clock.GetUtcNow() - TimeSpan.FromHours(5);
        await office.Storage.Intents.AddEntityAsync(
            new IntentRow
            {
                PartitionKey = partition,
                RowKey = "menunggu",
                Subject = office.Agreement.Dotted,
                At = waits,
            },
            Cancellation
        );

        var trouble = Assert.Single(await TroublesAsync(office, watch, Client(Cycle(office), Step(office))));

        Assert.Equal((Trouble.AuditRefused, waits), (trouble.Kind, trouble.Since));
        Assert.Equal(nameof(AuditFlaw.HeadForged), trouble.Standing!.Reason);
    }

    [Fact]
    public void Every_subject_that_an_instance_carries_and_every_step_about_it_is_the_years()
    {
        Subject[] subjects =
        [
            new CycleSubject(new OfficeYear("biro", 2024)),
            new AgreementSubject(new OfficeYear("biro", 2024), 1),
            new QuarterSubject(new OfficeYear("biro", 2024), Quarter.Q1),
            new SubUnitReportSubject(new OfficeYear("biro", 2024), Quarter.Q1, "tu", 1),
            new ReopeningSubject(new OfficeYear("biro", 2024), Quarter.Q1, 2),
            new AnnualReportSubject(new OfficeYear("biro", 2024), 1),
            new NarrativeSubject(new OfficeYear("biro", 2024), 1, "program-i"),
        ];

        Assert.All(
            subjects,
            subject =>
            {
                Assert.True(YearInstances.IsOf(subject.InstanceId, new OfficeYear("biro", 2024)));
                Assert.True(YearInstances.IsOf(InstanceIds.Approval(subject, "sign", 1), new OfficeYear("biro", 2024)));
                Assert.False(YearInstances.IsOf(subject.InstanceId, new OfficeYear("biro", 202)));
                Assert.False(YearInstances.IsOf(subject.InstanceId, new OfficeYear("bir", 2024)));
            }
        );
        Assert.True(
            YearInstances.IsOf(
                InstanceIds.Webhook(new OfficeYear("biro", 2024), "satu", 3, 1),
                new OfficeYear("biro", 2024)
            )
        );
        Assert.DoesNotContain(
            YearInstances.Prefixes(new OfficeYear("biro", 2024)),
            prefix => prefix.StartsWith("webhook", StringComparison.Ordinal)
        );
    }

    /// <summary>An office whose agreement waits to be checked, an hour after it was asked for.</summary>
    private async Task<(SmallOffice Office, CycleWatch Watch)> AskedAsync(string unit)
    {
        var office = await SmallOffice.OpenAsync(emulated, unit.ToLowerInvariant());
        await office.AskAsync(ApprovalKind.AgreementCheck);
        office.Clock.Advance(TimeSpan.FromHours(1));
        return (office, new CycleWatch(office.Storage, CorrectedYear.Carriers(office), office.Book, office.Clock));
    }

    private static async Task<IReadOnlyList<TroubleFound>> TroublesAsync(
        SmallOffice office,
        CycleWatch watch,
        DurableTaskClient client
    ) => (await watch.LookAsync(Year(office), client, Cancellation)).Troubles;

    private static OfficeYearRow Year(SmallOffice office, DateTimeOffset? started = null) =>
        new()
        {
            Unit = office.Unit,
            Year = 2024,
            State = OfficeYearState.Running,
            StartedAt = started ?? office.Clock.GetUtcNow().AddHours(-1),
        };

    private static string StepId(SmallOffice office) => InstanceIds.Approval(office.Agreement, "check", 1);

    private static OrchestrationMetadata Cycle(SmallOffice office) =>
        Instance(InstanceIds.Cycle(new OfficeYear(office.Unit, 2024)), OrchestrationRuntimeStatus.Running);

    private static OrchestrationMetadata Step(SmallOffice office) =>
        Instance(StepId(office), OrchestrationRuntimeStatus.Running);

    private static OrchestrationMetadata Instance(string id, OrchestrationRuntimeStatus status) =>
        new("Uji", id) { RuntimeStatus = status };

    private static DurableTaskClient Client(params OrchestrationMetadata[] instances)
    {
        var client = new Mock<DurableTaskClient>("uji");
        Answer(client, instances);
        return client.Object;
    }

    private static void Answer(Mock<DurableTaskClient> client, params OrchestrationMetadata[] instances) =>
        client
            .Setup(one => one.GetAllInstancesAsync(It.IsAny<OrchestrationQuery>()))
            .Returns(
                (OrchestrationQuery query) =>
                    Pageable.Create(
                        (_, _) =>
                            Task.FromResult(
                                new Page<OrchestrationMetadata>(
                                    [
                                        .. instances.Where(instance =>
                                            instance.InstanceId.StartsWith(
                                                query.InstanceIdPrefix!,
                                                StringComparison.Ordinal
                                            )
                                        ),
                                    ],
                                    null
                                )
                            )
                    )
            );
}
