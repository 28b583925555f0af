using Sakip.Evaluation;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

public class SampleOfficeTests
{
    [Fact]
    public void The_plan_is_read_without_a_complaint() =>
        Assert.Empty(PlanReader.Read(Sample.PlanJson, Sample.Checks).Errors);

    [Fact]
    public void The_revision_is_read_without_a_complaint() =>
        Assert.Empty(PlanReader.ReadRevision(Sample.RevisionJson, Sample.Plan, Sample.Plan.Budget).Errors);

    [Fact]
    public void The_first_budget_sums_to_the_agreements_annex()
    {
        Assert.Equal(
            [525_774_880m, 101_698_480m, 2_061_662_050m, 963_091_000m],
            Sample.Plan.Budget.Programmes.Select(programme => programme.Ceiling())
        );
        Assert.Equal(3_652_226_410m, Sample.Plan.Budget.Ceiling());
        Assert.All(Sample.Plan.Budget.SubActivities(), sub => Assert.True(sub.Invented));
    }

    [Fact]
    public void The_revised_budget_is_the_reports_tree_of_4_9_and_22()
    {
        var budget = Sample.Revision.Budget;
        Assert.Equal(3_639_196_510m, budget.Ceiling());
        Assert.Equal(
            (4, 9, 22),
            (budget.Programmes.Count, budget.Activities().Count(), budget.SubActivities().Count())
        );
        Assert.DoesNotContain(budget.SubActivities(), sub => sub.Invented);
    }

    [Fact]
    public void The_year_ends_at_the_reports_values()
    {
        var targets = Sample.Plan.AnnualPlan.Targets.Select(target =>
            Sample.Revision.TargetChanges.FirstOrDefault(c => c.Indicator == target.Indicator) ?? target
        );
        var evaluation = YearEvaluator.Evaluate(
            new EvaluationInput(
                Sample.Plan,
                new AgreementTerms(1, new DateOnly(2024, 9, 20), 1, [.. targets]),
                Sample.Revision.Budget,
                Sample.Quarters
            )
        );

        Assert.Equal("87%", evaluation.Trace("realisasi.rb")!.Text);
        Assert.Equal("100%", evaluation.Trace("capaian.snp")!.Text);
        Assert.Equal("Rp2.940.235.465", evaluation.Trace("realisasi.anggaran")!.Text);
        Assert.Equal("80,79%", evaluation.Trace("serapan")!.Text);
        Assert.Equal("96%", evaluation.Trace("kemajuan.rb")!.Text);
        Assert.Equal("128%", evaluation.Trace("efisiensi.rb")!.Text);
    }

    [Fact]
    public void Every_figure_that_a_narrative_asks_for_is_there()
    {
        var evaluation = YearEvaluator.Evaluate(
            new EvaluationInput(
                Sample.Plan,
                new AgreementTerms(0, new DateOnly(2024, 1, 5), 0, Sample.Plan.AnnualPlan.Targets),
                Sample.Plan.Budget,
                Sample.Quarters
            )
        );
        var register = new FigureRegister(evaluation.Figures);
        Assert.All(
            Sample.Plan.Report.Narratives,
            text =>
            {
                Assert.Empty(register.Fill(text.Body).Unknown);
                Assert.Empty(register.Fill(text.Body).Absent);
            }
        );
    }

    [Fact]
    public void Spending_never_shrinks_from_quarter_to_quarter()
    {
        foreach (
            var lines in Sample.Quarters.SelectMany(quarter => quarter.SubActivities).GroupBy(sub => sub.SubActivity)
        )
        {
            Assert.Equal(lines.Select(line => line.Spending).Order(), lines.Select(line => line.Spending));
        }
    }

    [Fact]
    public void Submitter_head_and_verifier_of_every_sub_unit_are_three_people()
    {
        var directory = new OfficeDirectory(Sample.Plan);
        var day = new DateOnly(2024, 4, 1);
        foreach (var subUnit in Sample.Plan.SubUnits)
        {
            var submitter = Assert.Single(directory.Operators(subUnit.Code)).Code;
            var head = directory.HeadOf(subUnit.Code, day)!.Official.Code;
            var verifier = directory.Verifiers(subUnit.Code, day, submitter)[0].Code;
            Assert.Equal(3, new HashSet<string> { submitter, head, verifier }.Count);
            Assert.NotEqual(subUnit.Code, directory.SubUnitOf(verifier, day));
        }
    }
}
