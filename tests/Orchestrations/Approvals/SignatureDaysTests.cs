using Sakip.Approvals;
using Sakip.Calendar;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Approvals;

/// <summary>What the plan sets is what people get.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class SignatureDaysTests(EmulatedStorage emulated)
{
    [Theory]
    [InlineData("hari-lima", 5)]
    [InlineData("hari-dua", 2)]
    [InlineData("hari-banyak", 15)]
    public async Task Each_party_has_as_many_working_days_to_sign_as_the_plan_says(string unit, int days)
    {
        var office = await OpenAsync(
            emulated,
            unit,
            plan => plan with { Agreement = plan.Agreement with { SignatureDays = days } }
        );
        var opened = OfficeZone.Wita.DateAt(office.Clock.GetUtcNow());
        var plan = await office.Plans.PlanAsync(new OfficeYear(unit, 2024), Cancellation);

        await office.AskAsync(ApprovalKind.FirstPartySignature);

        var row = await office.Storage.Subjects.FindAsync<ApprovalRow>(
            Keys.Partition(office.Agreement),
            RowKeys.Approval("first-party", 1),
            Cancellation
        );
        Assert.Equal(new WorkCalendar(plan.Holidays).Add(opened, days), OfficeZone.Wita.DateAt(row!.DueAt));
    }

    [Fact]
    public async Task A_change_by_another_process_is_seen_by_the_very_next_reader()
    {
        var office = await OpenAsync(emulated, "dua-proses");
        var other = new PlanStore(emulated.Storage, new BlobVault(emulated.Storage));
        Assert.Equal(
            10,
            (await other.PlanAsync(new OfficeYear("dua-proses", 2024), Cancellation)).Agreement.SignatureDays
        );

        var changed = await office.PlanDesk.ChangeAsync(
            new OfficeYear("dua-proses", 2024),
            plan => plan with { Agreement = plan.Agreement with { SignatureDays = 7 } },
            Actor.System,
            "Diubah.",
            Cancellation
        );

        Assert.True(changed.Stands, string.Join("; ", changed.Errors));
        Assert.Equal(
            7,
            (await other.PlanAsync(new OfficeYear("dua-proses", 2024), Cancellation)).Agreement.SignatureDays
        );
    }

    [Fact]
    public async Task A_realisation_for_a_locked_quarter_is_refused_with_the_way_out()
    {
        var office = await OpenAsync(emulated, "terkunci");
        var quarter = new QuarterSubject(new OfficeYear("terkunci", 2024), Quarter.Q1);
        var realisations = new BudgetRealisations(emulated.Storage, emulated.Vault, office.Dispatcher, office.Clock);
        Assert.Null(await realisations.RefusalAsync(new OfficeYear("terkunci", 2024), Quarter.Q1, Cancellation));

        await emulated.Storage.Subjects.AddEntityAsync(
            new StateRow
            {
                PartitionKey = Keys.Partition(quarter),
                RowKey = RowKeys.State,
                State = nameof(Sakip.Collection.QuarterState.Closed),
            },
            Cancellation
        );

        Assert.Contains(
            "pembukaan kembali",
            await realisations.RefusalAsync(new OfficeYear("terkunci", 2024), Quarter.Q1, Cancellation),
            StringComparison.Ordinal
        );
        Assert.Null(await realisations.RefusalAsync(new OfficeYear("terkunci", 2024), Quarter.Q2, Cancellation));
    }
}
