namespace Sakip.Consistency;

/// <summary>The three moments at which contradictions stop the year: agreement, quarter lock and report.</summary>
internal static class GateCheck
{
    /// <summary>Before an agreement goes to its parties.</summary>
    public static GateResult Agreement(AgreementCase agreement, IReadOnlyList<AcceptedExplanation>? accepted = null) =>
        GateResult.Of(AgreementRules.Check(agreement), new(agreement.Plan.RuleLevels), accepted ?? []);

    /// <summary>Before a quarter is locked.</summary>
    public static GateResult QuarterLock(QuarterCase quarter, IReadOnlyList<AcceptedExplanation>? accepted = null) =>
        GateResult.Of(QuarterRules.Check(quarter), new(quarter.Plan.RuleLevels), accepted ?? []);

    /// <summary>Before a report is assembled.</summary>
    /// <param name="printed">The report as it would be printed; what its texts say is held against its tables.</param>
    public static GateResult Report(
        ReportCase report,
        IReadOnlyList<AcceptedExplanation>? accepted = null,
        PrintedReport? printed = null
    ) =>
        GateResult.Of(
            ReportRules.Check(report).Concat(printed is null ? [] : ReportChecker.CheckTexts(printed)),
            new(report.Plan.RuleLevels),
            accepted ?? []
        );
}
