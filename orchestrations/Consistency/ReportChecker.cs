using Sakip.Evaluation;

namespace Sakip.Consistency;

/// <summary>Checks a printed report against itself, by the rules that our own reports have to pass.</summary>
public static class ReportChecker
{
    private static readonly IPrintedRule[] Rules =
    [
        new AgreementTargets(), new StaffTargets(), new AgreementBudget(), new AgreementInTime(), new RowNumbers(),
        new BudgetNames(), new BudgetSums(), new BudgetSets(), new CalledRealisation(), new AverageWord(),
        new UnexplainedAbsorption(), new ValueFromParts(), new PartsTold(), new IndicatorNames(), new TargetsChallenge(),
        new AchievementColumns(), new Recalculation(), new NumberStyle(), new OverheadShown(), new PrintedScale(),
    ];

    /// <exception cref="System.Text.Json.JsonException">The JSON is no printed report.</exception>
    public static IReadOnlyList<Finding> Check(string json, RuleLevels? levels = null) =>
        Check(CanonicalJson.Deserialize<PrintedReport>(json), levels);

    /// <returns>Blockers first, then by code.</returns>
    public static IReadOnlyList<Finding> Check(PrintedReport report, RuleLevels? levels = null)
    {
        var facts = new PrintedFacts(report);
        return GateResult.Order(Rules.SelectMany(rule => rule.Check(facts)), levels ?? RuleLevels.Default);
    }
}
