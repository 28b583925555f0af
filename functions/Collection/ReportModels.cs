using Sakip.Collection;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Collection;

internal sealed record QuarterHead(string Name, string Url, string State, Tone Tone);

/// <param name="Cells">One per quarter; null before its window opens.</param>
internal sealed record QuartersRow(string Name, IReadOnlyList<MatrixRow?> Cells);

/// <param name="Current">The quarter that is being reported, or was last; null before the first opens.</param>
internal sealed record QuartersModel(
    IReadOnlyList<QuarterHead> Quarters,
    IReadOnlyList<QuartersRow> Rows,
    string Url,
    QuarterModel? Current
);

internal sealed record RevisionView(int Number, IReadOnlyList<string> Decisions, IReadOnlyList<PageTable> Tables);

internal sealed record ReportModel
{
    public required string Title { get; init; }

    public required string SubUnit { get; init; }

    public required string QuarterTitle { get; init; }

    public required string QuarterUrl { get; init; }

    public required string State { get; init; }

    public required Tone Tone { get; init; }

    public required IReadOnlyList<(string Label, string Value)> Facts { get; init; }

    public required IReadOnlyList<(string Label, string Url)> Rounds { get; init; }

    public required IReadOnlyList<RevisionView> Revisions { get; init; }

    public required IReadOnlyList<EvidenceView> Evidence { get; init; }
}

/// <summary>Puts the pages of the whole year and of one report together.</summary>
internal static class ReportModels
{
    public static QuartersModel OfYear(OfficePlan plan, IReadOnlyList<QuarterStanding> standings, DateTimeOffset now)
    {
        var quarters = standings.Select(standing => QuarterViews.Of(plan, standing, now, mayManage: false)).ToList();
        return new QuartersModel(
            [
                .. standings.Zip(
                    quarters,
                    (standing, model) =>
                        new QuarterHead("TW " + standing.Quarter.Roman(), model.Base, model.State, model.StateTone)
                ),
            ],
            [
                .. plan.SubUnits.Select(
                    (subUnit, at) =>
                        new QuartersRow(
                            subUnit.Name,
                            [
                                .. standings.Zip(
                                    quarters,
                                    (standing, model) => standing.State is null ? null : model.Rows[at]
                                ),
                            ]
                        )
                ),
            ],
            $"/kantor/{plan.Unit.Code}/{plan.Year}/triwulan",
            Current(standings) is { } current ? quarters[(int)current.Quarter - 1] : null
        );
    }

    /// <summary>The quarter that is being reported, or was last; null before the first opens.</summary>
    public static QuarterStanding? Current(IReadOnlyList<QuarterStanding> standings) =>
        standings.FirstOrDefault(one => one.State is QuarterState.Open or QuarterState.Blocked)
        ?? standings.LastOrDefault(one => one.State is not null);

    public static ReportModel Of(OfficePlan plan, ReportHistory history, int lastRound)
    {
        var report = history.Report;
        var subUnit = plan.SubUnits.Single(one => one.Code == report.SubUnit).Name;
        var quarter = $"/kantor/{report.Unit}/{report.Year}/triwulan/{(int)report.Quarter}";
        var state = history.State is { } row ? Enum.Parse<ReportState>(row.State) : ReportState.NotReported;
        var (text, tone) = ReportWords.Of(state);
        return new ReportModel
        {
            Title = $"Laporan Triwulan {report.Quarter.Roman()} {subUnit}",
            SubUnit = plan.Unit.Name,
            QuarterTitle = $"Triwulan {report.Quarter.Roman()}",
            QuarterUrl = quarter,
            State = history.State?.Late == true ? text + ", terlambat" : text,
            Tone = tone,
            Facts = Facts(plan, history),
            Rounds =
            [
                .. Enumerable
                    .Range(1, lastRound)
                    .Select(round => ($"putaran {round}", $"{quarter}/{report.SubUnit}?putaran={round}")),
            ],
            Revisions = [.. history.Revisions.Reverse().Select(revision => Revision(plan, history, revision))],
            Evidence =
            [
                .. history.Evidence.Select(row => Evidence(plan, row, $"{quarter}/{report.SubUnit}", report.Round)),
            ],
        };
    }

    private static List<(string, string)> Facts(OfficePlan plan, ReportHistory history)
    {
        var facts = new List<(string, string)>();
        if (history.Report.Round > 1)
            facts.Add(("Putaran", PageWords.Number(history.Report.Round)));
        if (history.State is not { } state)
            return facts;
        if (state.SubmittedBy is { } sender)
        {
            facts.Add(
                ("Pengirim", $"{QuarterViews.NameOf(plan, sender)}, {PageWords.Moment(state.SubmittedAt!.Value)}")
            );
        }

        if (state.ApprovedBy is { } head)
            facts.Add(("Disetujui", QuarterViews.NameOf(plan, head)));
        if (state.VerifiedBy is { } verifier)
        {
            facts.Add(
                ("Diverifikasi", $"{QuarterViews.NameOf(plan, verifier)}, {PageWords.Moment(state.VerifiedAt!.Value)}")
            );
        }

        return facts;
    }

    private static RevisionView Revision(OfficePlan plan, ReportHistory history, ReportRevision revision)
    {
        var before = history.Revisions.LastOrDefault(other => other.Number < revision.Number)?.Submission;
        return new RevisionView(
            revision.Number,
            [
                .. revision.Decisions.Select(one =>
                    $"{PageWords.Of(Enum.Parse<Sakip.Approvals.Decision>(one.Claim.Decision))}"
                    + (one.Claim.ByName.Length > 0 ? $" oleh {one.Claim.ByName}" : "")
                    + $", {PageWords.Moment(one.Claim.At)}"
                    + (one.Claim.Note is { } note ? $". Catatan: {note}" : "")
                ),
            ],
            [
                .. SubmissionChanges.Of(plan, before, revision.Submission),
                .. SubmissionTables.Of(plan, revision.Submission),
            ]
        );
    }

    private static EvidenceView Evidence(OfficePlan plan, EvidenceRow row, string place, int round)
    {
        var view = EvidenceViews.Of(row, place);
        return view with
        {
            Detail = $"{ReportNames.Of(plan, row.Owner)}; {view.Detail}; SHA-256 {row.Sha256![..12]}…",
            Url = round == 1 ? view.Url : $"{view.Url}?putaran={round}",
        };
    }
}
