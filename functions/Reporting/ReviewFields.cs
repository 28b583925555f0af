using Sakip.Documents;
using Sakip.Functions.Web.Components;
using Sakip.Planning;
using Sakip.Reporting;

namespace Sakip.Functions.Reporting;

/// <summary>The fields of the checklist with what was typed and what is wrong; an item leads to its place in the report.</summary>
internal sealed class ReviewFields(
    IReadOnlyList<DocumentPlace> places,
    string documentUrl,
    IReadOnlyDictionary<string, string>? typed,
    IReadOnlyDictionary<string, string> errors
)
{
    private static readonly IReadOnlyList<(string, string)> Statuses =
    [
        .. Enum.GetValues<ReviewStatus>().Select(status => (status.ToString(), status.Words())),
    ];

    public FieldView Item(ReviewItem item, int index, ReviewFinding? finding) =>
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

    public FieldView Field(string name, string label, string? value, bool isLong = false) =>
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
