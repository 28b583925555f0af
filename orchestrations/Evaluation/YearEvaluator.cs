using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Evaluation;

/// <summary>Evaluates the year from the plan, the agreement in force and the locked quarters. Pure: no clock, no storage.</summary>
internal static class YearEvaluator
{
    /// <summary>The whole year. What a quarter left out is shown as not reported, never as zero.</summary>
    public static YearEvaluation Evaluate(EvaluationInput input) => EvaluateUpTo(input, Quarter.Q4);

    /// <summary>The year as it stands at the end of a quarter.</summary>
    internal static YearEvaluation EvaluateUpTo(EvaluationInput input, Quarter upTo)
    {
        var plan = input.Plan;
        var budget = new BudgetTree(plan.Policy, LastFigures(input, upTo)).Build(input.Budget, plan.Unit.Name);
        var evaluator = new IndicatorEvaluator(input, upTo, budget);
        var terms = IndicatorTerms.In(plan, upTo);
        var standing = terms.Plan();
        var indicators = standing
            .Objectives()
            .SelectMany(objective => objective.Indicators.Select(indicator => evaluator.Evaluate(objective, indicator)))
            .ToList();
        var rounding = new Rounding(plan.Policy);
        var objectives = standing
            .Objectives()
            .Select(objective => ObjectiveOf(objective, indicators, input, rounding))
            .ToList();
        var office = Aggregate(objectives.ConvertAll(o => o.Achievement.Exact), plan.Policy, rounding);
        var evaluation = new YearEvaluation
        {
            Year = plan.Year,
            UpTo = upTo,
            Unit = plan.Unit.Code,
            Basis = new EvaluationBasis(
                CanonicalJson.Hash(input),
                input.Agreement.Revision,
                input.Agreement.SignedOn,
                input.Budget.Sequence,
                input.Budget.Number,
                plan.Policy.Version,
                plan.RatingScale.Code,
                plan.RatingScale.Version
            ),
            Indicators = indicators,
            Retired = Retired(plan, terms, upTo, evaluator),
            Objectives = objectives,
            Achievement = office,
            Band = plan.RatingScale.Rate(office.Exact),
            BandCounts = CountBands(plan.RatingScale, indicators),
            Budget = budget,
            Figures = [],
        };
        return evaluation with { Figures = FigureBuilder.Build(input, evaluation) };
    }

    // Rated by nothing and counted nowhere; what was reported of them stays readable.
    private static List<IndicatorEvaluation>? Retired(
        OfficePlan plan,
        IndicatorTerms terms,
        Quarter upTo,
        IndicatorEvaluator evaluator
    )
    {
        var retired = plan.ChangesOf(YearChangeKind.StrategicPlan)
            .Where(change => plan.CountsIn(change, upTo))
            .SelectMany(change => change.Strategic!.Retired)
            .ToHashSet();
        var evaluated = plan
            .StrategicPlan.Objectives()
            .SelectMany(objective =>
                objective
                    .Indicators.Where(one => retired.Contains(one.Code) && !terms.Stands(one.Code))
                    .Select(one => Ended(evaluator.Evaluate(objective, one), Last(plan, one)))
            )
            .ToList();
        return evaluated.Count == 0 ? null : evaluated;
    }

    private static IndicatorEvaluation Ended(IndicatorEvaluation indicator, Quarter last) =>
        indicator with
        {
            Quarters = [.. indicator.Quarters.Where(quarter => quarter.Quarter <= last)],
        };

    // The last quarter in which it was reported; after it there is nothing to go on with.
    private static Quarter Last(OfficePlan plan, Indicator indicator) =>
        Quarters.All.LastOrDefault(quarter => IndicatorTerms.In(plan, quarter).Stands(indicator.Code), Quarter.Q1);

    private static ObjectiveEvaluation ObjectiveOf(
        Objective objective,
        List<IndicatorEvaluation> indicators,
        EvaluationInput input,
        Rounding rounding
    )
    {
        var own = indicators
            .Where(indicator => indicator.Objective == objective.Code)
            .Select(indicator => indicator.Achievement.Rated)
            .ToList();
        var achievement = Aggregate(own, input.Plan.Policy, rounding);
        return new(objective.Code, objective.Statement, achievement, input.Plan.RatingScale.Rate(achievement.Exact));
    }

    private static Computed Aggregate(List<decimal?> parts, CalculationPolicy policy, Rounding rounding) =>
        parts switch
        {
            [] => Computed.Missing(ValueState.NotComputable, "Tidak ada indikator."),
            _ when parts.Contains(null) => Computed.Missing(
                ValueState.NotReported,
                "Belum semua indikator mempunyai capaian yang dapat dihitung."
            ),
            _ => Computed.Of(
                policy.Aggregation == Aggregation.Mean ? parts.Average()!.Value : parts.Min()!.Value,
                rounding,
                "3.3"
            ),
        };

    private static List<BandCount> CountBands(RatingScale scale, List<IndicatorEvaluation> indicators)
    {
        var counts = scale
            .Bands.OrderByDescending(band => band.Above ?? decimal.MinValue)
            .Select(band => new BandCount(band, indicators.Count(indicator => indicator.Band == band)))
            .ToList();
        counts.Add(new BandCount(null, indicators.Count(indicator => indicator.Band is null)));
        return counts;
    }

    // Spending is cumulative, so only the figure of the quarter evaluated says what was spent by its end.
    private static Dictionary<string, SubActivityFigure> LastFigures(EvaluationInput input, Quarter upTo) =>
        input
            .Quarters.Where(quarter => quarter.Quarter == upTo)
            .SelectMany(quarter => quarter.SubActivities)
            .GroupBy(figure => figure.SubActivity)
            .ToDictionary(group => group.Key, group => group.Last());
}
