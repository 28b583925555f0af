using Microsoft.DurableTask.Client;
using Moq;
using Sakip.Agreements;
using Sakip.Audit;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Recovery;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Storage;

namespace Sakip.Tests.Orchestrations.Planning;

[Collection(EmulatedStorage.Name)]
public sealed class PlanDeskTests(EmulatedStorage emulated)
{
    private static readonly Actor Planner = new("p13", ActorRole.Planner);

    [Fact]
    public async Task Every_version_is_kept_by_its_number_with_who_when_and_why()
    {
        var (desk, plans) = await StartedAsync("riwayat");

        var result = await desk.ChangeAsync(
            new OfficeYear("riwayat", 2024),
            Extended(5),
            Planner,
            "Libur daerah.",
            Cancellation
        );

        Assert.Equal((PlanChangeOutcome.Changed, 2), (result.Outcome, result.Version));
        var versions = await plans.VersionsAsync(new OfficeYear("riwayat", 2024), Cancellation);
        Assert.Equal([1, 2], versions.Select(version => version.Number));
        Assert.Equal(("p13", "Planner", "Libur daerah."), (versions[1].By, versions[1].Role, versions[1].Reason));
        Assert.Equal(emulated.Clock.GetUtcNow(), versions[1].At);
        Assert.Equal(
            Due(Sample.Plan).AddDays(5),
            Due(await plans.PlanAsync(new OfficeYear("riwayat", 2024), Cancellation))
        );
    }

    [Fact]
    public async Task A_change_that_breaks_a_rule_is_refused_with_its_path_and_nothing_is_kept()
    {
        var (desk, plans) = await StartedAsync("melanggar");

        var result = await desk.ChangeAsync(
            new OfficeYear("melanggar", 2024),
            plan => plan with { Windows = [.. plan.Windows.Skip(1)] },
            Planner,
            "Keliru.",
            Cancellation
        );

        Assert.Equal(PlanChangeOutcome.Refused, result.Outcome);
        Assert.Contains(result.Errors, error => error.Path == "$.windows");
        Assert.Single(await plans.VersionsAsync(new OfficeYear("melanggar", 2024), Cancellation));
    }

    [Fact]
    public async Task A_change_without_a_reason_is_refused()
    {
        var (desk, _) = await StartedAsync("alasan");

        var result = await desk.ChangeAsync(new OfficeYear("alasan", 2024), Extended(1), Planner, " ", Cancellation);

        Assert.Equal(PlanChangeOutcome.Refused, result.Outcome);
    }

    [Fact]
    public async Task Two_changes_at_once_both_stand_in_the_plan_that_results()
    {
        var (desk, plans) = await StartedAsync("serentak");
        Task<PlanChangeResult> Change(Func<OfficePlan, OfficePlan> change) =>
            desk.ChangeAsync(new OfficeYear("serentak", 2024), change, Planner, "Serentak.", Cancellation);

        var results = await Task.WhenAll(
            Change(Extended(3)),
            Change(plan => plan with { Unit = plan.Unit with { Phone = "(0361) 111111" } })
        );

        Assert.All(results, result => Assert.Equal(PlanChangeOutcome.Changed, result.Outcome));
        Assert.Equal([2, 3], results.Select(result => result.Version).Order());
        var plan = await plans.PlanAsync(new OfficeYear("serentak", 2024), Cancellation);
        Assert.Equal((Due(Sample.Plan).AddDays(3), "(0361) 111111"), (Due(plan), plan.Unit.Phone));
    }

    [Fact]
    public async Task A_change_made_for_another_version_than_the_one_in_force_is_a_conflict()
    {
        var (desk, _) = await StartedAsync("usang");
        await desk.ChangeAsync(new OfficeYear("usang", 2024), Extended(1), Planner, "Lebih dahulu.", Cancellation);

        var result = await desk.ChangeAsync(
            new OfficeYear("usang", 2024),
            Extended(2),
            Planner,
            "Berdasar versi 1.",
            new PlanChangeSettings(Base: 1),
            Cancellation
        );

        Assert.Equal((PlanChangeOutcome.Conflict, 2), (result.Outcome, result.Version));
    }

    [Fact]
    public async Task The_same_plan_again_makes_no_version()
    {
        var (desk, plans) = await StartedAsync("sama");

        var again = await desk.FirstAsync(Of("sama"), Planner, "Impor ulang.", Cancellation);
        var idle = await desk.ChangeAsync(
            new OfficeYear("sama", 2024),
            plan => plan,
            Planner,
            "Tidak ada.",
            Cancellation
        );

        Assert.Equal(PlanChangeOutcome.Unchanged, again.Outcome);
        Assert.Equal(PlanChangeOutcome.Unchanged, idle.Outcome);
        Assert.Single(await plans.VersionsAsync(new OfficeYear("sama", 2024), Cancellation));
    }

    [Fact]
    public async Task What_a_signed_agreement_rests_on_changes_only_by_a_budget_revision()
    {
        var (desk, plans) = await StartedAsync("berlaku");
        await SignAsync("berlaku");

        var result = await desk.ChangeAsync(
            new OfficeYear("berlaku", 2024),
            plan => plan with { Budget = plan.Budget with { Number = "DPA lain" } },
            Planner,
            "Diam-diam.",
            Cancellation
        );
        var revised = await desk.TryReviseBudgetAsync(
            new OfficeYear("berlaku", 2024),
            Sample.Revision,
            Planner,
            null,
            Cancellation
        );

        Assert.Equal("$.budget", Assert.Single(result.Errors).Path);
        Assert.True(revised);
        Assert.Equal(1, (await plans.LatestBudgetAsync(new OfficeYear("berlaku", 2024), Cancellation)).Sequence);
        Assert.Equal(
            "p13",
            Assert.Single(await plans.RevisionHistoryAsync(new OfficeYear("berlaku", 2024), Cancellation)).By
        );
    }

