using Microsoft.Extensions.Time.Testing;
using Sakip.Agreements;
using Sakip.AnnualCycle;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Planning.YearChangeWorld;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>Changes within the year as they are recorded beside what others do to the plan.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class YearChangeDeskTests(EmulatedStorage emulated)
{
    private static readonly Actor Planner = new("p13", ActorRole.Planner);

    private readonly Quarters _quarters = new();

    [Fact]
    public async Task A_change_that_was_looked_at_on_another_version_is_a_conflict_and_takes_nothing_back()
    {
        var (office, desk, changes, plans) = await StartedAsync("dilihat");
        var looked = Named("Nama dari pratinjau") with { Version = 1 };
        await RenameAsync(desk, office);

        var result = await changes.ApplyAsync(office, looked, Planner, null!, Cancellation);

        Assert.True(result.IsConflict);
        Assert.Null((await plans.PlanAsync(office, Cancellation)).Changes);
        var again = await changes.ApplyAsync(office, looked with { Version = 2 }, Planner, null!, Cancellation);
        Assert.Equal((true, 3), (again.Applied, again.Version));
    }

    [Fact]
    public async Task What_is_sent_again_is_told_by_its_content_and_not_by_its_codes()
    {
        var (office, _, changes, _) = await StartedAsync("dua-kali");
        var call = Named("Nama pertama");
        Assert.True((await changes.ApplyAsync(office, call, Planner, null!, Cancellation)).Applied);

        var again = await changes.ApplyAsync(office, call, Planner, null!, Cancellation);
        var other = await changes.ApplyAsync(office, Named("Nama kedua"), Planner, null!, Cancellation);

        Assert.Equal((true, false), (again.Preview.IsRecorded, again.Applied));
        Assert.Equal((false, true), (other.Preview.IsRecorded, other.Applied));
        Assert.True((await changes.ApplyAsync(office, call, Planner, null!, Cancellation)).Preview.IsRecorded);
    }

    [Fact]
    public async Task Who_names_no_version_takes_nothing_back_either_when_another_was_first_by_a_moment()
    {
        var (office, desk, changes, plans) = await StartedAsync("sesaat");
        _quarters.BeforeRecording = () => RenameAsync(desk, office);

        var result = await changes.ApplyAsync(office, Named("Nama"), Planner, null!, Cancellation);

        Assert.True(result.IsConflict);
        Assert.Null((await plans.PlanAsync(office, Cancellation)).Changes);
    }

    [Fact]
    public async Task A_plan_that_another_changed_by_then_may_refuse_what_was_right_before()
    {
        var (office, desk, changes, plans) = await StartedAsync("belakangan");
        var other = Ended("PERGUB/13/2024");
        _quarters.BeforeRecording = () =>
            desk.ChangeAsync(
                office,
                plan => Applied(other, On("2024-07-10"), plan),
                Planner,
                "Lebih dahulu.",
                new PlanChangeSettings(IsRecorded: true),
                Cancellation
            );

        var result = await changes.ApplyAsync(office, Ended("PERGUB/12/2024"), Planner, null!, Cancellation);

        Assert.False(result.Applied);
        Assert.NotEmpty(result.Preview.Errors);
        Assert.Equal(
            ["PERGUB/13/2024"],
            (await plans.PlanAsync(office, Cancellation)).Changes!.Select(one => one.Basis.Decree)
        );
    }

    [Fact]
    public async Task A_text_that_no_page_could_show_is_refused()
    {
        var (office, _, changes, plans) = await StartedAsync("panjang");

        var preview = await changes.PreviewAsync(
            await plans.PlanAsync(office, Cancellation),
            Named(new string('a', TextLimits.Line + 1)),
            Cancellation
        );

        Assert.Contains(preview.Errors, error => error.Message.StartsWith("Terlalu panjang", StringComparison.Ordinal));
    }

    private static OrganisationCall Ended(string decree) =>
        new OrganisationCall { Ended = [new EndedSubUnit("perpustakaan", "tata-usaha")] }.Based("2024-07-01") with
        {
            Decree = decree,
        };

    private static StrategicCall Named(string name) =>
        new StrategicCall
        {
            StrategicPlan = Sample.Plan.StrategicPlan with
            {
                Goals =
                [
                    .. Sample.Plan.StrategicPlan.Goals.Select(
                        (goal, i) => i == 0 ? goal with { Statement = name } : goal
                    ),
                ],
            },
        }.Based("2024-07-01");

    private static Task<PlanChangeResult> RenameAsync(PlanDesk desk, OfficeYear office) =>
        desk.ChangeAsync(
            office,
            plan => plan with { Unit = plan.Unit with { Phone = "(0361) 111111" } },
            Planner,
            "Nomor telepon baru.",
            Cancellation
        );

    private async Task<(OfficeYear Office, PlanDesk Desk, YearChangeDesk Changes, PlanStore Plans)> StartedAsync(
        string unit
    )
    {
        var plan = Sample.Plan with { Unit = Sample.Plan.Unit with { Code = unit } };
        var plans = new PlanStore(emulated.Storage, emulated.Vault);
        var records = new AgreementRecords(emulated.Storage, emulated.Vault, emulated.Clock);
        var desk = new PlanDesk(plans, records, emulated.Vault, emulated.Dispatcher(), Sample.Checks, emulated.Clock);
        await desk.FirstAsync(plan, Planner, "Impor pertama.", Cancellation);
        var signedOn = new DateOnly(2024, 1, 10);
        var snapshot = AgreementDrafting.Draft(plan, revision: null, earlier: null, signedOn);
        var hash = await emulated.Vault.KeepSnapshotAsync(SakipJson.Bytes(snapshot), Cancellation);
        await records.PutInForceAsync(snapshot, new AgreementRecord(hash, hash, signedOn, []), Cancellation);
        var grounds = new ChangeGrounds(emulated.Storage, plans, records, _quarters, Clock);
        // No year runs that anything would follow in.
        var changes = new YearChangeDesk(emulated.Storage, plans, desk, grounds, followers: null!);
        return (plan.Office, desk, changes, plans);
    }

    private static FakeTimeProvider Clock => new(new DateTimeOffset(2024, 7, 10, 1, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>No quarter is locked. They are read for the preview, and once more just before the change is recorded.</summary>
    private sealed class Quarters : ILockedQuarters
    {
        private int _reads;

        public Func<Task>? BeforeRecording { get; set; }

        public async Task<IReadOnlyList<QuarterlyFigures>> ReadAsync(OfficeYear office, CancellationToken cancellation)
        {
            if (++_reads == 2 && BeforeRecording is { } act)
                await act();
            return [];
        }
    }
}
