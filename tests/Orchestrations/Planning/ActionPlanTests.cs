using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Tests.Orchestrations.Reporting;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>The action plan with outputs, months, person, cost and evidence.</summary>
public sealed class ActionPlanTests
{
    private static readonly ActionItem Detailed = Sample.Plan.ActionPlan[0] with
    {
        Output = "Rencana aksi perangkat daerah",
        Measure = "Dokumen",
        Quantities = [10m, 20m, 30m, 38m],
        FirstMonth = 2,
        LastMonth = 11,
        Cost = 12_500_000m,
        Evidence = "Rencana aksi yang ditetapkan",
    };

    [Fact]
    public void A_plan_with_it_is_whole_and_comes_back_from_its_own_workbook()
    {
        var plan = With(Detailed);

        var read = PlanWorkbook.Read(new MemoryStream(PlanWorkbook.Write(plan, [])), Sample.Checks);

        Assert.Empty(PlanRules.Check(plan, Sample.Checks));
        Assert.Equal(SakipJson.Text(plan.ActionPlan), SakipJson.Text(read.Plan!.ActionPlan));
    }

    [Fact]
    public void A_plan_without_it_is_written_as_before()
    {
        var text = SakipJson.Text(Sample.Plan.ActionPlan[0]);

        Assert.DoesNotContain("output", text, StringComparison.Ordinal);
        Assert.DoesNotContain("quantities", text, StringComparison.Ordinal);
        Assert.DoesNotContain("firstMonth", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_half_said_is_shown_at_its_place()
    {
        (ActionItem Item, string Path)[] wrong =
        [
            (Detailed with { Measure = null }, "measure"),
            (Detailed with { Output = null, Measure = null }, "output"),
            (Detailed with { Quantities = [10m, 8m, 30m, 38m] }, "quantities"),
            (Detailed with { Quantities = [10m, 20m] }, "quantities"),
            (Detailed with { Quantities = [-1m, 20m, 30m, 38m] }, "quantities"),
            (Detailed with { LastMonth = null }, "firstMonth"),
            (Detailed with { FirstMonth = 12 }, "firstMonth"),
            (Detailed with { LastMonth = 13 }, "firstMonth"),
            (Detailed with { Post = "tidak-ada" }, "post"),
            (Detailed with { Cost = -1m }, "cost"),
        ];

        Assert.All(
            wrong,
            one =>
            {
                var error = Assert.Single(PlanRules.Check(With(one.Item), Sample.Checks));
                Assert.Equal("$.actionPlan[0]." + one.Path, error.Path);
            }
        );
    }

    [Fact]
    public void Its_document_shows_quantities_beside_what_came_of_them_and_percent_where_none_are_planned()
    {
        var figures = new QuarterlyFigures(Quarter.Q1, [], [])
        {
            Actions =
            [
                new ActionFigure(Detailed.Code, Detailed.SubUnit, 45m) { Quantity = 9m },
                new ActionFigure(Sample.Plan.ActionPlan[1].Code, Detailed.SubUnit, 12.5m),
            ],
        };
        var plan = With(Detailed);

        var document = ActionPlanDocument.Build(
            plan,
            SampleReport.Revised.Terms,
            [figures],
            DateTimeOffset.UnixEpoch,
            draft: false
        );

        var rows = document
            .Sections.SelectMany(section => section.Blocks)
            .OfType<Table>()
            .SelectMany(table => table.Rows)
            .Select(row => string.Join(" | ", row.Cells.Select(TextOf)))
            .ToList();
        Assert.Contains(
            rows,
            row =>
                row.Contains(
                    "| Rencana aksi perangkat daerah (Dokumen) | 10 | 20 | 30 | 38 | Februari–November |",
                    StringComparison.Ordinal
                ) && row.EndsWith("| 12.500.000 | Rencana aksi yang ditetapkan", StringComparison.Ordinal)
        );
        Assert.Contains(rows, row => row.StartsWith(Detailed.Action + " | 10 | 9 | 20 | - ", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains(" | 10% | 12,5% | ", StringComparison.Ordinal));
    }

    private static string TextOf(Cell cell) => string.Concat(cell.Inlines.OfType<TextRun>().Select(run => run.Text));

    private static OfficePlan With(ActionItem first) =>
        Sample.Plan with
        {
            ActionPlan = [first, .. Sample.Plan.ActionPlan.Skip(1)],
        };
}
