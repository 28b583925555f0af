using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Planning;
using static Sakip.Tests.Orchestrations.Planning.YearChangeWorld;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>Sub-units begin, end and pass work on within the year.</summary>
public sealed class OrganisationChangeTests
{
    private static readonly OrganisationCall Dissolved = new OrganisationCall
    {
        Ended = [new EndedSubUnit("perpustakaan", "tata-usaha")],
    }.Based("2024-07-01");

    [Fact]
    public void A_carrier_moves_from_its_day_on_and_the_budget_stays_as_it_is()
    {
        var moves = PlannedMoves.Of(
            Sample.Plan.Budget,
            PlannedMoves.RevisionIn(SpendingFile.Case("s02-sotk-sebagai-perubahan-anggaran.json"))!.Budget
        );
        Assert.Equal(3, moves.Count);
        var plan = Applied(new OrganisationCall { Moves = moves }.Based("2024-04-15"), On("2024-04-16"));

        var sub = plan.Budget.SubActivities().First(one => one.Code == moves[0].SubActivity);
        Assert.Equal(Sample.Plan.Budget, plan.Budget);
        Assert.Equal("kelembagaan", Carriers.On(plan, Day("2024-04-14")).Of(sub));
        Assert.Equal("rb-akuntabilitas", Carriers.On(plan, Day("2024-04-15")).Of(sub));
        Assert.Equal("kelembagaan", Carriers.In(plan, Quarter.Q1).Of(sub));
        Assert.Equal("rb-akuntabilitas", Carriers.In(plan, Quarter.Q2).Of(sub));
    }

