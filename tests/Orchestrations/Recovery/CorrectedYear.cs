using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Moq;
using Sakip.AnnualCycle;
using Sakip.Kernel;
using Sakip.Recovery;
using Sakip.Reporting;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Approvals;
using Sakip.Tests.Orchestrations.Collection;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Recovery;

/// <summary>
/// A year whose report is published as version 1 and being corrected since an hour; a text is waited for.
/// </summary>
internal sealed class CorrectedYear
{
    private readonly SmallOffice _office;
    private readonly List<OrchestrationMetadata> _instances = [];

    private CorrectedYear(SmallOffice office)
    {
        _office = office;
        Watch = new CycleWatch(office.Storage, Carriers(office), office.Book, office.Clock);
        Rebuild = new CycleRebuild(Cycles(office), Carriers(office), ReopeningsTests.Of(office), office.Clock);
        Client
            .Setup(one => one.GetAllInstancesAsync(It.IsAny<OrchestrationQuery>()))
            .Returns(
                (OrchestrationQuery query) =>
                    Pageable.Create(
                        (_, _) =>
                            Task.FromResult(
                                new Page<OrchestrationMetadata>(
                                    [
                                        .. _instances.Where(one =>
                                            one.InstanceId.StartsWith(query.InstanceIdPrefix!, StringComparison.Ordinal)
                                        ),
                                    ],
                                    null
                                )
                            )
                    )
            );
        Client
            .Setup(one => one.GetInstanceAsync(It.IsAny<string>(), It.IsAny<bool>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string id, bool _, CancellationToken _) => _instances.Find(one => one.InstanceId == id));
        Client
            .Setup(one =>
                one.TerminateInstanceAsync(
                    It.IsAny<string>(),
                    It.IsAny<TerminateInstanceOptions>(),
                    It.IsAny<CancellationToken>()
                )
            )
            .Callback(
                (string id, TerminateInstanceOptions _, CancellationToken _) =>
                    Put(id, OrchestrationRuntimeStatus.Terminated)
            )
            .Returns(Task.CompletedTask);
        Client
            .Setup(one =>
                one.PurgeInstanceAsync(
                    It.IsAny<string>(),
                    It.IsAny<PurgeInstanceOptions>(),
                    It.IsAny<CancellationToken>()
                )
            )
            .Callback((string id, PurgeInstanceOptions _, CancellationToken _) => Forget(id))
            .ReturnsAsync(new PurgeResult(1));
        Client
            .Setup(one =>
                one.ScheduleNewOrchestrationInstanceAsync(
                    It.IsAny<TaskName>(),
                    It.IsAny<object>(),
                    It.IsAny<StartOrchestrationOptions>(),
                    It.IsAny<CancellationToken>()
                )
            )
            .Callback(
                (TaskName _, object _, StartOrchestrationOptions options, CancellationToken _) =>
                {
                    Started.Add(options.InstanceId!);
                    Put(options.InstanceId!, OrchestrationRuntimeStatus.Running);
                }
            )
            .ReturnsAsync(
                (TaskName _, object _, StartOrchestrationOptions options, CancellationToken _) => options.InstanceId!
            );
    }

    public CycleWatch Watch { get; }

    public ClosedYears Closed => new(_office.Storage, _office.Sweep, Carriers(_office), Rebuild, _office.Clock);

    public CycleRebuild Rebuild { get; }

    // Shorter calls come down to the ones that are set up.
    public Mock<DurableTaskClient> Client { get; } = new("uji") { CallBase = true };

    /// <summary>Instances that were started, in their order.</summary>
    public List<string> Started { get; } = [];

    /// <summary>Instances that there are, whatever their state.</summary>
    public IEnumerable<string> Instances => _instances.Select(one => one.InstanceId).Order(StringComparer.Ordinal);

    public string Unit => _office.Unit;

    public string Cycle => InstanceIds.Cycle(new OfficeYear(Unit, 2024));

