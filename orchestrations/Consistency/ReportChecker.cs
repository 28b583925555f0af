using System.Text.RegularExpressions;
using Sakip.Evaluation;

namespace Sakip.Consistency;

/// <summary>Checks a printed report against itself, by the rules that our own reports have to pass.</summary>
internal static class ReportChecker
{
    private static readonly IPrintedRule[] Rules =
    [
        new AgreementTargets(),
        new StaffTargets(),
        new AgreementBudget(),
        new AgreementInTime(),
        new RowNumbers(),
        new BudgetNames(),
        new BudgetSums(),
        new BudgetSets(),
        new CalledRealisation(),
        new AverageWord(),
        new UnexplainedAbsorption(),
        new ValueFromParts(),
        new PartsTold(),
        new IndicatorNames(),
        new TargetsChallenge(),
        new AchievementColumns(),
        new CrossTables(),
        new Recalculation(),
        new NumberStyle(),
        new OverheadShown(),
        new PrintedScale(),
        new IndicatorPercentages(),
        new OverallPercentages(),
        new ItemNumbers(),
        new DirectionWords(),
        new Exceptions(),
        new RatingWords(),
        new HalfWords(),
        new ItemSums(),
        new ColumnPrecision(),
        new Uncomputable(),
        new CountedLists(),
        new TargetWords(),
        new NarrativeTexts(),
        new RequiredSections(),
        new ContentsLists(),
        new TableReferences(),
        new Periods(),
        new YearLabels(),
        new Counts(),
        new LegalCitations(),
        new Officials(),
        new OfficeNames(),
    ];

    // What people write in a report whose tables the app computes itself.
    private static readonly IPrintedRule[] TextRules =
    [
        new BudgetNames(),
        new CalledRealisation(),
        new AverageWord(),
        new ValueFromParts(),
        new IndicatorPercentages(),
        new OverallPercentages(),
        new ItemNumbers(),
        new DirectionWords(),
        new TargetWords(),
        new Exceptions(),
        new RatingWords(),
        new HalfWords(),
        new CountedLists(),
        new NarrativeTexts(),
        new TableReferences(),
        new Periods(),
        new YearLabels(),
        new Counts(),
        new LegalCitations(),
        new OfficeNames(),
    ];

    /// <summary>Reads the texts of a report of our own against its tables.</summary>
    internal static IEnumerable<Contradiction> CheckTexts(PrintedReport report)
    {
        var facts = new PrintedFacts(report);
        return TextRules.SelectMany(rule => rule.Check(facts));
    }

    /// <exception cref="System.Text.Json.JsonException">The JSON is no printed report.</exception>
    public static IReadOnlyList<Finding> Check(string json, RuleLevels? levels = null) =>
        Check(CanonicalJson.Deserialize<PrintedReport>(json), levels);

    /// <returns>Blockers first, then by code.</returns>
    public static IReadOnlyList<Finding> Check(PrintedReport report, RuleLevels? levels = null) =>
        Examine(report, levels).Findings;

    /// <summary>What was found, and what was read and not read, so that silence about the rest means that it was checked.</summary>
    public static Examination Examine(PrintedReport report, RuleLevels? levels = null)
    {
        var facts = new PrintedFacts(report);
        var found = new List<Contradiction>();
        var failed = new List<string>();
        foreach (var rule in Rules)
        {
            try
            {
                found.AddRange(rule.Check(facts).ToList());
            }
            catch (Exception fault) when (fault is OverflowException or RegexMatchTimeoutException)
            {
                failed.Add(rule.GetType().Name);
            }
        }

        return new(GateResult.Order(found, levels ?? RuleLevels.Default), ReadingAccount.Of(facts, failed));
    }
}
