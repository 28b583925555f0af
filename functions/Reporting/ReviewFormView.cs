using Sakip.Documents;
using Sakip.Functions.Web.Components;
using Sakip.Planning;
using Sakip.Reporting;

namespace Sakip.Functions.Reporting;

/// <summary>The Inspectorate's checklist as a form.</summary>
internal static class ReviewFormView
{
    private static readonly IReadOnlyList<(string, string)> Statuses =
    [
        .. Enum.GetValues<ReviewStatus>().Select(status => (status.ToString(), status.Words())),
    ];

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
        return
        [
            .. ReviewChecklist
                .Of(plan)
                .Select(group => new FieldGroup(
                    $"{group.Code}. {group.Title}",
                    null,
                    [.. group.Items.Select((item, index) => Item(item, index, found.GetValueOrDefault(item.Code)))]
                )),
            new FieldGroup(
                "Hasil reviu",
                "Butir berstatus terpenuhi tidak memerlukan catatan.",
                [
                    Field(ReviewForm.Number, "Nomor laporan hasil reviu", before?.Number),
                    Field(ReviewForm.Conclusion, "Simpulan", before?.Conclusion, isLong: true),
                ]
            ),
        ];

        FieldView Item(ReviewItem item, int index, ReviewFinding? finding) =>
            Field(ReviewForm.Status(item.Code), $"{index + 1}. {item.Text}", finding?.Status.ToString()) with
            {
                Kind = FieldKind.Radio,
                Options = Statuses,
                Link = ReviewPlaces.Of(item, places) is { } place
                    ? ($"Lihat {place.Title}, halaman {place.Label}", $"{documentUrl}#page={place.Page}")
                    : null,
                Further = (
                    "Catatan dan rekomendasi",
                    [
                        Field(ReviewForm.Note(item.Code), "Kondisi dan catatan", finding?.Note, isLong: true) with
                        {
                            Lines = 2,
                        },
                        Field(
                            ReviewForm.Recommendation(item.Code),
                            "Rekomendasi",
                            finding?.Recommendation,
                            isLong: true
                        ) with
                        {
                            Lines = 2,
                        },
                    ]
                ),
            };

        FieldView Field(string name, string label, string? value, bool isLong = false) =>
            new(
                name,
                label,
                typed?.GetValueOrDefault(name) ?? value ?? "",
                Error: errors.GetValueOrDefault(name),
                IsLong: isLong
            )
            {
                Longest = 1000,
            };
    }
}
