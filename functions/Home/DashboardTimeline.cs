using Sakip.Functions.Approvals;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Home;

/// <summary>Where the year stands, from the records that it has left behind.</summary>
internal static class DashboardTimeline
{
    /// <param name="records">The year's records by row key: agreements, locked figures, evaluations, reports.</param>
    public static IReadOnlyList<TimelineStep> Of(
        OfficePlan plan,
        IReadOnlyDictionary<string, RecordRow> records,
        IReadOnlyList<WaitingRow> waiting,
        DateOnly today
    )
    {
        var steps = new List<TimelineStep> { Agreement(records, waiting) };
        var isNow = steps[0].Kind == TimelineState.Done;
        foreach (var window in plan.Windows.OrderBy(window => window.Quarter))
        {
            var step = Quarter(window, records, waiting, today, isNow);
            steps.Add(step);
            isNow &= step.Kind == TimelineState.Done;
        }

        var evaluated = records.GetValueOrDefault("evaluation|year");
        steps.Add(
            new TimelineStep(
                "Evaluasi",
                evaluated is null ? "Belum" : "Selesai",
                evaluated is null ? "setelah triwulan IV" : PageWords.ShortDay(evaluated.At),
                State(evaluated is not null, isNow)
            )
        );
        isNow &= evaluated is not null;
        var published = records
            .Where(record => record.Key.StartsWith("annual-report|", StringComparison.Ordinal))
            .Select(record => record.Value)
            .LastOrDefault();
        var asked = waiting.FirstOrDefault(row => row.Subject.StartsWith("annual-report.", StringComparison.Ordinal));
        steps.Add(
            new TimelineStep(
                "Laporan tahunan",
                published is not null ? "Terbit"
                    : asked is not null ? StepWords.Of(asked.Kind)
                    : isNow ? "Disusun"
                    : "Belum",
                published is not null
                    ? PageWords.ShortDay(published.At)
                    : $"batas {PageWords.ShortDay(plan.Report.Due)}",
                State(published is not null, isNow)
            )
        );
        return steps;
    }

    private static TimelineStep Agreement(
        IReadOnlyDictionary<string, RecordRow> records,
        IReadOnlyList<WaitingRow> waiting
    )
    {
        var signed = records
            .Where(record => record.Key.StartsWith("agreement|", StringComparison.Ordinal))
            .Select(record => record.Value)
            .ToArray();
        var asked = waiting.FirstOrDefault(row => row.Subject.StartsWith("agreement.", StringComparison.Ordinal));
        var state =
            asked is not null ? StepWords.Of(asked.Kind)
            : signed.Length > 0 ? "Berlaku"
            : "Disusun";
        var when =
            signed.Length == 0
                ? asked is null
                    ? "menunggu rancangan"
                    : $"sejak {PageWords.ShortDay(asked.Since)}"
                : PageWords.ShortDay(signed[^1].At) + (signed.Length > 1 ? $", perubahan ke-{signed.Length - 1}" : "");
        return new TimelineStep("Perjanjian kinerja", state, when, State(signed.Length > 0, true));
    }

    private static TimelineStep Quarter(
        ReportingWindow window,
        IReadOnlyDictionary<string, RecordRow> records,
        IReadOnlyList<WaitingRow> waiting,
        DateOnly today,
        bool isNow
    )
    {
        var name = $"Triwulan {window.Quarter.Roman()}";
        if (records.TryGetValue("figures|" + window.Quarter.Code(), out var locked))
            return new TimelineStep(name, "Terkunci", PageWords.ShortDay(locked.At), TimelineState.Done);
        var prefix = $".{window.Quarter.Code()}.";
        var open = waiting.Count(row =>
            row.Subject.StartsWith("report.", StringComparison.Ordinal)
            && row.Subject.Contains(prefix, StringComparison.Ordinal)
        );
        return today < window.Opens
            ? new TimelineStep(name, "Belum dibuka", $"dibuka {PageWords.ShortDay(window.Opens)}", State(false, isNow))
            : new TimelineStep(
                name,
                $"{open} menunggu",
                $"jatuh tempo {PageWords.ShortDay(window.Due)}",
                State(false, isNow)
            );
    }

    private static TimelineState State(bool isDone, bool isNow) =>
        isDone ? TimelineState.Done
        : isNow ? TimelineState.Now
        : TimelineState.Later;
}
