using Sakip.Evaluation;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.AnnualCycle;

internal sealed record FigureLine(string Url, string Label, string Code, string Text);

internal sealed record FigureListView(
    string Lead,
    string Url,
    string? Search,
    IReadOnlyList<FigureLine> Rows,
    string? Error,
    PagerView? Pager = null
);

internal sealed record FigurePageView
{
    public required string Label { get; init; }

    public required string Text { get; init; }

    public required string? Note { get; init; }

    public required IReadOnlyList<(string Label, string Value)> Facts { get; init; }

    public required PageTable Parts { get; init; }

    public required PageTable Reports { get; init; }

    public required string ListUrl { get; init; }
}

/// <summary>Figures as pages show them.</summary>
internal static class FigureViews
{
    private const int PageSize = 60;
    private const int Shown = 12;

    public static FigureListView Of(
        OfficeYear office,
        (string Period, YearEvaluation Evaluation)? found,
        string? search,
        string? pageNumber
    )
    {
        var url = Url(office);
        if (found is not var (period, evaluation))
            return new("Belum ada evaluasi; angka muncul setelah triwulan pertama dikunci.", url, search, [], null);
        var labels = new FigureLabels(evaluation.Figures);
        var rows = evaluation
            .Figures.Where(figure =>
                string.IsNullOrWhiteSpace(search)
                || labels.Of(figure).Contains(search, StringComparison.OrdinalIgnoreCase)
                || figure.Code.Contains(search, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();
        var searched = string.IsNullOrWhiteSpace(search) ? "" : "&cari=" + Uri.EscapeDataString(search);
        var paged = Paged.Of(rows, Paged.Asked(pageNumber), PageSize, page => $"{url}?halaman={page}{searched}");
        return new(
            $"Angka pada {PeriodName(period)}. Buka salah satunya untuk melihat asalnya.",
            url,
            search,
            [
                .. paged.Rows.Select(figure => new FigureLine(
                    url + "/" + Uri.EscapeDataString(figure.Code),
                    labels.Of(figure),
                    figure.Code,
                    figure.Text is "-" ? "–" : figure.Text
                )),
            ],
            null,
            paged.Pager
        );
    }

    public static FigureListView Unknown(OfficeYear office, string id) =>
        new("", Url(office), null, [], $"Angka dengan kode \"{id}\" tidak ada.");

    public static FigurePageView Of(TracedFigure traced, OfficePlan plan)
    {
        var (figure, basis) = (traced.Figure, traced.Basis);
        return new()
        {
            Label = figure.Label,
            Text = figure.Text,
            Note =
                figure.State == ValueState.Measured || figure.State == ValueState.TextOnly
                    ? null
                    : "Belum ada nilainya.",
            Facts =
            [
                ("Kode", figure.Code),
                ("Rumus", figure.Formula),
                ("Nilai belum dibulatkan", figure.Value is { } value ? IndonesianNumber.Natural(value, 6) : "–"),
                ("Periode", PeriodName(traced.Period)),
                ("Kebijakan hitung", $"versi {figure.PolicyVersion}"),
                ("Skala peringkat", $"{basis.RatingScale} versi {basis.RatingScaleVersion}"),
                (
                    "Perjanjian kinerja",
                    basis.AgreementRevision == 0 ? "perjanjian awal" : $"perubahan ke-{basis.AgreementRevision}"
                ),
                ("Anggaran", $"{basis.BudgetNumber} (versi {basis.BudgetSequence})"),
                ("Sidik data", basis.InputHash),
            ],
            Parts = PartsOf(traced),
            Reports = ReportsOf(traced, plan),
            ListUrl = Url(traced.Office),
        };
    }

    private static PageTable PartsOf(TracedFigure traced) =>
        new PageTable(
            "Masukan",
            ["Masukan", "Nilai", "Rumus", "Sumber"],
            [
                .. traced.Parts.Select(part =>
                    (IReadOnlyList<string>)
                        [
                            string.Concat(Enumerable.Repeat("– ", part.Depth - 1)) + part.Input.Name,
                            part.Figure?.Text ?? (part.Input.Value is { } own ? IndonesianNumber.Natural(own, 0) : "–"),
                            part.Figure?.Formula ?? "–",
                            part.Input.Source ?? part.Figure?.Code ?? "–",
                        ]
                ),
            ]
        );

    private static PageTable ReportsOf(TracedFigure traced, OfficePlan plan)
    {
        var names = plan.SubUnits.ToDictionary(subUnit => subUnit.Code, subUnit => subUnit.Name);
        return new PageTable(
            "Laporan",
            ["Laporan", "Nilai", "Dilaporkan oleh", "Pada", "Diverifikasi oleh", "Bukti dukung"],
            [
                .. traced.Reports.Select(report =>
                    (IReadOnlyList<string>)
                        [
                            report.Name
                                + (report.SubUnit is { } code ? ", " + names.GetValueOrDefault(code, code) : ""),
                            report.Value is { } told ? IndonesianNumber.Natural(told, 0) : "–",
                            report.Reporter ?? "–",
                            report.Provenance.SubmittedAt is { } at ? PageWords.Moment(at) : "–",
                            report.Verifier ?? "–",
                            EvidenceOf(report.Provenance.Evidence),
                        ]
                ),
            ]
        );
    }

    // Files are told by the beginning of their hash; the whole one would take half of the table.
    private static string EvidenceOf(IReadOnlyList<string> hashes) =>
        hashes.Count == 0
            ? "tidak ada"
            : $"{hashes.Count} berkas: "
                + string.Join(", ", hashes.Select(hash => hash.Length > Shown ? hash[..Shown] + "…" : hash));

    private static string PeriodName(string period) =>
        Quarters.OfCode(period) is { } quarter ? $"evaluasi TW {quarter.Roman()}" : "evaluasi tahunan";

    private static string Url(OfficeYear office) =>
        FormattableString.Invariant($"/kantor/{office.Unit}/{office.Year}/angka");
}
