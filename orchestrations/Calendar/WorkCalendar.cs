using System.Collections.Frozen;
using Sakip.Kernel;

namespace Sakip.Calendar;

/// <summary>
/// The office's working days: Monday to Friday without the holidays of its plan. Deadlines are absolute instants (UTC),
/// so that a running cycle never depends on where it runs.
/// </summary>
internal sealed class WorkCalendar(IEnumerable<Holiday> holidays, OfficeZone zone = OfficeZone.Wita)
{
    private readonly FrozenSet<DateOnly> _holidays = holidays.Select(holiday => holiday.Date).ToFrozenSet();

    /// <summary>When the office opens: what is sent on a day is sent then.</summary>
    public static TimeOnly OpeningTime { get; } = new(8, 0);

    /// <summary>When a deadline's day ends.</summary>
    public static TimeOnly ClosingTime { get; } = new(16, 0);

    public OfficeZone Zone => zone;

    public bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.Contains(date);

    /// <summary>The date itself if it is a working day, otherwise the next one that is.</summary>
    public DateOnly OnOrAfter(DateOnly date)
    {
        while (!IsWorkingDay(date))
            date = date.AddDays(1);
        return date;
    }

    /// <summary>The first working day after the date.</summary>
    public DateOnly After(DateOnly date) => OnOrAfter(date.AddDays(1));

    /// <summary>The date <paramref name="workingDays"/> working days later, or earlier where it is negative.</summary>
    /// <remarks>The date itself is never counted; 0 gives it back, working day or not.</remarks>
    public DateOnly Add(DateOnly date, int workingDays)
    {
        var step = Math.Sign(workingDays);
        for (var left = Math.Abs(workingDays); left > 0; left--)
        {
            do date = date.AddDays(step);
            while (!IsWorkingDay(date));
        }

        return date;
    }

    /// <summary>Working days after <paramref name="from"/> up to and with <paramref name="to"/>; negative if earlier.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -Between(to, from);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (IsWorkingDay(day))
                count++;
        }
        return count;
    }

    /// <summary>The instant (UTC) at which the office opens on the date: 08.00 there.</summary>
    public DateTime Opening(DateOnly date) => zone.Utc(date, OpeningTime);

    /// <summary>The instant (UTC) at which something due on the date is overdue: 16.00 there.</summary>
    public DateTime Deadline(DateOnly date) => zone.Utc(date, ClosingTime);

    public DateOnly DateAt(DateTimeOffset instant) => zone.DateAt(instant);

    /// <summary>The day whose letters are due: it begins when the office opens, for sweeps that run at any hour.</summary>
    public DateOnly OpenDay(DateTimeOffset now) => zone.DateAt(now - OpeningTime.ToTimeSpan());
}
