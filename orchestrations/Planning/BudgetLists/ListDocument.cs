using System.Text.RegularExpressions;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>What a list says of its budget document, in its name and above its headings.</summary>
internal static partial class ListDocument
{
    public static BudgetStage StageOf(string file) =>
        Amended().IsMatch(file) ? BudgetStage.Amendment : BudgetStage.Shift;

    // Titles of an export may say what else would have to be typed.
    public static BudgetListImport Filled(BudgetListImport import, IReadOnlyList<string> titles, OfficePlan plan)
    {
        var isFirst = import.Stage == BudgetStage.Original;
        var number = titles.Select(title => Numbered().Match(title)).FirstOrDefault(found => found.Success);
        var day = titles.Select(title => Dated().Match(title)).FirstOrDefault(found => found.Success);
        return import with
        {
            Number =
                import.Number.Length > 0 ? import.Number
                : number is not null ? number.Groups[1].Value.Trim()
                : isFirst ? plan.Budget.Number
                : "",
            Date =
                import.Date
                ?? (day is null ? null : IndonesianDay.Parse(day.Groups[1].Value.Trim()).Day)
                ?? (isFirst ? plan.Budget.Date : null),
            LegalBasis = import.LegalBasis ?? plan.Budget.LegalBasis,
        };
    }

    [GeneratedRegex(
        "perubahan|\\bp-?apbd\\b|\\bdppa\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Amended();

    [GeneratedRegex(
        "\\b(?:nomor|no\\.?)(?:\\s+dpp?a)?(?:[ -]skpd)?\\s*:\\s*(\\S[^:;]{2,80}?)(?=\\s+tanggal\\b|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(
        "\\btanggal(?:\\s+dpp?a|\\s+pengesahan)?\\s*:?\\s*(\\d{1,2}[-/. ](?:\\d{1,2}|[A-Za-z]{3,12})[-/. ]\\d{4})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Dated();
}
