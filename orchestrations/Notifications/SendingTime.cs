using Sakip.Calendar;
using static Sakip.Notifications.MessageKind;

namespace Sakip.Notifications;

/// <summary>
/// When a message may go out: nobody's telephone rings at night or on a holiday. Codes go at once; what warns of a date
/// waits for the morning but not for a working day, which may be past that date.
/// </summary>
public static class SendingTime
{
    public static TimeOnly QuietFrom { get; } = new(20, 0);

    public static TimeOnly QuietUntil { get; } = new(6, 0);

    /// <summary>The first instant, not before <paramref name="at"/>, at which the message may be sent.</summary>
    /// <param name="isWorkingDay">Whether a date in WITA is a working day; within 31 days one has to be.</param>
    /// <exception cref="InvalidOperationException">The calendar has no working day in the next 31 days.</exception>
    public static DateTimeOffset Earliest(MessageKind kind, DateTimeOffset at, Func<DateOnly, bool> isWorkingDay)
    {
        if (kind.IsCode())
        {
            return at;
        }

        var morning = AfterQuiet(at);
        if (WarnsOfADate(kind))
        {
            return morning;
        }

        var date = OfficeTime.DateAt(morning);
        var working = Enumerable.Range(0, 31).Select(date.AddDays).FirstOrDefault(isWorkingDay);
        if (working == default)
        {
            throw new InvalidOperationException($"The calendar has no working day within 31 days from {date:O}.");
        }

        return working == date ? morning : OfficeTime.Utc(working, QuietUntil);
    }

    private static DateTimeOffset AfterQuiet(DateTimeOffset at)
    {
        var local = at.ToOffset(OfficeTime.Offset);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        var date = DateOnly.FromDateTime(local.DateTime);
        return time >= QuietFrom ? OfficeTime.Utc(date.AddDays(1), QuietUntil)
            : time < QuietUntil ? OfficeTime.Utc(date, QuietUntil)
            : at;
    }

    private static bool WarnsOfADate(MessageKind kind) => kind is
        AgreementDeadlineNear or QuarterReminder or AnnualReportDeadline or RecommendationDue or CertificateExpiring;
}
