using System.Globalization;
using System.Text.RegularExpressions;

namespace Sakip.Planning;

/// <summary>Texts of the report that go on into the next year: one that tells of this year's own figures is left out.</summary>
internal static partial class NextYearTexts
{
    /// <param name="errors">What the rules say of the draft: they name the texts whose figures the next year does not have.</param>
    public static NextYearDraft Of(NextYearDraft draft, IReadOnlyList<PlanError> errors)
    {
        var gone = errors
            .Select(error => Body().Match(error.Path))
            .Where(found => found.Success)
            .Select(found => int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture))
            .ToHashSet();
        if (gone.Count == 0)
            return draft;
        var texts = draft.Plan.Report.Narratives;
        return new NextYearDraft(
            draft.Plan with
            {
                Report = draft.Plan.Report with { Narratives = [.. texts.Where((_, at) => !gone.Contains(at))] },
            },
            [
                .. draft.Notes,
                .. gone.Order()
                    .Select(at => new NextYearNote(
                        SheetNames.Narratives,
                        $"Teks \"{texts[at].Title}\" memuat angka {draft.Plan.Year - 1} dan tidak dibawa; teks tahun lalu ditawarkan kembali saat laporan disusun."
                    )),
            ]
        );
    }

    [GeneratedRegex(
        @"^\$\.report\.narratives\[(\d+)\]\.body$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Body();
}
