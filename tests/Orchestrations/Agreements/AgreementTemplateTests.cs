using Sakip.Agreements;
using Sakip.Planning;
using Sakip.Tests.Orchestrations.Planning;

namespace Sakip.Tests.Orchestrations.Agreements;

/// <summary>Agreements of posts at each level, and of offices under the head of another.</summary>
public sealed class AgreementTemplateTests
{
    private static readonly DateOnly January = new(2024, 1, 9);

    [Theory]
    [InlineData(null, "Sasaran Strategis", "Program", 4)]
    [InlineData("Jpt", "Sasaran Strategis", "Program", 4)]
    [InlineData("Camat", "Sasaran Strategis", "Program", 4)]
    [InlineData("Direktur", "Sasaran Strategis", "Program", 4)]
    [InlineData("Administrator", "Sasaran Program", "Kegiatan", 9)]
    [InlineData("Pengawas", "Sasaran Kegiatan", "Sub Kegiatan", 22)]
    public void The_annex_speaks_of_the_level_that_the_post_answers_for(
        string? template,
        string objective,
        string node,
        int rows
    )
    {
        AgreementTemplate? of = template is null ? null : Enum.Parse<AgreementTemplate>(template);
        var plan = With(of);
        var snapshot = AgreementDrafting.Draft(plan, revision: null, earlier: null, January);

        var (targets, money) = (AgreementTables.Targets(plan, snapshot), AgreementTables.Programmes(snapshot));

        Assert.Contains(objective, Text(targets.HeaderRows[0]));
        Assert.Contains(node, Text(money.HeaderRows[0]));
        Assert.Equal(rows, snapshot.Amounts().Count);
        Assert.Equal(plan.Budget.Ceiling(), snapshot.Amounts().Sum(row => row.Amount));
        Assert.Equal(4, snapshot.Programmes.Count);
    }

    [Fact]
    public void A_shift_between_sub_activities_asks_for_an_agreement_only_where_they_stand_in_its_annex()
    {
        var budget = Sample.Plan.Budget;
        var (first, second) = (budget.SubActivities().First(), budget.SubActivities().Skip(1).First());
        var revision = new BudgetRevision(
            Replaced(budget, first.Code, second.Code),
            RevisionReason.StrategyOrBudgetChanged,
            "Pergeseran.",
            []
        );

        Assert.False(NotedBudgets.ChangesAnnex(budget, revision));
        Assert.False(NotedBudgets.ChangesAnnex(budget, revision, AgreementTemplate.Administrator));
        Assert.True(NotedBudgets.ChangesAnnex(budget, revision, AgreementTemplate.Pengawas));
    }

    [Fact]
    public void A_template_survives_the_workbook_and_a_plan_without_one_is_written_as_before()
    {
        var plan = With(AgreementTemplate.Direktur);

        var read = PlanWorkbook.Read(new MemoryStream(PlanWorkbook.Write(plan, [])));

        Assert.Equal(AgreementTemplate.Direktur, read.Plan!.Agreement.Template);
        Assert.DoesNotContain("template", PlanWriter.Write(Sample.Plan), StringComparison.Ordinal);
    }

    [Fact]
    public void The_superior_may_be_the_head_of_another_office()
    {
        var plan = Sample.Plan with
        {
            Posts =
            [
                .. Sample.Plan.Posts.Select(post =>
                    post.Code == Sample.Plan.Agreement.SecondParty
                        ? post with
                        {
                            Name = "Kepala Dinas Kesehatan",
                            Superior = null,
                        }
                        : post
                ),
            ],
        };

        var snapshot = AgreementDrafting.Draft(plan, revision: null, earlier: null, January);

        Assert.Empty(PlanRules.Check(plan, []));
        Assert.Equal("Kepala Dinas Kesehatan", snapshot.SecondParty.Title);
    }

    private static OfficePlan With(AgreementTemplate? template) =>
        Sample.Plan with
        {
            Agreement = Sample.Plan.Agreement with { Template = template },
        };

    private static Budget Replaced(Budget budget, string more, string less) =>
        budget with
        {
            Sequence = 1,
            Programmes =
            [
                .. budget.Programmes.Select(programme =>
                    programme with
                    {
                        Activities =
                        [
                            .. programme.Activities.Select(activity =>
                                activity with
                                {
                                    SubActivities =
                                    [
                                        .. activity.SubActivities.Select(sub =>
                                            sub with
                                            {
                                                Ceiling =
                                                    sub.Ceiling
                                                    + (
                                                        sub.Code == more ? 1_000_000m
                                                        : sub.Code == less ? -1_000_000m
                                                        : 0m
                                                    ),
                                            }
                                        ),
                                    ],
                                }
                            ),
                        ],
                    }
                ),
            ],
        };

    private static IEnumerable<string> Text(Sakip.Documents.Row row) =>
        row.Cells.Select(cell => string.Concat(cell.Inlines.OfType<Sakip.Documents.TextRun>().Select(run => run.Text)));
}
