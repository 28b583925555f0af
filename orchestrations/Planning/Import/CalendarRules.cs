using Sakip.Kernel;

namespace Sakip.Planning;

internal static class CalendarRules
{
    public static void Check(OfficePlan plan, Faults faults)
    {
        faults.Unique(plan.Windows.Select(window => window.Quarter), i => $"$.windows[{i}].quarter", "Triwulan");
        foreach (var quarter in Quarters.All)
        {
            faults.Require(
                plan.Windows.Any(window => window.Quarter == quarter),
                "$.windows",
                $"Jendela pelaporan triwulan {quarter.Roman()} belum ada."
            );
        }

        for (var i = 0; i < plan.Windows.Count; i++)
            Window(plan.Windows[i], plan.Year, $"$.windows[{i}]", faults);
        for (var i = 0; i < plan.Holidays.Count; i++)
        {
            faults.Text(plan.Holidays[i].Name, $"$.holidays[{i}].name");
            faults.Text(plan.Holidays[i].Source, $"$.holidays[{i}].source");
        }
    }

    private static void Window(ReportingWindow window, int year, string path, Faults faults)
    {
        var last = window.Quarter.LastDay(year);
        faults.Require(
            window.Opens > last,
            path + ".opens",
            $"Pembukaan harus setelah triwulan berakhir ({last:yyyy-MM-dd})."
        );
        faults.Require(window.Due > window.Opens, path + ".due", "Tenggat harus setelah pembukaan.");
        faults.Require(window.Closes >= window.Due, path + ".closes", "Penutupan tidak boleh sebelum tenggat.");
        faults.Require(
            window.VerificationDue >= window.Closes,
            path + ".verificationDue",
            "Batas verifikasi tidak boleh sebelum penutupan."
        );
    }
}
