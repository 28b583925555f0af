using Microsoft.DurableTask.Client;
using Sakip.Approvals;
using Sakip.Calendar;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Collection;

/// <summary>New dates of a window, and why. A date that is not given stays.</summary>
internal sealed record WindowExtension(DateOnly Due, DateOnly? Closes, DateOnly? VerificationDue, string? Reason);

/// <summary>What became of an extension: its row, or what is wrong with which field.</summary>
internal sealed record ExtensionAnswer(
    ExtensionRow? Row,
    IReadOnlyDictionary<string, string> Errors,
    bool IsTooLate = false
);

/// <summary>
/// Extends a window that is open. Before it opens the plan is changed instead; after it has closed the quarter is
/// reopened, because what was closed as not reported stays recorded as that.
/// </summary>
internal sealed class WindowDesk(
    OfficeStorage storage,
    PlanStore plans,
    WindowBook windows,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    public async Task<ExtensionAnswer> ExtendAsync(
        QuarterSubject quarter,
        WindowExtension wanted,
        Actor by,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = await plans.PlanAsync(quarter.Office, cancellation);
        while (true)
        {
            var now = clock.GetUtcNow();
            var inForce = await windows.WindowAsync(plan, quarter.Quarter, round: 1, cancellation);
            var state = await storage.Subjects.FindAsync<StateRow>(
                Keys.Partition(quarter),
                RowKeys.State,
                cancellation
            );
            if (WindowRules.Closed(state?.State, inForce.Dates, now, plan.WorkDays()) is { } closed)
                return Refused(closed, isTooLate: true);
            if (await SameAgainAsync(quarter, inForce, wanted, by.Official, client, cancellation) is { } standing)
                return new ExtensionAnswer(standing, new Dictionary<string, string>());
            var errors = WindowRules.Check(inForce.Dates, wanted, plan.Zone.DateAt(now), plan.WorkDays());
            if (errors.Count > 0)
                return new ExtensionAnswer(null, errors);

            var row = Row(plan, inForce, wanted, by.Official, now);
            var change = new SubjectChange(quarter, FormattableString.Invariant($"extend:{row.Number}"), now)
                .By(by, AuditAction.ExtendWindow, note: row.Reason)
                .Insert(row, QuarterKeys.Extension(row.Number))
                .Raise(
                    quarter.InstanceId,
                    InstanceIds.WindowExtended(row.Number),
                    new WindowExtendedSignal(row.Number)
                );
            if (await dispatcher.CommitAsync(change, client, cancellation) == CommitResult.Committed)
                return new ExtensionAnswer(row, new Dictionary<string, string>());
            // Somebody else's extension took the number: look again at what holds now.
        }
    }

    // The same request sent twice may mean that the first answer was lost: tell the quarter again.
    private async Task<ExtensionRow?> SameAgainAsync(
        QuarterSubject quarter,
        WindowInForce inForce,
        WindowExtension wanted,
        string by,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (inForce.Extension == 0)
            return null;
        var last = await storage.Subjects.FindAsync<ExtensionRow>(
            Keys.Partition(quarter),
            QuarterKeys.Extension(inForce.Extension),
            cancellation
        );
        var isSame =
            last is not null
            && last.By == by
            && last.Reason == wanted.Reason?.Trim()
            && wanted.Due == inForce.Dates.Due
            && (wanted.Closes ?? inForce.Dates.Closes) == inForce.Dates.Closes
            && (wanted.VerificationDue ?? inForce.Dates.VerificationDue) == inForce.Dates.VerificationDue;
        if (!isSame)
            return null;
        await client.TellAsync(
            quarter.InstanceId,
            InstanceIds.WindowExtended(last!.Number),
            new WindowExtendedSignal(last.Number),
            cancellation
        );
        return last;
    }

    private static ExtensionRow Row(
        OfficePlan plan,
        WindowInForce inForce,
        WindowExtension wanted,
        string by,
        DateTimeOffset now
    ) =>
        new()
        {
            Number = inForce.Extension + 1,
            Due = plan.WorkDays().Deadline(wanted.Due),
            Closes = plan.WorkDays().Deadline(wanted.Closes ?? inForce.Dates.Closes),
            VerificationDue = plan.WorkDays().Deadline(wanted.VerificationDue ?? inForce.Dates.VerificationDue),
            Reason = wanted.Reason!.Trim(),
            By = by,
            ByName = plan.Officials.FirstOrDefault(official => official.Code == by)?.FullName() ?? "",
            At = now,
        };

    private static ExtensionAnswer Refused(string why, bool isTooLate) =>
        new(null, new Dictionary<string, string> { [""] = why }, isTooLate);
}

/// <summary>When a window may be extended, and to what.</summary>
internal static class WindowRules
{
    private const int ShortestReason = 10;
    private const int LongestReason = 1000;

    public static string ReasonWanted { get; } =
        $"Alasan wajib ditulis, {ShortestReason} sampai {LongestReason} huruf.";

    /// <summary>Why the window cannot be extended (any more); null while it can.</summary>
    public static string? Closed(
        string? quarterState,
        ReportingWindow dates,
        DateTimeOffset now,
        WorkCalendar calendar
    ) =>
        quarterState switch
        {
            null => "Masa pelaporan belum dibuka. Ubah tanggalnya di rencana tahunan.",
            nameof(QuarterState.Closed) => "Triwulan sudah dikunci. Gunakan pembukaan kembali.",
            _ when now >= calendar.Deadline(dates.Closes) =>
                "Masa pelaporan sudah ditutup. Laporan yang belum masuk diterima melalui pembukaan kembali.",
            _ => null,
        };

    public static IReadOnlyDictionary<string, string> Check(
        ReportingWindow dates,
        WindowExtension wanted,
        DateOnly today,
        WorkCalendar calendar
    )
    {
        var errors = new Dictionary<string, string>();
        var closes = wanted.Closes ?? dates.Closes;
        var verification = wanted.VerificationDue ?? dates.VerificationDue;
        if (wanted.Due <= dates.Due)
            errors["due"] = $"Tenggat baru harus setelah {IndonesianDate.Long(dates.Due)}.";
        else if (wanted.Due <= today)
            errors["due"] = "Tenggat baru harus setelah hari ini.";
        else if (!calendar.IsWorkingDay(wanted.Due))
            errors["due"] = "Tenggat baru harus hari kerja.";
        if (closes < dates.Closes)
            errors["closes"] = "Penutupan tidak boleh dimajukan.";
        else if (closes < wanted.Due)
            errors["closes"] = "Penutupan tidak boleh sebelum tenggat baru.";
        if (verification < dates.VerificationDue)
            errors["verificationDue"] = "Batas verifikasi tidak boleh dimajukan.";
        else if (verification < closes)
            errors["verificationDue"] = "Batas verifikasi tidak boleh sebelum penutupan.";
        if (!IsReason(wanted.Reason))
            errors["reason"] = ReasonWanted;
        return errors;
    }

    public static bool IsReason(string? text) => text?.Trim().Length is >= ShortestReason and <= LongestReason;
}
