using Sakip.Collection;
using Sakip.Functions.Approvals;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Home;

/// <summary>Where the year stands, from the records that it has left behind and what waits.</summary>
/// <param name="records">The year's records by row key: agreements, locked figures, evaluations, reports.</param>
internal sealed class DashboardTimeline(
    OfficePlan plan,
    IReadOnlyDictionary<string, RecordRow> records,
    IReadOnlyList<WaitingRow> waiting,
    IReadOnlyList<QuarterStanding> quarters,
    DateTimeOffset now
)
{
    private readonly string _url = $"/kantor/{plan.Unit.Code}/{plan.Year}";

    public IReadOnlyList<TimelineStep> Steps()
    {
        var steps = new List<TimelineStep> { Agreement() };
        foreach (var quarter in quarters)
            steps.Add(QuarterOf(quarter, IsNow()));
        steps.Add(Evaluated(IsNow()));
        steps.Add(Report(IsNow()));
        return steps;

        bool IsNow() => steps.TrueForAll(step => step.Kind == TimelineState.Done);
    }

    private TimelineStep Agreement()
    {
        var signed = Records("agreement|");
        var asked = waiting.FirstOrDefault(row => Subject.Parse(row.Subject) is AgreementSubject { Post: null });
        var state =
            asked is not null ? StepWords.Of(asked.Kind)
            : signed.Count > 0 ? "Berlaku"
            : "Disusun";
        var when =
            signed.Count > 0
                ? PageWords.ShortDay(signed[^1].At) + (signed.Count > 1 ? $", perubahan ke-{signed.Count - 1}" : "")
            : asked is null ? "menunggu rancangan"
            : $"sejak {PageWords.ShortDay(asked.Since)}";
        return new TimelineStep("Perjanjian kinerja", state, when, State(signed.Count > 0, isNow: true))
        {
            Url = asked is null ? $"{_url}/perjanjian" : WaitingLinks.PageOf(asked),
        };
    }

    private TimelineStep QuarterOf(QuarterStanding standing, bool isNow)
    {
        var name = $"Triwulan {standing.Quarter.Roman()}";
        var url = $"{_url}/triwulan/{(int)standing.Quarter}";
        if (records.TryGetValue("figures|" + standing.Quarter.Code(), out var locked))
            return new TimelineStep(name, "Terkunci", PageWords.ShortDay(locked.At), TimelineState.Done) { Url = url };
        var window = standing.Window.Dates;
        if (standing.State is null)
        {
            return new TimelineStep(
                name,
                "Belum dibuka",
                $"dibuka {PageWords.ShortDay(window.Opens)}",
                State(false, isNow)
            )
            {
                Url = url,
            };
        }

        var all = standing.Reports.Count;
        var missing = standing.Reports.Count(report => report.State is ReportState.NotReported or ReportState.Returned);
        var due = $"tenggat {PageWords.ShortDay(window.Due)}{Passed(window.Due)}";
        var isBlocked = standing.State == QuarterState.Blocked;
        return new TimelineStep(
            name,
            isBlocked ? "Tertahan temuan" : $"{all - missing} dari {all} masuk",
            due,
            State(false, isNow)
        )
        {
            Url = url,
            Sentence =
                isBlocked ? $"{name} tertahan temuan penghalang."
                : missing > 0 ? $"{name}: {missing} dari {all} sub-unit belum melapor ({due})."
                : $"{name}: semua sub-unit telah melapor; {standing.Reports.Count(report => report.Waiting is not null)} "
                    + "laporan menunggu persetujuan atau verifikasi.",
        };
    }

    private TimelineStep Evaluated(bool isNow)
    {
        var evaluated = records.GetValueOrDefault("evaluation|year");
        return new TimelineStep(
            "Evaluasi",
            evaluated is not null ? "Selesai" : "Dimulai setelah triwulan IV",
            evaluated is null ? "" : PageWords.ShortDay(evaluated.At),
            State(evaluated is not null, isNow)
        )
        {
            Url = $"{_url}/angka",
        };
    }

    private TimelineStep Report(bool isNow)
    {
        var published = Records("annual-report|").LastOrDefault();
        var asked = waiting.FirstOrDefault(row => row.Subject.StartsWith("annual-report.", StringComparison.Ordinal));
        return new TimelineStep(
            "Laporan tahunan",
            published is not null ? "Terbit"
                : asked is not null ? StepWords.Of(asked.Kind)
                : isNow ? "Disusun"
                : "Dimulai setelah evaluasi",
            published is not null ? PageWords.ShortDay(published.At) : $"batas {PageWords.ShortDay(plan.Report.Due)}",
            State(published is not null, isNow)
        )
        {
            Url = $"{_url}/laporan",
        };
    }

    private IReadOnlyList<RecordRow> Records(string prefix) =>
        [
            .. records
                .Where(record => record.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Select(record => record.Value),
        ];

    private string Passed(DateOnly due)
    {
        if (plan.WorkDays().Deadline(due) >= now)
            return "";
        var days = plan.WorkDays().Between(due, plan.Zone.DateAt(now));
        return $", lewat {Math.Max(1, days)} hari kerja";
    }

    private static TimelineState State(bool isDone, bool isNow) =>
        isDone ? TimelineState.Done
        : isNow ? TimelineState.Now
        : TimelineState.Later;
}
