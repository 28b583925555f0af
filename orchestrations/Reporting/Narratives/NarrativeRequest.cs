using Sakip.AnnualCycle;
using Sakip.Planning;

namespace Sakip.Reporting;

/// <summary>A text that somebody is asked to write.</summary>
/// <param name="Owner">Sub-unit that owns it; null for the planner.</param>
internal sealed record NarrativeRequest(string Section, string Title, string? Owner);

/// <summary>A text that was handed in, to be put into the plan.</summary>
/// <param name="BodyHash">Hash of the <see cref="NarrativeSubmission"/>.</param>
internal sealed record NarrativeAnswer(ReportAssemblyInput Report, string Section, string By, string BodyHash);

internal sealed record NarrativeSubmission(string Section, string Body);

internal static class NarrativeSections
{
    /// <summary>The texts that a plan asks for, in its order.</summary>
    public static IReadOnlyList<NarrativeRequest> Of(OfficePlan plan)
    {
        return [.. plan.Report.Narratives.Select(text => new NarrativeRequest(text.Section, text.Title, text.Owner))];
    }

    /// <summary>The plan with a text replaced.</summary>
    public static OfficePlan With(this OfficePlan plan, string section, string body)
    {
        return plan with
        {
            Report = plan.Report with
            {
                Narratives =
                [
                    .. plan.Report.Narratives.Select(text =>
                        text.Section == section ? text with { Body = body } : text
                    ),
                ],
            },
        };
    }
}
