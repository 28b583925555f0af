using Sakip.Documents;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;

namespace Sakip.Functions.Reporting;

internal sealed record FileLine(string Title, string At, IReadOnlyList<(string Text, string Url)> Files);

internal sealed record DocumentListView(
    string Base,
    IReadOnlyList<FileLine> Published,
    IReadOnlyList<FileLine> Asked,
    IReadOnlyList<FieldView> Fields,
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
                new FieldView("jenis", "Dokumen", "")
                {
                    Options = [.. Enum.GetValues<DocumentKind>().Select(kind => (kind.ToString(), Label(kind)))],
                },
                new FieldView("format", "Format", "pdf")
                {
                    Options = [.. Enum.GetValues<FileFormat>().Select(format => (format.Extension(), Label(format)))],
                },
                new FieldView("quarter", "Triwulan (untuk laporan triwulan)", "")
                {
                    Options =
                    [
                        .. Kernel.Quarters.All.Select(quarter =>
                            ($"{(int)quarter}", "Triwulan " + Kernel.Quarters.Roman(quarter))
                        ),
                    ],
                },
            ],
            maySetLogo
        );
    }

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
            _ => "Laporan kinerja (LKjIP)",
        };
}

/// <param name="Name">Of the file, once it is made.</param>
internal sealed record DocumentResultView(string Base, DocumentProgress Progress, string? Name);