    [Fact]
    public void A_file_that_moves_carriers_alone_is_told_where_the_move_is_recorded()
    {
        var file = System.Text.Encoding.UTF8.GetString(SpendingFile.Case("s02-sotk-sebagai-perubahan-anggaran.json"));
        var error = Assert.Single(PlanReader.ReadRevision(file, Sample.Plan, Sample.Plan.Budget).Errors);
        Assert.Contains("/kantor/biro-organisasi/2024/perubahan/organisasi", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dissolved_sub_unit_owes_no_later_report_and_what_it_owes_is_its_successors_to_do()
    {
        var plan = Applied(Dissolved, On("2024-06-20"));

        Assert.True(Carriers.In(plan, Quarter.Q2).Stands("perpustakaan"));
        Assert.False(Carriers.In(plan, Quarter.Q3).Stands("perpustakaan"));
        Assert.Equal("p11", Bearer(plan, "2024-06-30"));
        Assert.Equal("p12", Bearer(plan, "2024-07-01"));
        Assert.Equal([], PlanRules.Check(plan, Sample.Checks));

        static string Bearer(OfficePlan plan, string day) =>
            Bearers.Of(plan, ApprovalKind.ReportSubmission, "perpustakaan", Day(day)).Code;
    }

    [Fact]
    public void What_was_asked_before_the_change_was_entered_stays_as_it_was_asked()
    {
        var call = Dissolved with { From = Day("2024-06-15") };
        Assert.True(Carriers.In(Applied(call, On("2024-07-02")), Quarter.Q2).Stands("perpustakaan"));
        Assert.False(Carriers.In(Applied(call, On("2024-06-28")), Quarter.Q2).Stands("perpustakaan"));
    }

    [Fact]
    public void A_new_sub_unit_reports_from_its_first_quarter_on()
    {
        var plan = Applied(
            new OrganisationCall
            {
                Begun = [new BegunSubUnit("inovasi", "Inovasi Daerah", "Kepala Bagian Inovasi", "p06", "p11")],
                Ended = [new EndedSubUnit("perpustakaan", "inovasi")],
            }.Based("2024-07-01"),
            On("2024-06-20")
        );

        Assert.False(Carriers.In(plan, Quarter.Q2).Stands("inovasi"));
        Assert.True(Carriers.In(plan, Quarter.Q3).Stands("inovasi"));
        Assert.Equal([], PlanRules.Check(plan, Sample.Checks));
        Assert.Equal(
            "inovasi",
            Carriers.In(plan, Quarter.Q3).Of(plan.Budget.SubActivities().First(one => one.SubUnit == "perpustakaan"))
        );
    }

    [Fact]
    public void A_change_is_dated_back_only_to_the_last_locked_quarter_and_says_so()
    {
        var ground = On("2024-07-30") with { LastLocked = Quarter.Q2 };
        var error = Assert.Single(Errors(Dissolved with { From = Day("2024-06-30") }, ground));

        Assert.Equal("$.from", error.Path);
        Assert.Contains("1 Juli 2024", error.Message, StringComparison.Ordinal);
        Assert.Contains("/kantor/biro-organisasi/2024/triwulan/2", error.Message, StringComparison.Ordinal);
        Assert.Equal([], Errors(Dissolved, ground));
    }

    [Fact]
    public void What_a_later_day_gives_to_a_sub_unit_that_ends_before_it_falls_to_the_successor()
    {
        var sub = Sample.Plan.Budget.SubActivities().First(one => one.SubUnit == "kelembagaan");
        var indicator = Sample.Plan.StrategicPlan.Indicators().First(one => one.SubUnit != "perpustakaan");
        var given = new OrganisationCall
        {
            Moves = [new MovedSubActivity(sub.Code, "perpustakaan")],
            Indicators = [new MovedIndicator(indicator.Code, "perpustakaan")],
        }.Based("2024-09-01");
        var first = Applied(given, On("2024-06-01"));
        var ended = Dissolved with { From = Day("2024-08-01") };

        var plan = Applied(ended, On("2024-06-20"), first);

        Assert.Equal("kelembagaan", Carriers.On(plan, Day("2024-08-31")).Of(sub));
        Assert.Equal("tata-usaha", Carriers.On(plan, Day("2024-09-01")).Of(sub));
        Assert.Equal("tata-usaha", Carriers.In(plan, Quarter.Q3).Of(indicator));
        Assert.Contains("1 September 2024", Carrier(plan), StringComparison.Ordinal);
        var effects = Sakip.AnnualCycle.ChangeEffects.Of(first, plan, On("2024-06-20"), []).ToList();
        Assert.Contains(
            effects,
            effect =>
                effect.Text.StartsWith($"Sub kegiatan {sub.Code} ", StringComparison.Ordinal)
                && effect.Text.EndsWith("sejak 1 September 2024.", StringComparison.Ordinal)
        );

        string Carrier(OfficePlan changed) =>
            YearWords.Carrier(changed, CarriedKind.SubActivity, sub.Code, sub.SubUnit);
    }

    [Fact]
    public void A_change_is_refused_that_leaves_work_on_a_later_day_to_nobody_who_stands()
    {
        var first = Applied(Dissolved with { From = Day("2024-09-01") }, On("2024-06-01"));
        var circle = Dissolved with
        {
            From = Day("2024-08-01"),
            Ended = [new EndedSubUnit("tata-usaha", "perpustakaan")],
        };

        var error = Assert.Single(Errors(circle, On("2024-06-20"), first));
        Assert.Contains("1 September 2024", error.Message, StringComparison.Ordinal);
        Assert.Contains("penerus yang masih berdiri", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sub_unit_that_ends_on_a_later_day_is_not_ended_a_second_time()
    {
        var first = Applied(Dissolved with { From = Day("2024-09-01") }, On("2024-06-01"));
        var again = Dissolved with
        {
            From = Day("2024-08-01"),
            Ended = [new EndedSubUnit("perpustakaan", "kelembagaan")],
        };

        var error = Assert.Single(Errors(again, On("2024-06-20"), first));
        Assert.Equal("$.ended[0].subUnit", error.Path);
        Assert.Contains("1 September 2024", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tidak-ada", "tata-usaha", "tidak ada dalam rencana")]
    [InlineData("perpustakaan", "perpustakaan", "ikut berakhir")]
    public void An_end_without_a_standing_successor_is_refused(string ended, string successor, string why) =>
        Assert.Contains(
            Errors(Dissolved with { Ended = [new EndedSubUnit(ended, successor)] }, On("2024-06-20")),
            error => error.Message.Contains(why, StringComparison.Ordinal)
        );

    [Fact]
    public void Without_decree_day_and_reason_nothing_is_recorded() =>
        Assert.Equal(
            ["$.decree", "$.decreeDate", "$.from", "$.reason"],
            Errors(new OrganisationCall { Ended = Dissolved.Ended }, On("2024-06-20"))
                .Select(error => error.Path)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("{\"moves\":[null]}", "$.moves[0]")]
    [InlineData("{\"moves\":[{\"to\":\"tata-usaha\"}]}", "$.moves[0].subActivity")]
    [InlineData("{\"from\":\"1 Juli 2024\"}", "$.from")]
    [InlineData("{\"pindah\":[]}", "$.pindah")]
    public void What_a_machine_sends_in_another_form_is_named_by_its_path(string json, string path) =>
        Assert.Equal(path, Assert.Single(PlanReader.ReadChange<OrganisationCall>(json).Errors).Path);

    [Fact]
    public void A_list_that_no_office_could_mean_is_refused_before_it_is_looked_at()
    {
        var call = Dissolved with { Moves = [.. Enumerable.Repeat(new MovedSubActivity("tiada", "tiada"), 201)] };
        var faults = new Faults();
        call.Record(Sample.Plan, On("2024-06-20"), faults);

        Assert.Equal("$.moves", Assert.Single(faults.All).Path);
    }

    [Fact]
    public void The_next_year_begins_with_what_stands()
    {
        var settled = SettledYear.Of(Applied(Dissolved, On("2024-06-20")));
        Assert.Null(settled.Changes);
        Assert.DoesNotContain(settled.SubUnits, one => one.Code == "perpustakaan");
        Assert.DoesNotContain(settled.Budget.SubActivities(), one => one.SubUnit == "perpustakaan");
        Assert.Equal([], PlanRules.Check(settled, Sample.Checks));
    }
}
