using Sakip.Calendar;
using Sakip.Kernel;
using static Sakip.Notifications.MessageKind;

namespace Sakip.Notifications;

/// <summary>
/// When a message may go out: nobody's telephone rings at night or on a holiday. Codes go at once; what warns of a date
/// waits for the morning but not for a working day, which may be past that date.
/// </summary>
internal static class SendingTime
{
    public static TimeOnly QuietFrom { get; } = new(20, 0);

    public static TimeOnly QuietUntil { get; } = new(6, 0);

    /// <summary>The first instant, not before <paramref name="at"/>, at which the message may be sent.</summary>
    public static DateTimeOffset Earliest(MessageKind kind, DateTimeOffset at, WorkCalendar calendar)
    {
        if (kind.IsCode())
        {
            return at;
        }

        var morning = AfterQuiet(at, calendar.Zone);
        if (WarnsOfADate(kind))
        {
            return morning;
        }

        var date = calendar.DateAt(morning);
        return calendar.IsWorkingDay(date) ? morning : calendar.Opening(calendar.After(date));
    }

    private static DateTimeOffset AfterQuiet(DateTimeOffset at, OfficeZone zone)
    {
        var local = zone.Local(at);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        var date = DateOnly.FromDateTime(local.DateTime);
        return time >= QuietFrom ? zone.Utc(date.AddDays(1), QuietUntil)
            : time < QuietUntil ? zone.Utc(date, QuietUntil)
            : at;
    }

    private static bool WarnsOfADate(MessageKind kind) =>
        kind
            is AgreementDeadlineNear
                or QuarterReminder
                or StepsReminder
                or AnnualReportDeadline
                or RecommendationDue
                or CertificateExpiring;
}
