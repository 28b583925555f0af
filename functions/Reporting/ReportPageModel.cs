using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;

namespace Sakip.Functions.Reporting;

internal sealed record PublishedLine(int Version, string On, string Reason, string Url);

/// <summary>Where the report stands: versions, texts, parts with their marks, legal bases, reviews.</summary>
internal sealed record ReportPageModel
{
    public required string Base { get; init; }

    public required string State { get; init; }

    public required Tone Tone { get; init; }

    public required string Due { get; init; }

    public required bool IsWaiting { get; init; }

    public required bool MayCorrect { get; init; }

    public required string Texts { get; init; }

    public required IReadOnlyList<PublishedLine> Published { get; init; }

    public required IReadOnlyList<PartLine> Parts { get; init; }

    public required PageTable LegalBases { get; init; }

    public required PageTable Reviews { get; init; }

    /// <summary>Texts that may be asked for again with a correction.</summary>
    public IReadOnlyList<(string Section, string Title)> Narratives { get; init; } = [];

    /// <summary>The call for a correction as it was sent and refused.</summary>
    public FormState Form { get; init; } = FormState.Empty;
    public string? Message { get; init; }
    public bool IsError { get; init; }

    public static ReportPageModel Of(OfficePlan plan, ReportStanding standing, bool isPlanner)
    {
        var address = FormattableString.Invariant($"/kantor/{plan.Unit.Code}/{plan.Year}");
        var isWaiting = standing.Waiting is not null && standing.State is not ("Signed" or "Published");
        return new ReportPageModel
        {
            Base = address,
            State = StateOf(standing),
            Tone = standing.Version is null ? Tone.Good : Tone.Info,
            Due = IndonesianDate.Long(plan.Report.Due),
            IsWaiting = isWaiting && isPlanner,
            MayCorrect = isPlanner && standing.Version is null,
            Texts = TextsOf(standing),
            Published =
            [
                .. standing.Published.Select(one => new PublishedLine(
                    one.Version,
                    IndonesianDate.Long(one.Record.PublishedOn),
                    one.Record.Reason ?? "–",
                    PublicPlaces.Path(plan.Office, one.Version)
                )),
            ],
            Parts = PartLines.Of(standing, address),
            LegalBases = BasesOf(plan),
            Reviews = ReviewsOf(plan, standing),
            Narratives = [.. standing.Narratives.Select(text => (text.Section, text.Title))],
        };
    }

    private static PageTable BasesOf(OfficePlan plan) =>
        new PageTable(
            "Daftar dasar hukum",
            ["Peraturan", "Berlaku sejak", "Berlaku sampai", "Keadaan"],
            [
                .. LegalBasisRegister
                    .Of(plan)
                    .Select(one =>
                        (IReadOnlyList<string>)
                            [
                                one.Basis.Citation,
                                IndonesianDate.Long(one.Basis.From),
                                one.Basis.Until is { } until ? IndonesianDate.Long(until) : "–",
                                one.Standing == LegalStanding.InForce
                                    ? "Berlaku"
                                    : $"Tidak dicetak: {one.Standing.Words()}",
                            ]
                    ),
            ]
        );

    private static PageTable ReviewsOf(OfficePlan plan, ReportStanding standing)
    {
        var items = ReviewChecklist
            .Of(plan)
            .SelectMany(group => group.Items)
            .ToDictionary(item => item.Code, item => item.Text);
        return new PageTable(
            "Reviu Inspektorat",
            ["Pereviu", "Waktu", "Butir dengan catatan", "Catatan"],
            [
                .. standing.Reviews.Select(review =>
                    (IReadOnlyList<string>)
                        [
                            review.Name,
                            PageWords.Moment(review.At),
                            $"{review.Checklist?.Findings.Count(finding => finding.Status != ReviewStatus.Fulfilled) ?? 0}",
                            string.Join(
                                " ",
                                new[] { review.Note }
                                    .Concat(
                                        review
                                            .Checklist?.Findings.Where(finding =>
                                                finding.Status != ReviewStatus.Fulfilled
                                            )
                                            .Select(finding =>
                                                $"{items.GetValueOrDefault(finding.Item, finding.Item)} {finding.Note} {finding.Recommendation}"
                                            )
                                            ?? []
                                    )
                                    .OfType<string>()
                            ),
                        ]
                ),
            ]
        );
    }

    // A correction asks only for some texts again; the others stand.
    private static string TextsOf(ReportStanding standing)
    {
        var asked = standing.Correction is { Narratives: var again }
            ? [.. standing.Narratives.Where(text => again?.Contains(text.Section) == true)]
            : standing.Narratives;
        return standing.Correction is not null && asked.Count == 0
            ? "Tidak ada narasi yang diminta ulang"
            : $"{asked.Count(text => text.IsHandedIn)} dari {asked.Count} narasi {(standing.Correction is null ? "" : "yang diminta ulang ")}disampaikan";
    }

    private static string StateOf(ReportStanding standing) =>
        standing switch
        {
            { Version: null } => $"Terbit (versi {standing.Published[^1].Version})",
            { State: "Assembled" } => "Menunggu reviu Inspektorat",
            { State: "Reviewed" } => "Menunggu tanda tangan kepala",
            { State: "Signed" } => "Ditandatangani",
            { State: "Returned" } => "Dikembalikan untuk diperbaiki",
            { Waiting: not null } => "Menunggu perbaikan dan pemeriksaan ulang",
            { Narratives: var texts } when texts.Any(text => text.DueAt is not null) => "Narasi sedang dikumpulkan",
            _ => "Belum disusun",
        };
}
