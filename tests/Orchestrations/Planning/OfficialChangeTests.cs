using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Planning;
using static Sakip.Tests.Orchestrations.Planning.YearChangeWorld;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>An official leaves within the year, and others take over.</summary>
public sealed class OfficialChangeTests
{
    private static readonly OfficialCall Died = new OfficialCall
    {
        Official = "p05",
        Event = OfficialEvent.Died,
        Successors = [new PostSuccessor("kabag-tata", "p03", Tenure.Plt)],
    }.Based("2024-08-05");

    [Fact]
    public void The_successor_bears_the_steps_of_the_post_from_the_day_on()
    {
        var plan = Applied(Died, On("2024-08-06"));

        Assert.Equal("p05", Head(plan, "2024-08-04"));
        Assert.Equal("p03", Head(plan, "2024-08-05"));
        Assert.Equal([], PlanRules.Check(plan, Sample.Checks));
    }

    [Fact]
    public void A_post_without_a_successor_is_vacant_and_may_be()
    {
        var plan = Applied(Died with { Successors = null }, On("2024-08-06"));

        Assert.Null(new OfficeDirectory(plan).HolderOf("kabag-tata", Day("2024-10-01")));
        Assert.Equal([], PlanRules.Check(plan, Sample.Checks));
    }

    [Fact]
    public void Whoever_is_suspended_comes_back_where_the_end_is_known()
    {
        var plan = Applied(Died with { Event = OfficialEvent.Suspended, Until = Day("2024-09-30") }, On("2024-08-06"));

        Assert.Equal("p03", Head(plan, "2024-09-30"));
        Assert.Equal("p05", Head(plan, "2024-10-01"));
    }

    [Fact]
    public void Another_last_day_is_another_change()
    {
        var call = Died with { Event = OfficialEvent.Suspended, Until = Day("2024-09-30") };
        var ground = On("2024-08-06");
        var plan = Applied(call, ground);

        Assert.True(call.IsRecordedIn(plan, ground));
        Assert.False((call with { Until = Day("2024-10-31") }).IsRecordedIn(plan, ground));
    }

    [Fact]
    public void A_role_passes_on_and_with_it_the_steps_of_the_role()
    {
        var call = new OfficialCall
        {
            Official = "p10",
            Event = OfficialEvent.Moved,
            Roles = [new RoleAssignment(OfficeRole.Operator, "p18", "tatalaksana")],
        }.Based("2024-08-05");
        var plan = Applied(call, On("2024-08-06"));

        Assert.Equal(
            "p18",
            Bearers.Now(plan, ApprovalKind.ReportSubmission, "tatalaksana", Day("2024-08-06"), [], "p10")?.Code
        );
        Assert.NotEqual([], PlanRules.Check(Applied(call with { Roles = null }, On("2024-08-06")), Sample.Checks));
    }

    [Fact]
    public void What_the_official_still_signed_keeps_the_change_from_being_dated_before_it()
    {
        var ground = On("2024-08-20") with
        {
            Given = [new GivenDecision("p05", Day("2024-08-10"), "laporan triwulan II", "triwulan/2/tatalaksana")],
        };
        var error = Assert.Single(Errors(Died, ground));

        Assert.Contains("11 Agustus 2024", error.Message, StringComparison.Ordinal);
        Assert.Contains("/triwulan/2/tatalaksana", error.Message, StringComparison.Ordinal);
        Assert.Equal([], Errors(Died with { From = Day("2024-08-11") }, ground));
    }

    [Fact]
    public void Whoever_still_has_roles_leaves_on_the_day_itself_or_passes_them_on_first()
    {
        var call = new OfficialCall
        {
            Official = "p10",
            Event = OfficialEvent.Suspended,
            Until = Day("2024-09-30"),
            Roles = [new RoleAssignment(OfficeRole.Operator, "p18", "tatalaksana")],
        }.Based("2024-08-05");

        var errors = Errors(call, On("2024-08-01"));

        Assert.Equal(["$.from", "$.until"], errors.Select(error => error.Path));
        Assert.All(
            errors,
            error =>
                Assert.Contains(
                    "/kantor/biro-organisasi/2024/pengaturan/peran",
                    error.Message,
                    StringComparison.Ordinal
                )
        );
        Assert.Contains("5 Agustus 2024", errors[0].Message, StringComparison.Ordinal);
        Assert.Equal([], Errors(call with { Until = null }, On("2024-08-05")));
    }

    [Fact]
    public void While_only_the_report_is_corrected_no_new_agreement_is_announced()
    {
        var head = new OfficialCall { Official = "p01", Event = OfficialEvent.Died }.Based("2024-08-05");

        IEnumerable<string> Said(ChangeGround ground) =>
            ChangeEffects
                .Of(Sample.Plan, Applied(head, ground), ground, [])
                .Where(effect => effect.On == EffectOn.Agreement)
                .Select(effect => effect.Text);

        Assert.Contains("disusun", Assert.Single(Said(On("2024-08-06"))), StringComparison.Ordinal);
        Assert.Contains(
            "hanya laporan tahunannya",
            Assert.Single(Said(On("2024-08-06") with { HasCycle = false })),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_post_that_another_office_fills_is_changed_there_and_stays_here()
    {
        var ground = On("2024-08-06") with
        {
            FilledElsewhere = new Dictionary<string, SharedPost> { ["asisten"] = new("dinas-induk", "kepala-dinas") },
        };
        var call = new OfficialCall
        {
            Official = "p02",
            Event = OfficialEvent.Retired,
            Successors = [new PostSuccessor("asisten", "p03", Tenure.Plt)],
        }.Based("2024-08-05");

        Assert.All(
            Errors(call, ground),
            error =>
                Assert.Contains("/kantor/dinas-induk/2024/perubahan/pejabat", error.Message, StringComparison.Ordinal)
        );
        Assert.Equal(
            ["$.official", "$.successors[0].post"],
            Errors(call, ground).Select(error => error.Path).Order(StringComparer.Ordinal)
        );
        var both = Sample.Plan with
        {
            Appointments =
            [
                .. Sample.Plan.Appointments.Where(one => one.Post != "asisten"),
                new Appointment("p05", "asisten", Tenure.Plt, Day("2024-01-02")),
            ],
        };
        var plan = Applied(Died, ground, both);
        Assert.Equal(["kabag-tata"], plan.Changes![^1].Official!.Posts);
        Assert.Equal("p05", new OfficeDirectory(plan).HolderOf("asisten", Day("2024-08-06"))?.Official.Code);
    }

    [Fact]
    public void Until_the_report_is_published_the_day_may_lie_after_the_years_end_and_not_after_today()
    {
        var ground = On("2025-02-03") with { LastLocked = Quarter.Q4 };

        Assert.Equal("p03", Head(Applied(Died with { From = Day("2025-02-03") }, ground), "2025-02-03"));
        Assert.Contains(
            "3 Februari 2025",
            Assert.Single(Errors(Died with { Event = OfficialEvent.Moved, From = Day("2025-02-10") }, ground)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal("$.from", Assert.Single(Errors(Died with { From = Day("2023-12-31") }, ground)).Path);
    }

    [Fact]
    public void A_locked_quarter_asks_for_no_false_day_of_whoever_left_in_it()
    {
        var ground = On("2024-07-30") with { LastLocked = Quarter.Q2 };

        Assert.Equal("p03", Head(Applied(Died with { From = Day("2024-06-20") }, ground), "2024-06-20"));
    }

    private static string? Head(OfficePlan plan, string day) =>
        new OfficeDirectory(plan).HolderOf("kabag-tata", Day(day))?.Official.Code;
}