    [Fact]
    public async Task Another_revision_under_a_number_that_is_taken_is_not_kept()
    {
        var (desk, _) = await StartedAsync("nomor");
        await desk.TryReviseBudgetAsync(new OfficeYear("nomor", 2024), Sample.Revision, Planner, null, Cancellation);

        Assert.True(
            await desk.TryReviseBudgetAsync(new OfficeYear("nomor", 2024), Sample.Revision, Planner, null, Cancellation)
        );
        Assert.False(
            await desk.TryReviseBudgetAsync(
                new OfficeYear("nomor", 2024),
                Sample.Revision with
                {
                    Explanation = "Lain",
                },
                Planner,
                null,
                Cancellation
            )
        );
    }

    [Fact]
    public async Task The_revision_in_force_may_be_sent_again_as_it_is_and_no_other_under_its_number()
    {
        var (desk, plans) = await StartedAsync("ulang");
        await desk.TryReviseBudgetAsync(new OfficeYear("ulang", 2024), Sample.Revision, Planner, null, Cancellation);
        var plan = await plans.PlanAsync(new OfficeYear("ulang", 2024), Cancellation);

        var (same, before) = await plans.ReadRevisionAsync(plan, Bytes(Sample.RevisionJson), Cancellation);
        var (other, current) = await plans.ReadRevisionAsync(
            plan,
            Bytes(Sample.RevisionJson.Replace("\"explanation\": \"", "\"explanation\": \"Lain. ")),
            Cancellation
        );

        Assert.Equal(1, same.Value!.Budget.Sequence);
        Assert.Equal(0, before.Sequence);
        Assert.Equal("$.budget.sequence", Assert.Single(other.Errors).Path);
        Assert.Equal(1, current.Sequence);
    }

    private static byte[] Bytes(string json) => System.Text.Encoding.UTF8.GetBytes(json);

    [Fact]
    public async Task Each_change_leads_to_an_entry_on_the_audit_chain_also_when_its_process_died_after_the_commit()
    {
        var (desk, _) = await StartedAsync("audit");
        await desk.ChangeAsync(new OfficeYear("audit", 2024), Extended(1), Planner, "Diperpanjang.", Cancellation);
        emulated.Clock.Advance(TimeSpan.FromMinutes(10));
        var book = new AuditBook(emulated.Storage, EmulatedStorage.Seal);

        await new RecordSweep(
            emulated.Storage,
            emulated.Dispatcher(),
            book,
            new Sakip.Webhooks.WebhookFeed(emulated.Storage, book, null!, emulated.Clock),
            emulated.Clock
        ).RunAsync(new OfficeYear("audit", 2024), new Mock<DurableTaskClient>("uji").Object, Cancellation);

        var entries = new List<AuditEntry>();
        await foreach (var entry in book.ReadAsync(new OfficeYear("audit", 2024), Cancellation))
            entries.Add(entry);
        Assert.Equal(["ImportPlan", "ChangePlan"], entries.Select(entry => entry.Intent.Action));
        Assert.Equal("plan:audit:2024", entries[1].Intent.Entity);
        Assert.Equal("Diperpanjang.", entries[1].Intent.Note);
    }

    private async Task<(PlanDesk Desk, PlanStore Plans)> StartedAsync(string unit)
    {
        var plans = new PlanStore(emulated.Storage, emulated.Vault);
        var desk = new PlanDesk(
            plans,
            new AgreementRecords(emulated.Storage, emulated.Vault, emulated.Clock),
            emulated.Vault,
            emulated.Dispatcher(),
            Sample.Checks,
            emulated.Clock
        );
        var first = await desk.FirstAsync(Of(unit), Planner, "Impor pertama.", Cancellation);
        Assert.Equal((PlanChangeOutcome.Changed, 1), (first.Outcome, first.Version));
        return (desk, plans);
    }

    private async Task SignAsync(string unit)
    {
        var signedOn = new DateOnly(2024, 1, 10);
        var snapshot = AgreementDrafting.Draft(Of(unit), revision: null, earlier: null, signedOn);
        var hash = await emulated.Vault.KeepSnapshotAsync(SakipJson.Bytes(snapshot), Cancellation);
        await new AgreementRecords(emulated.Storage, emulated.Vault, emulated.Clock).PutInForceAsync(
            snapshot,
            new AgreementRecord(hash, hash, signedOn, []),
            Cancellation
        );
    }

    private static OfficePlan Of(string unit) => Sample.Plan with { Unit = Sample.Plan.Unit with { Code = unit } };

    private static Func<OfficePlan, OfficePlan> Extended(int days) =>
        plan =>
            plan with
            {
                Windows =
                [
                    .. plan.Windows.Select(window =>
                        window.Quarter == Quarter.Q4 ? window with { Due = window.Due.AddDays(days) } : window
                    ),
                ],
            };

    private static DateOnly Due(OfficePlan plan) => plan.Windows.Single(window => window.Quarter == Quarter.Q4).Due;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
