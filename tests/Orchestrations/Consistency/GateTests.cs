using Sakip.Consistency;
using Sakip.Evaluation;
using Sakip.Tests.Orchestrations.Evaluation;

namespace Sakip.Tests.Orchestrations.Consistency;

public sealed class GateTests
{
    private static readonly EvaluationInput Input = SeedYear.Input;

    private static QuarterCase Quarter(IndicatorFigure figure) =>
        new(Input.Plan, Input.Budget, new(Sakip.Kernel.Quarter.Q1, [figure], []), [], []);

    [Fact]
    public void A_wrong_percentage_blocks_the_quarter_until_it_is_explained_and_accepted()
    {
        var quarter = Quarter(new("rb", "rbak", 56m, 203m, 338m));
        var gate = GateCheck.QuarterLock(quarter);
        Assert.False(gate.Passes);
        var finding = Assert.Single(gate.Blocking);
        Assert.Equal(("K-IN-01", "56%", "60,06%"), (finding.Code, finding.ValueA, finding.ValueB));

        var accepted = GateCheck.QuarterLock(
            quarter,
            [new(finding.Id, "Populasi lain.", "verifikator", DateTimeOffset.UnixEpoch)]
        );
        Assert.True(accepted.Passes);
        Assert.Single(accepted.Notes);
    }

    [Fact]
    public void A_percentage_within_half_a_point_passes() =>
        Assert.True(GateCheck.QuarterLock(Quarter(new("rb", "rbak", 60m, 203m, 338m))).Passes);

    [Fact]
    public void An_agreement_on_a_replaced_budget_is_blocked()
    {
        var latest = Input.Budget with { Sequence = 2, Number = "DPPA-2" };
        var gate = GateCheck.Agreement(
            new(Input.Plan, Input.Agreement, Input.Budget, latest, Input.Agreement.SignedOn)
        );
        Assert.Contains(gate.Blocking, finding => finding.Code == "K-PK-03");
        Assert.Contains(gate.Findings, finding => finding.Code == "K-IN-04");
    }

    [Fact]
    public void Evidence_of_another_quarter_or_used_before_is_found()
    {
        var gate = GateCheck.QuarterLock(
            new(
                Input.Plan,
                Input.Budget,
                new(Sakip.Kernel.Quarter.Q2, [], []),
                [],
                [
                    new("rb", Sakip.Kernel.Quarter.Q1, "a.pdf", "ab", new(2024, 2, 1)),
                    new("rb", Sakip.Kernel.Quarter.Q2, "b.pdf", "ab", new(2024, 2, 1)),
                ]
            )
        );
        Assert.Equal(2, gate.Findings.Count(finding => finding.Code == "K-BK-01"));
    }
}
