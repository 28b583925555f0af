using Sakip.Calendar;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>The plan of the next year, prepared from the sample's.</summary>
public sealed class NextYearTests
{
    private static readonly OfficePlan Plan = Sample.Plan;

    private static readonly Dictionary<string, YearRecord> Results = Plan
        .StrategicPlan.Indicators()
        .ToDictionary(one => one.Code, one => new YearRecord(Plan.Year, 80m, 81.5m));

    private static NextYearDraft Draft => NextYearPlan.Of(Plan, Plan.Budget, Plan.AnnualPlan.Targets, Results);

    [Fact]
    public void What_this_year_reached_is_history_and_targets_come_from_the_strategic_plan()
    {
        var next = Draft.Plan;

        Assert.Equal((2025, 2025), (next.Year, next.AnnualPlan.Year));
        foreach (var indicator in next.StrategicPlan.Indicators())
        {
            Assert.Equal(new YearRecord(2024, 80m, 81.5m), indicator.History[^1]);
            var planned = indicator.Targets.First(one => one.Year == 2025);
            var target = next.AnnualPlan.Targets.Single(one => one.Indicator == indicator.Code);
            Assert.Equal((planned.Value, planned.Text, null), (target.Value, target.Text, target.Quarterly));
        }
    }

    [Fact]
    public void Windows_move_to_working_days_in_their_order()
    {
        var next = Draft.Plan;
        var calendar = new WorkCalendar(next.Holidays, next.Zone);

        Assert.Equal(Quarters.All, next.Windows.Select(window => window.Quarter));
        Assert.All(
            next.Windows,
            window =>
            {
                Assert.All(
                    [window.Opens, window.Due, window.Closes, window.VerificationDue],
                    day => Assert.True(calendar.IsWorkingDay(day))
                );
                Assert.True(window.Opens > window.Quarter.LastDay(2025));
                Assert.True(
                    window.Due > window.Opens && window.Closes >= window.Due && window.VerificationDue >= window.Closes
                );
            }
        );
        Assert.Equal(2026, next.Report.Due.Year);
        Assert.True(calendar.IsWorkingDay(next.Report.Due));
    }

    [Fact]
    public void Ceilings_that_nobody_knows_are_nothing_and_said_and_the_tree_with_its_carriers_stays()
    {
        var (next, notes) = Draft;

        Assert.Equal(0m, next.Budget.Ceiling());
        Assert.Equal(
            Plan.Budget.SubActivities().Select(sub => (sub.Code, sub.SubUnit, sub.OutputTarget)),
            next.Budget.SubActivities().Select(sub => (sub.Code, sub.SubUnit, sub.OutputTarget))
        );
        Assert.Contains(
            notes,
            note => note.Part == SheetNames.Budget && note.Text.Contains("SIPD-RI", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Nobody_whose_appointment_has_ended_goes_on_unless_a_role_keeps_them()
    {
        var (next, notes) = Draft;
        var start = new DateOnly(2025, 1, 1);

        Assert.DoesNotContain(next.Appointments, one => one.Until < start);
        var gone = Plan.Officials.Select(one => one.Code).Except(next.Officials.Select(one => one.Code)).ToList();
        Assert.Equal(gone.Count, notes.Count(note => note.Part == SheetNames.Officials));
        Assert.All(gone, code => Assert.DoesNotContain(Plan.Roles, role => role.Official == code));
    }

    [Fact]
    public void The_draft_breaks_no_rule_and_survives_its_workbook()
    {
        var next = Draft.Plan;

        var read = PlanWorkbook.Read(new MemoryStream(PlanWorkbook.Write(next, [])));

        Assert.Empty(PlanRules.Check(next, []));
        Assert.Equal(PlanWriter.Write(next), PlanWriter.Write(read.Plan!));
    }

    [Fact]
    public void A_text_whose_figures_the_next_year_does_not_have_is_left_out_and_said()
    {
        var title = Draft.Plan.Report.Narratives[1].Title;

        var left = NextYearTexts.Of(
            Draft,
            [new PlanError("$.report.narratives[1].body", "Angka tidak dikenal."), new PlanError("$.year", "")]
        );

        Assert.Equal(Draft.Plan.Report.Narratives.Count - 1, left.Plan.Report.Narratives.Count);
        Assert.Contains(title, left.Notes[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_without_an_evaluation_a_period_that_is_over_and_a_year_without_holidays_are_said()
    {
        var late = Plan with { Year = 2026 };

        var notes = NextYearPlan
            .Of(late, Plan.Budget, Plan.AnnualPlan.Targets, new Dictionary<string, YearRecord>())
            .Notes;

        Assert.Contains(
            notes,
            note => note.Part == SheetNames.History && note.Text.Contains("belum dievaluasi", StringComparison.Ordinal)
        );
        Assert.Contains(
            notes,
            note =>
                note.Part == SheetNames.General && note.Text.Contains("berakhir tahun 2026", StringComparison.Ordinal)
        );
        Assert.Contains(notes, note => note.Part == SheetNames.Holidays);
        Assert.Contains(
            notes,
            note =>
                note.Part == SheetNames.AnnualPlan
                && note.Text.Contains("tidak memuat target 2027", StringComparison.Ordinal)
        );
    }
}
