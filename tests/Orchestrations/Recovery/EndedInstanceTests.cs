using Grpc.Core;
using Microsoft.DurableTask.Client;
using Moq;
using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Reporting;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Approvals;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Recovery;

/// <summary>The host refuses calls of instances that have ended or never were; nothing that follows from a change is lost.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class EndedInstanceTests(EmulatedStorage emulated)
{
    [Theory]
    [InlineData(StatusCode.NotFound)]
    [InlineData(StatusCode.FailedPrecondition)]
    public async Task A_change_that_is_recovered_after_its_instance_has_ended_sends_its_letters_and_settles(
        StatusCode code
    )
    {
        var office = await SmallOffice.OpenAsync(emulated, $"usai-{(int)code}");
        await office.AskAsync(ApprovalKind.AgreementCheck);
        Refuse(office.Client, code);
        var change = Change(office);
        // A crash came between the commit and everything that follows from it.
        await new Ledger(office.Storage).CommitAsync(change, Cancellation);
        var before = office.Letters.Sent.Count;

        var entries = await office.AuditAsync();

        Assert.Equal(before + 1, office.Letters.Sent.Count);
        Assert.Contains(entries, entry => entry.Intent.Action == "Approved");
        Assert.Empty(await IntentsAsync(office));
    }

    [Fact]
    public async Task A_fault_of_the_host_itself_is_not_taken_for_an_end()
    {
        var office = await SmallOffice.OpenAsync(emulated, "usai-rusak");
        Refuse(office.Client, StatusCode.Unavailable);

        await Assert.ThrowsAsync<RpcException>(() =>
            office.Dispatcher.CommitAsync(Change(office), office.Client.Object, Cancellation)
        );
        Assert.NotEmpty(await IntentsAsync(office));
    }

    [Theory]
    [InlineData(StatusCode.NotFound)]
    [InlineData(StatusCode.FailedPrecondition)]
    public async Task An_instance_that_ends_by_itself_keeps_no_year_from_being_built_again(StatusCode code)
    {
        var client = new Mock<DurableTaskClient>("uji");
        client
            .Setup(one => one.TerminateInstanceAsync("selesai", It.IsAny<TerminateInstanceOptions>(), Cancellation))
            .ThrowsAsync(Refusal(code));
        client
            .Setup(one => one.TerminateInstanceAsync("selesai", It.IsAny<object?>(), Cancellation))
            .ThrowsAsync(Refusal(code));
        client
            .Setup(one => one.PurgeInstanceAsync("selesai", It.IsAny<PurgeInstanceOptions?>(), Cancellation))
            .ThrowsAsync(Refusal(code));
        client.Setup(one => one.PurgeInstanceAsync("selesai", Cancellation)).ThrowsAsync(Refusal(code));

        await client.Object.EndAsync("selesai", "dibangun kembali", Cancellation);
        await client.Object.RemoveAsync("selesai", Cancellation);
    }

    [Fact]
    public async Task A_recheck_waits_for_the_report_and_each_instance_of_it_is_told_once()
    {
        var office = await SmallOffice.OpenAsync(emulated, "usai-periksa");
        var rechecks = Rechecks(office);
        var report = new AnnualReportSubject(new OfficeYear(office.Unit, 2024), 1).InstanceId;

        await rechecks.AskAsync(
            new OfficeYear(office.Unit, 2024),
            1,
            new Actor("api", ActorRole.Planner),
            office.Client.Object,
            Cancellation
        );
        await rechecks.TellAgainAsync(new OfficeYear(office.Unit, 2024), office.Client.Object, Cancellation);
        Heard(office, report, times: 0);

        // The report begins; a sweep finds it, and the next one has nothing to say.
        await TellTwiceAsync(new DateTimeOffset(2025, 1, 6, 1, 0, 0, TimeSpan.Zero));
        Heard(office, report, times: 1);
        // The year is built again: another instance, which waits again from its first attempt on.
        await TellTwiceAsync(new DateTimeOffset(2025, 1, 9, 1, 0, 0, TimeSpan.Zero));
        Heard(office, report, times: 2);

        async Task TellTwiceAsync(DateTimeOffset made)
        {
            office
                .Client.Setup(one => one.GetInstanceAsync(report, It.IsAny<bool>(), Cancellation))
                .ReturnsAsync(new OrchestrationMetadata("ReportAssembly", report) { CreatedAt = made });
            office
                .Client.Setup(one => one.GetInstanceAsync(report, Cancellation))
                .ReturnsAsync(new OrchestrationMetadata("ReportAssembly", report) { CreatedAt = made });
            for (var sweep = 0; sweep < 2; sweep++)
                await rechecks.TellAgainAsync(new OfficeYear(office.Unit, 2024), office.Client.Object, Cancellation);
        }
    }

    private static void Heard(SmallOffice office, string instance, int times) =>
        office.Client.Verify(
            one => one.RaiseEventAsync(instance, InstanceIds.Recheck(1), It.IsAny<object?>(), Cancellation),
            Times.Exactly(times)
        );

    private static ReportRechecks Rechecks(SmallOffice office)
    {
        var records = new ReportRecords(office.Storage, office.Clock);
        var corrections = new ReportCorrections(office.Storage, office.Vault, records);
        var cycles = new CycleDesk(office.Storage, office.PlanDesk, office.Orders, office.Clock);
        var versions = new ReportVersions(office.Plans, records, corrections, cycles, office.Dispatcher, office.Clock);
        return new ReportRechecks(office.Storage, versions, records, office.Dispatcher, office.Clock);
    }

    private static SubjectChange Change(SmallOffice office) =>
        new SubjectChange(office.Agreement, "decide:check:1", office.Clock.GetUtcNow())
            .By(new Actor("p13", ActorRole.Checker), AuditAction.Approved)
            .Tell(MessageKind.AgreementSigned, "p13")
            .Raise(
                InstanceIds.Approval(office.Agreement, "check", 1),
                InstanceIds.Decided("check", 1),
                new DecisionSignal("check", 1)
            );

    private static async Task<List<IntentRow>> IntentsAsync(SmallOffice office)
    {
        var intents = new List<IntentRow>();
        await foreach (
            var intent in office.Storage.Intents.UnderAsync<IntentRow>(
                Keys.Partition(new OfficeYear(office.Unit, 2024)),
                Keys.Join(office.Agreement.Dotted, "decide"),
                Cancellation
            )
        )
        {
            intents.Add(intent);
        }

        return intents;
    }

    private static void Refuse(Mock<DurableTaskClient> client, StatusCode code) =>
        client
            .Setup(one =>
                one.RaiseEventAsync(
                    It.IsAny<string>(),
                    It.IsAny<string>(),
                    It.IsAny<object?>(),
                    It.IsAny<CancellationToken>()
                )
            )
            .ThrowsAsync(Refusal(code));

    private static RpcException Refusal(StatusCode code) => new(new Status(code, "usai"));
}
