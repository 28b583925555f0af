using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>Every placeholder of a narrative names a figure that an evaluation of this plan will have.</summary>
internal static class NarrativeRules
{
    public static void Check(OfficePlan plan, Faults faults)
    {
        // A plan that is wrong cannot be evaluated.
        if (faults.All.Count > 0)
            return;
        var terms = new AgreementTerms(0, plan.Budget.Date, 0, plan.AnnualPlan.Targets);
        var known = YearEvaluator
            .Evaluate(new EvaluationInput(plan, terms, plan.Budget, []))
            .Figures.Select(figure => figure.Code)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var indicator in PlanRules.Indicators(plan))
        {
            known.UnionWith(["pembilang." + indicator, "penyebut." + indicator]);
        }

        for (var i = 0; i < plan.Report.Narratives.Count; i++)
        {
            var asked = FigureRegister.CodesIn(plan.Report.Narratives[i].Body).Distinct();
            foreach (var code in asked.Where(code => !known.Contains(code)))
            {
                faults.Add($"$.report.narratives[{i}].body", $"Angka '{{{{{code}}}}}' tidak dikenal.");
            }
        }
    }
}
