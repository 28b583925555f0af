using Sakip.Documents;
using Sakip.Evaluation;
using Sakip.Reporting;
using Figure = Sakip.Evaluation.Figure;

namespace Sakip.Functions.Reporting;

/// <summary>A paragraph or list of a preview.</summary>
/// <param name="Items">Lines of a list; null for a paragraph.</param>
internal sealed record PreviewBlock(string Text, IReadOnlyList<string>? Items, bool IsNumbered);

/// <summary>The editor of one text: what stands, what is wrong, how it will read, which figures there are.</summary>
internal sealed record NarrativeView(string Title, string Body, IReadOnlyList<FigureGroupView> Figures)
{
    public IReadOnlyList<string> Errors { get; init; } = [];
    public IReadOnlyList<string> Hints { get; init; } = [];
    public IReadOnlyList<PreviewBlock> Preview { get; init; } = [];
    public string? LastYear { get; init; }

    public static NarrativeView Of(
        NarrativeSheet sheet,
        string? typed,
        bool preview,
        IReadOnlyList<string>? errors = null
    )
    {
        var body = typed ?? sheet.Body;
        var verdict = NarrativeDesk.Check(sheet, body);
        return new NarrativeView(sheet.Title, body, FigureGroupView.Of(sheet.Figures))
        {
            LastYear = sheet.LastYear,
            Errors = errors ?? (preview ? verdict.Errors : []),
            Hints = verdict.Hints,
            Preview = [.. NarrativeDesk.Preview(sheet, body).Select(Block)],
        };
    }

    private static PreviewBlock Block(Block block) =>
        block switch
        {
            BlockList list => new PreviewBlock(
                "",
                [.. list.Items.Select(item => Text(item.Inlines))],
                list.Style == ListStyle.Number
            ),
            Paragraph paragraph => new PreviewBlock(Text(paragraph.Inlines), null, false),
            _ => new PreviewBlock("", null, false),
        };

    private static string Text(IReadOnlyList<Inline> inlines) =>
        string.Concat(
            inlines.Select(inline =>
                inline switch
                {
                    TextRun run => run.Text,
                    Sakip.Documents.Field field => field.Text,
                    _ => "",
                }
            )
        );
}

/// <summary>Placeholders of one kind with their present values.</summary>
internal sealed record FigureGroupView(string Title, IReadOnlyList<(string Label, Figure Figure)> Figures)
{
    public static IReadOnlyList<FigureGroupView> Of(IReadOnlyList<Figure> figures)
    {
        var labels = new FigureLabels(figures);
        return
        [
            .. figures
                .GroupBy(KindOf)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new FigureGroupView(
                    group.Key,
                    [.. group.Select(figure => (labels.Of(figure), figure))]
                )),
        ];
    }

    private static string KindOf(Figure figure) =>
        figure.Code.Split('.')[0] switch
        {
            "capaian"
            or "target"
            or "realisasi"
            or "peringkat"
            or "status"
            or "pembilang"
            or "penyebut"
            or "perubahan"
            or "arah" when !figure.Code.StartsWith("realisasi.anggaran", StringComparison.Ordinal) =>
                "Capaian indikator",
            "pagu" or "serapan" or "realisasi" or "efisiensi" => "Anggaran",
            "kemajuan" or "tren" or "prakiraan" => "Kemajuan dan prakiraan",
            "data" => "Data pendukung",
            _ => "Umum",
        };
}
