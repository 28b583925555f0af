using Sakip.Kernel;

namespace Sakip.Evaluation;

/// <summary>Evaluates the year as it stands at the end of a quarter; cumulative, against the quarter's own targets too.</summary>
internal static class QuarterEvaluator
{
    /// <param name="input">Quarters after <paramref name="quarter"/> are left out of account.</param>
    public static YearEvaluation Evaluate(EvaluationInput input, Quarter quarter) =>
        YearEvaluator.EvaluateUpTo(
            input with
            {
                Quarters = input.Quarters.Where(figures => figures.Quarter <= quarter).ToList(),
            },
            quarter
        );
}
