using Sakip.Calendar;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>Moves a reporting window by a year, to days on which people work, its steps in their order.</summary>
internal static class NextYearWindows
{
    public static ReportingWindow Of(ReportingWindow window, int year, WorkCalendar calendar)
    {
        var opens = calendar.OnOrAfter(Later(window.Opens.AddYears(1), window.Quarter.LastDay(year).AddDays(1)));
        var due = calendar.OnOrAfter(Later(window.Due.AddYears(1), opens.AddDays(1)));
        var closes = calendar.OnOrAfter(Later(window.Closes.AddYears(1), due));
        return new ReportingWindow(
            window.Quarter,
            opens,
            due,
            closes,
            calendar.OnOrAfter(Later(window.VerificationDue.AddYears(1), closes))
        );
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
