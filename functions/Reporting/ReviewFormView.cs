using Sakip.Documents;
using Sakip.Functions.Web.Components;
using Sakip.Planning;
using Sakip.Reporting;

namespace Sakip.Functions.Reporting;

/// <summary>The Inspectorate's checklist as a form.</summary>
internal static class ReviewFormView
{
    /// <param name="places">Where the parts of the report begin that <paramref name="documentUrl"/> opens.</param>
    public static IReadOnlyList<FieldGroup> Of(
        OfficePlan plan,
        IReadOnlyList<DocumentPlace> places,
        string documentUrl,
        ReviewSubmission? before,
        IReadOnlyDictionary<string, string>? typed,
        IReadOnlyDictionary<string, string> errors
    )
    {
        var found = before?.Findings.ToDictionary(finding => finding.Item) ?? [];
        var fields = new ReviewFields(places, documentUrl, typed, errors);
        return
        [
            .. ReviewChecklist
                .Of(plan)
                .Select(group => new FieldGroup(
                    $"{group.Code}. {group.Title}",
                    null,
                    [
                        .. group.Items.Select(
                            (item, index) => fields.Item(item, index, found.GetValueOrDefault(item.Code))
                        ),
                    ]
                )),
            new FieldGroup(
                "Hasil reviu",
                "Butir berstatus terpenuhi tidak memerlukan catatan.",
                [
                    fields.Field(ReviewForm.Number, "Nomor laporan hasil reviu", before?.Number),
                    fields.Field(ReviewForm.Conclusion, "Simpulan", before?.Conclusion, isLong: true),
                ]
            ),
        ];
    }
}
