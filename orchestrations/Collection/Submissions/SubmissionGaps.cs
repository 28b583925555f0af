using Sakip.Evaluation;
using Sakip.Planning;

namespace Sakip.Collection;

/// <summary>A row of a report that says nothing at all: no figure and no word.</summary>
/// <param name="Owner">Code of the indicator or sub-activity.</param>
internal sealed record SubmissionGap(string Owner, string Name)
{
    /// <summary>The field by which the sender says that there is nothing to report for the row.</summary>
    public string Field => "kosong." + Owner;
}

/// <summary>Finds what a report leaves empty, so that nobody sends an empty one by mistake.</summary>
internal static class SubmissionGaps
{
    public static IReadOnlyList<SubmissionGap> Of(SubmissionSheet sheet, Submission submission) =>
        [
            .. from indicator in sheet.Indicators
            where IsDue(sheet, indicator)
            where submission.Indicators.All(figure => figure.Indicator != indicator.Code || IsEmpty(figure))
            select new SubmissionGap(indicator.Code, indicator.Name),
            .. from sub in sheet.SubActivities
            where submission.SubActivities.All(figure => figure.SubActivity != sub.Code || IsEmpty(figure))
            select new SubmissionGap(sub.Code, $"{sub.Code} {sub.Name}"),
        ];

    /// <summary>How many rows the report has that ask for a figure.</summary>
    public static int RowsOf(SubmissionSheet sheet) =>
        sheet.SubActivities.Count + sheet.Indicators.Count(indicator => IsDue(sheet, indicator));

    // What has no target in the quarter, or 0, is not due yet.
    private static bool IsDue(SubmissionSheet sheet, Indicator indicator) =>
        sheet.Terms?.Targets.FirstOrDefault(one => one.Indicator == indicator.Code) is { } target
        && (
            target.Quarterly is not { } quarterly
            || quarterly.ElementAtOrDefault((int)sheet.Quarter - 1) is not (null or 0m)
        );

    private static bool IsEmpty(IndicatorFigure figure) =>
        figure
            is {
                Value: null,
                Numerator: null,
                Text: null,
                Supporting: null,
                Hindering: null,
                Solution: null,
                FollowUp: null,
                Explanation: null
            };

    private static bool IsEmpty(SubActivityFigure figure) =>
        figure is { Spending: null, PhysicalPercent: null, Output: null, Note: null };
}
