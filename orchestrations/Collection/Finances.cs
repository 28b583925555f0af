using Sakip.Evaluation;
using Sakip.Planning;

namespace Sakip.Collection;

/// <summary>Puts the finance system's spending where it was imported; the sub-unit's own figure is kept beside it.</summary>
internal static class Finances
{
    public static QuarterlyFigures Apply(QuarterlyFigures figures, Budget budget, BudgetRealisation? finance)
    {
        if (finance is null)
            return figures;
        var reported = figures.SubActivities.Select(figure => figure.SubActivity).ToHashSet(StringComparer.Ordinal);
        var unreported = budget
            .SubActivities()
            .Where(sub => !reported.Contains(sub.Code) && finance.Of(sub.Code) is not null)
            .Select(sub => new SubActivityFigure(sub.Code, sub.SubUnit, finance.Of(sub.Code), PhysicalPercent: null));
        return figures with
        {
            SubActivities =
            [
                .. figures.SubActivities.Select(figure =>
                    finance.Of(figure.SubActivity) is { } spending && spending != figure.Spending
                        ? figure with
                        {
                            Spending = spending,
                            Reported = figure.Spending,
                        }
                        : figure
                ),
                .. unreported,
            ],
        };
    }
}
