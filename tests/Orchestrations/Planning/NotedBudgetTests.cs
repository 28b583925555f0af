using System.Text;
using Sakip.Planning;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>Which versions of the budget ask for a revised agreement.</summary>
public sealed class NotedBudgetTests
{
    private static readonly OfficePlan Plan = Sample.Plan;

    private static readonly BudgetRevision Shift = PlanReader
        .ReadRevision(
            Encoding.UTF8.GetString(SpendingFile.Case("s04-pergeseran-dalam-kegiatan.json")),
            Plan,
            Plan.Budget
        )
        .Value!;

    [Fact]
    public void Money_that_moves_inside_an_activity_asks_for_none()
    {
        Assert.False(NotedBudgets.ChangesAnnex(Plan.Budget, Shift));
        var noted = Assert.Single(NotedBudgets.Of(Plan.Budget, [Shift]));
        Assert.Equal(("Perubahan ke-1", "DPPA-PERGESERAN-1/CONTOH/2024"), (noted.Stage, noted.Number));
    }

    [Fact]
    public void A_target_or_an_amount_of_a_programme_that_changes_asks_for_one()
    {
        var target = Plan.AnnualPlan.Targets[0];
        var fewer = Shift with { Budget = Shift.Budget with { Programmes = [.. Shift.Budget.Programmes.Skip(1)] } };

        Assert.True(NotedBudgets.ChangesAnnex(Plan.Budget, Shift with { TargetChanges = [target] }));
        Assert.True(NotedBudgets.ChangesAnnex(Plan.Budget, fewer));
    }

    [Fact]
    public void Work_goes_on_with_the_last_version_that_was_noted_and_stops_before_one_that_asks_for_an_agreement()
    {
        var second = Shift with { Budget = Shift.Budget with { Sequence = 2 } };
        var third = second with
        {
            Budget = second.Budget with { Sequence = 3, Programmes = [.. second.Budget.Programmes.Skip(1)] },
        };
        var fourth = third with { Budget = third.Budget with { Sequence = 4 } };

        Assert.Equal(2, NotedBudgets.InForce(Plan.Budget, [Shift, second, third, fourth]).Sequence);
        Assert.Equal(4, NotedBudgets.InForce(third.Budget, [fourth]).Sequence);
        Assert.Equal(0, NotedBudgets.InForce(Plan.Budget, []).Sequence);
    }
}
