using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Consistency;

/// <summary>Checks a printed report against itself, by the rules that our own reports have to pass.</summary>
internal static class ReportChecker
{
    // Whatever is a rule is one of them; the order of their names decides which of two alike findings comes first.
    private static readonly IPrintedRule[] Rules =
    [
        .. typeof(IPrintedRule)
            .Assembly.GetTypes()
            .Where(type => type.IsClass && typeof(IPrintedRule).IsAssignableFrom(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (IPrintedRule)Activator.CreateInstance(type)!),
    ];

    private static readonly ITextRule[] TextRules = [.. Rules.OfType<ITextRule>()];

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