    public string Assembly => new AnnualReportSubject(new OfficeYear(Unit, 2024), 2).InstanceId;

    public string Step =>
        InstanceIds.Approval(new NarrativeSubject(new OfficeYear(Unit, 2024), 2, "saran"), "write", 1);

    public static async Task<CorrectedYear> OpenAsync(
        EmulatedStorage emulated,
        string unit,
        OfficeYearState state = OfficeYearState.Correcting
    )
    {
        var office = await SmallOffice.OpenAsync(emulated, unit);
        await office.Storage.Years.AddEntityAsync(
            new OfficeYearRow
            {
                PartitionKey = OfficeYearRow.Partition,
                RowKey = Keys.Partition(new OfficeYear(unit, 2024)),
                Unit = unit,
                Year = 2024,
                State = state,
                StartedAt = office.Clock.GetUtcNow(),
            },
            Cancellation
        );
        var year = new CorrectedYear(office);
        await year.PublishAsync(1);
        await year.AskAsync(2);
        await office.AskAsync(
            Sakip.Approvals.ApprovalKind.Narrative,
            new NarrativeSubject(new OfficeYear(unit, 2024), 2, "saran")
        );
        office.Clock.Advance(TimeSpan.FromHours(1));
        return year;
    }

    public static YearCarriers Carriers(SmallOffice office)
    {
        var records = new ReportRecords(office.Storage, office.Clock);
        return new YearCarriers(
            new ReportVersions(
                office.Plans,
                records,
                new ReportCorrections(office.Storage, office.Vault, records),
                Cycles(office),
                office.Dispatcher,
                office.Clock
            )
        );
    }

    public void Put(string id, OrchestrationRuntimeStatus status)
    {
        Forget(id);
        _instances.Add(new OrchestrationMetadata("Uji", id) { RuntimeStatus = status });
    }

    public async Task<OfficeYearRow> RowAsync() =>
        (await Cycles(_office).FindAsync(new OfficeYear(Unit, 2024), Cancellation))!;

    public async Task<IReadOnlyList<TroubleFound>> TroublesAsync() =>
        (await Watch.LookAsync(await RowAsync(), Client.Object, Cancellation)).Troubles;

    /// <summary>A later request of the planner.</summary>
    public async Task AskAsync(int version)
    {
        var request = new CorrectionRequest(
            version,
            "Saran kurang lengkap.",
            "p13",
            "Perencana",
            _office.Clock.GetUtcNow(),
            ["saran"]
        );
        var row = ReportCorrections.Row(request);
        row.PartitionKey = Keys.Partition(new AnnualReportSubject(new OfficeYear(Unit, 2024), version));
        row.RowKey = ReportCorrections.Key;
        await _office.Storage.Subjects.AddEntityAsync(row, Cancellation);
    }

    /// <summary>Asks for the erasure of whoever is waited for.</summary>
    public async Task<ErasureResult> EraseBearerAsync()
    {
        var waiting = Assert.Single(await _office.Storage.WaitingAsync(new OfficeYear(Unit, 2024), Cancellation));
        var erasure = new ContactErasure(
            _office.Storage,
            _office.Vault,
            new Ledger(_office.Storage),
            _office.Book,
            _office.Clock
        );
        return await erasure.EraseAsync(
            Unit,
            waiting.Bearer,
            new Actor("operator", ActorRole.Administrator),
            Cancellation
        );
    }

    public Task<ReportRecord> PublishAsync(int version) =>
        new ReportRecords(_office.Storage, _office.Clock).PublishAsync(
            new ReportAssemblyInput(Unit, 2024, version),
            new ReportRecord("sidik", "sidik", new DateOnly(2025, 1, 6), []),
            Cancellation
        );

    private void Forget(string id) => _instances.RemoveAll(one => one.InstanceId == id);

    private static CycleDesk Cycles(SmallOffice office) =>
        new(office.Storage, office.PlanDesk, office.Orders, office.Clock);
}
