using Azure.Core;
using Azure.Core.Pipeline;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Recovery;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Approvals;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Recovery;

/// <summary>Contacts are erased while somebody changes the plan: neither undoes the other.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class ErasureMeanwhileTests(EmulatedStorage emulated)
{
    private const string Erased = "p15";

    [Fact]
    public async Task A_plan_that_is_changed_while_contacts_are_erased_does_not_bring_them_back()
    {
        var meanwhile = new Meanwhile();
        var office = await OpenAsync("hapus-dahulu", SmallOffice.Counted(emulated, meanwhile));
        meanwhile.Act = () => EraseAsync(office, emulated.Storage);

        var changed = await ChangeAsync(office);

        Assert.Null(meanwhile.Act);
        Assert.Equal((PlanChangeOutcome.Changed, 2), (changed.Outcome, changed.Version));
        await AssertBothAsync(office);
    }

    [Fact]
    public async Task Contacts_that_are_erased_while_the_plan_is_changed_leave_the_change_in_force()
    {
        var meanwhile = new Meanwhile();
        var office = await OpenAsync("ubah-dahulu");
        meanwhile.Act = () => ChangeAsync(office);

        await EraseAsync(office, SmallOffice.Counted(emulated, meanwhile));

        Assert.Null(meanwhile.Act);
        await AssertBothAsync(office);
        var next = await office.PlanDesk.ChangeAsync(
            new OfficeYear(office.Unit, 2024),
            plan => plan with { Unit = plan.Unit with { City = "Singaraja" } },
            Actor.System,
            "Pindah.",
            Cancellation
        );
        Assert.Equal(3, next.Version);
    }

    private async Task<SmallOffice> OpenAsync(string unit, OfficeStorage? storage = null)
    {
        var office = await SmallOffice.OpenAsync(emulated, unit, storage: storage);
        await emulated.Storage.Years.AddEntityAsync(
            new OfficeYearRow
            {
                PartitionKey = OfficeYearRow.Partition,
                RowKey = Keys.Partition(new OfficeYear(unit, 2024)),
                Unit = unit,
                Year = 2024,
                State = OfficeYearState.Closed,
                StartedAt = office.Clock.GetUtcNow(),
            },
            Cancellation
        );
        return office;
    }

    private static Task<PlanChangeResult> ChangeAsync(SmallOffice office) =>
        office.PlanDesk.ChangeAsync(
            new OfficeYear(office.Unit, 2024),
            plan => plan with { Unit = plan.Unit with { Phone = "(0361) 123456" } },
            Actor.System,
            "Nomor telepon baru.",
            Cancellation
        );

    private async Task EraseAsync(SmallOffice office, OfficeStorage committed)
    {
        var erasure = new ContactErasure(
            emulated.Storage,
            office.Vault,
            new Ledger(committed),
            office.Book,
            office.Clock
        );
        var result = await erasure.EraseAsync(office.Unit, Erased, Actor.System, Cancellation);
        Assert.Equal([2024], result.Years);
    }

    private static async Task AssertBothAsync(SmallOffice office)
    {
        var (plan, version) = (await office.Plans.CurrentAsync(new OfficeYear(office.Unit, 2024), Cancellation))!.Value;
        Assert.Equal(2, version);
        Assert.Equal("(0361) 123456", plan.Unit.Phone);
        Assert.Equal(
            ContactErasure.AddressAfter(Erased),
            plan.Officials.Single(official => official.Code == Erased).Email
        );
    }

    /// <summary>Does something once, just before the next batch of rows is written.</summary>
    private sealed class Meanwhile : HttpPipelinePolicy
    {
        public Func<Task>? Act { get; set; }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            ProcessNext(message, pipeline);

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (Act is { } act && message.Request.Uri.Path.Contains("$batch", StringComparison.Ordinal))
            {
                Act = null;
                await act();
            }

            await ProcessNextAsync(message, pipeline);
        }
    }
}
