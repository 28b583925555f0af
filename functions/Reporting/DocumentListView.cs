using Sakip.Documents;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;

namespace Sakip.Functions.Reporting;

internal sealed record FileLine(string Title, string At, IReadOnlyList<(string Text, string Url)> Files);

/// <summary>A document that can be made now: one button a format.</summary>
internal sealed record WishLine(string Title, IReadOnlyList<(string Format, string Value)> Files);

internal sealed record DocumentListView(
    string Base,
    IReadOnlyList<FileLine> Published,
    IReadOnlyList<FileLine> Asked,
    IReadOnlyList<WishLine> Wishes,
    bool MaySetLogo
)
{
    private const int MostAsked = 30;

    public string? Message { get; init; }
    public bool IsError { get; init; }

    public static DocumentListView Of(
        OfficePlan plan,
        IReadOnlyList<PublishedVersion> published,
        IReadOnlyList<(DocumentKind Kind, string DataHash, MadeDocument Document)> asked,
        bool maySetLogo
    )
    {
        var address = FormattableString.Invariant($"/kantor/{plan.Unit.Code}/{plan.Year}");
        return new DocumentListView(
            address,
            [
                .. published
                    .Reverse()
                    .Select(one => new FileLine(
                        $"Laporan Kinerja Tahun {plan.Year}, versi {one.Version}",
                        IndonesianDate.Long(one.Record.PublishedOn),
                        [
                            .. Enum.GetValues<FileFormat>()
                                .Where(format => one.Record.HashOf(format) is not null)
                                .Select(format =>
                                    (
                                        Label(format),
                                        FormattableString.Invariant(
                                            $"{address}/dokumen/lkjip/{one.Version}/{format.Extension()}"
                                        )
                                    )
                                ),
                        ]
                    )),
            ],
            [
                .. asked
                    .Take(MostAsked)
                    .Select(one => new FileLine(
                        one.Document.Name,
                        PageWords.Moment(one.Document.At),
                        [(Label(one.Document.Format), $"{address}/dokumen/{one.Kind}/{one.DataHash}?unduh=1")]
                    )),
            ],
            [
                Wish(Label(DocumentKind.Agreement), DocumentKind.Agreement),
                Wish(Label(DocumentKind.ActionPlan), DocumentKind.ActionPlan),
                .. Kernel.Quarters.All.Select(quarter =>
                    Wish($"Laporan triwulan {quarter.Roman()}", DocumentKind.QuarterlyReport, quarter)
                ),
                Wish(Label(DocumentKind.EvaluationTables), DocumentKind.EvaluationTables),
                Wish(Label(DocumentKind.AnnualReport), DocumentKind.AnnualReport),
            ],
            maySetLogo
        );
    }

    private static WishLine Wish(string title, DocumentKind kind, Quarter? quarter = null) =>
        new(
            title,
            [
                .. Enum.GetValues<FileFormat>()
                    .Select(format => (Label(format), DocumentWishes.ValueOf(kind, format, quarter))),
            ]
        );

    private static string Label(FileFormat format) =>
        format switch
        {
            FileFormat.Docx => "Word",
            FileFormat.Xlsx => "Excel",
            _ => "PDF",
        };

    private static string Label(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Agreement => "Perjanjian kinerja",
            DocumentKind.QuarterlyReport => "Laporan triwulan",
            DocumentKind.EvaluationTables => "Tabel evaluasi",
            DocumentKind.ActionPlan => "Rencana aksi",
            _ => "Laporan kinerja (LKjIP)",
        };
}

/// <param name="Name">Of the file, once it is made.</param>
internal sealed record DocumentResultView(string Base, DocumentProgress Progress, string? Name);
