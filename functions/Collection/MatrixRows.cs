using Sakip.Calendar;
using Sakip.Collection;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Collection;

/// <summary>Rows of the matrix: calm until something is due, amber in its last days, red once it is late.</summary>
internal static class MatrixRows
{
    private const int LastDays = 3;

    public static IReadOnlyList<MatrixRow> Of(
        OfficePlan plan,
        QuarterStanding standing,
        string place,
        DateTimeOffset now
    )
    {
        var calendar = plan.WorkDays();
        var isClosed = calendar.Deadline(standing.Window.Dates.Closes) < now;
        return
        [
            .. standing.Reports.Select(report =>
            {
                var left = report.Waiting is { } open ? Left(calendar, open, now) : (int?)null;
                var (text, tone) = standing.State is null
                    ? ReportWords.Of((QuarterState?)null)
                    : Shown(report, left, isClosed);
                return new MatrixRow
                {
                    Code = report.SubUnit.Code,
                    Name = report.SubUnit.Name,
                    State = text,
                    Tone = tone,
                    Url = $"{place}/{report.SubUnit.Code}",
                    Revision =
                        report.Revision == 0
                            ? "–"
                            : PageWords.Number(report.Revision)
                                + (report.Round > 1 ? $" (putaran {report.Round})" : ""),
                    SubmittedAt = report.SubmittedAt is { } at ? PageWords.ShortMoment(at) : "–",
                    IsIn = report.State is not (ReportState.NotReported or ReportState.Returned),
                    IsLate = left < 0,
                    Open = report.Waiting is { } waiting ? Open(plan, report, waiting, left!.Value) : null,
                };
            }),
        ];
    }

    private static OpenStepLine Open(OfficePlan plan, ReportStanding report, WaitingRow waiting, int left) =>
        new()
        {
            Subject = waiting.Subject,
            Step = waiting.Step,
            Attempt = waiting.Attempt,
            StepName = ReportWords.Step(waiting.Step),
            Who =
                waiting.Bearer == ApprovalRow.Vacant
                    ? "belum ada pejabatnya"
                    : QuarterViews.NameOf(plan, waiting.Bearer),
            Due = PageWords.ShortDay(waiting.DueAt),
            Days = left > LastDays ? null : DaysWord(left),
            Reminded = report.Reminded is { } at ? PageWords.ShortDay(at) : null,
        };

    private static (string, Tone) Shown(ReportStanding report, int? left, bool isClosed)
    {
        var (text, tone) = ReportWords.Of(report);
        if (left is not { } days)
        {
            return report.State != ReportState.NotReported ? (text, tone)
                : isClosed ? ("Tidak dilaporkan", Tone.Bad)
                : (text, Tone.Plain);
        }

        var isFirst = report.State == ReportState.NotReported;
        return days switch
        {
            < 0 => (
                isFirst ? $"Terlambat {-days} hari kerja" : $"{ReportWords.Of(report.State).Text}, {DaysWord(days)}",
                Tone.Bad
            ),
            <= LastDays when isFirst => (days == 0 ? "Tenggat hari ini" : $"Tinggal {days} hari kerja", Tone.Wait),
            <= LastDays => (text, Tone.Wait),
            _ => (text, tone),
        };
    }

    // The day's end is its deadline: an hour later the step is a day late.
    private static int Left(WorkCalendar calendar, WaitingRow open, DateTimeOffset now)
    {
        var left = calendar.Between(calendar.DateAt(now), calendar.DateAt(open.DueAt));
        return now > open.DueAt ? Math.Min(left, -1) : Math.Max(left, 0);
    }

    private static string DaysWord(int left) =>
        left switch
        {
            < 0 => $"lewat {-left} hari kerja",
            0 => "hari ini",
            _ => $"tinggal {left} hari kerja",
        };
}
