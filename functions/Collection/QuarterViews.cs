using Sakip.Collection;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Collection;

internal sealed record QuarterModel
{
    public required string Title { get; init; }

    public required string Base { get; init; }

    public required string State { get; init; }

    public required Tone StateTone { get; init; }

    public required IReadOnlyList<(string Label, string Value)> Window { get; init; }

    public required IReadOnlyList<MatrixRow> Rows { get; init; }

    public required PageTable? Extensions { get; init; }

    public required PageTable? Rounds { get; init; }

    public bool CanExtend { get; init; }
    public bool CanReopen { get; init; }
    public bool IsBlocked { get; init; }
    public bool IsEvaluated { get; init; }
    public string? Message { get; init; }
    public bool IsError { get; init; }
    public FormState Form { get; init; } = FormState.Empty;

    /// <summary>What a refused form has not brought about.</summary>
    public string Refused =>
        Form.Value("tindakan") switch
        {
            "perpanjang" => "Masa pelaporan belum diperpanjang. Perbaiki yang berikut:",
            "buka-kembali" => "Pembukaan kembali belum diajukan. Perbaiki yang berikut:",
            _ => "Pemeriksaan ulang belum dimulai. Perbaiki yang berikut:",
        };
}

/// <summary>Indonesian words for states, and the tone they are shown in.</summary>
internal static class ReportWords
{
    public static (string Text, Tone Tone) Of(ReportStanding report)
    {
        var (text, tone) = Of(report.State);
        return report.IsLate
            ? (text + ", terlambat", report.State == ReportState.Locked ? Tone.Wait : tone)
            : (text, tone);
    }

    public static (string Text, Tone Tone) Of(ReportState state) =>
        state switch
        {
            ReportState.NotReported => ("Belum dilaporkan", Tone.Plain),
            ReportState.Submitted => ("Diajukan", Tone.Info),
            ReportState.ApprovedByHead => ("Disetujui kepala", Tone.Info),
            ReportState.Verified => ("Terverifikasi", Tone.Good),
            ReportState.Returned => ("Dikembalikan", Tone.Wait),
            ReportState.Locked => ("Terkunci", Tone.Good),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
        };

    public static (string Text, Tone Tone) Of(QuarterState? state) =>
        state switch
        {
            null => ("Belum dibuka", Tone.Plain),
            QuarterState.Open => ("Dibuka", Tone.Info),
            QuarterState.Blocked => ("Tertahan temuan penghalang", Tone.Bad),
            QuarterState.Closed => ("Terkunci", Tone.Good),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
        };

    public static string Step(string step) =>
        step switch
        {
            "submit" => "Pengisian",
            "head" => "Persetujuan kepala",
            "verify" => "Verifikasi",
            _ => step,
        };
}

/// <summary>Puts the quarter's page together.</summary>
internal static class QuarterViews
{
    public static QuarterModel Of(OfficePlan plan, QuarterStanding standing, DateTimeOffset now, bool mayManage)
    {
        var place = $"/kantor/{plan.Unit.Code}/{plan.Year}/triwulan/{(int)standing.Quarter}";
        var (state, tone) = ReportWords.Of(standing.State);
        var dates = standing.Window.Dates;
        return new QuarterModel
        {
            Title = $"Triwulan {standing.Quarter.Roman()} Tahun {plan.Year}",
            Base = place,
            State = state,
            StateTone = tone,
            Window =
            [
                ("Dibuka", IndonesianDate.Long(dates.Opens)),
                ("Tenggat", IndonesianDate.Long(dates.Due)),
                ("Ditutup", IndonesianDate.Long(dates.Closes)),
                ("Batas verifikasi", IndonesianDate.Long(dates.VerificationDue)),
            ],
            Rows = MatrixRows.Of(plan, standing, place, now),
            Extensions = standing.Extensions.Count == 0 ? null : Extensions(standing.Extensions),
            Rounds = standing.Rounds.Count == 0 ? null : Rounds(plan, standing.Rounds),
            CanExtend =
                mayManage && WindowRules.Closed(standing.State?.ToString(), dates, now, plan.WorkDays()) is null,
            CanReopen =
                mayManage
                && standing.State == QuarterState.Closed
                && standing.Rounds.All(round => round.Opens is not null || round.IsDropped),
            IsBlocked = standing.State == QuarterState.Blocked,
            IsEvaluated = standing.State == QuarterState.Closed || standing.Rounds.Count > 0,
        };
    }

    private static PageTable Extensions(IReadOnlyList<ExtensionRow> rows) =>
        new(
            "Perpanjangan",
            ["Ke-", "Tenggat", "Ditutup", "Batas verifikasi", "Alasan", "Oleh", "Pada"],
            [
                .. rows.Select(row =>
                    (IReadOnlyList<string>)
                        [
                            PageWords.Number(row.Number),
                            PageWords.ShortDay(row.Due),
                            PageWords.ShortDay(row.Closes),
                            PageWords.ShortDay(row.VerificationDue),
                            row.Reason,
                            row.ByName,
                            PageWords.Moment(row.At),
                        ]
                ),
            ]
        );

    private static PageTable Rounds(OfficePlan plan, IReadOnlyList<RoundRow> rows) =>
        new(
            "Pembukaan kembali",
            ["Putaran", "Sub-unit", "Alasan", "Diajukan", "Keadaan"],
            [
                .. rows.Select(row =>
                    (IReadOnlyList<string>)
                        [
                            PageWords.Number(row.Round),
                            string.Join(
                                ", ",
                                plan.SubUnits.Where(subUnit => row.Codes().Contains(subUnit.Code))
                                    .Select(subUnit => subUnit.Name)
                            ),
                            row.Reason,
                            $"{NameOf(plan, row.AskedBy)}, {PageWords.Moment(row.AskedAt)}",
                            StateOf(plan, row),
                        ]
                ),
            ]
        );

    private static string StateOf(OfficePlan plan, RoundRow row) =>
        row switch
        {
            { IsDropped: true } => "Tidak disetujui",
            { Opens: null } => "Menunggu persetujuan",
            _ =>
                $"Disetujui {(row.ApprovedBy is { } by ? NameOf(plan, by) : "")}; tenggat {PageWords.ShortDay(row.Due!.Value)}",
        };

    public static string NameOf(OfficePlan plan, string code)
    {
        return plan.Officials.FirstOrDefault(official => official.Code == code)?.FullName() ?? code;
    }
}
