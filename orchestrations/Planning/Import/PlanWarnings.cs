using Sakip.Calendar;
using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>What is allowed in a plan and yet looks like a slip.</summary>
internal static class PlanWarnings
{
    public static IReadOnlyList<PlanError> Check(OfficePlan plan)
    {
        var faults = new Faults();
        Calendar(plan, faults);
        SubUnits(plan, faults);
        People(plan, faults);
        Parties(plan, faults);
        Targets(plan, faults);
        LinkRules.Warn(plan, faults);
        return faults.All;
    }

    private const string MendHolidays =
        "Tenggat dihitung tanpa hari libur itu; tambahkan pada Pengaturan, Hari libur, kapan saja.";

    private static void Calendar(OfficePlan plan, Faults faults)
    {
        var off = plan
            .Holidays.GroupBy(holiday => holiday.Date)
            .ToDictionary(group => group.Key, group => group.First().Name);
        faults.Require(
            plan.Holidays.Any(holiday => holiday.Date.Year == plan.Year),
            "$.holidays",
            (
                HolidayCalendars.Undecided.Contains(plan.Year)
                    ? $"Hari libur nasional tahun {plan.Year} belum ditetapkan. "
                    : $"Belum ada hari libur tahun {plan.Year}. "
            ) + MendHolidays
        );
        var own = HolidayCalendars.ScopeOf(plan.Unit.Province);
        faults.Require(
            plan.Unit.Province is null
                || plan.Holidays.Any(holiday => string.Equals(holiday.Scope, own, StringComparison.OrdinalIgnoreCase)),
            "$.unit.province",
            $"Belum ada hari libur daerah {own}. {MendHolidays}"
        );
        for (var i = 0; i < plan.Windows.Count; i++)
        {
            var window = plan.Windows[i];
            foreach (
                var (field, day) in new[] { ("opens", window.Opens), ("due", window.Due), ("closes", window.Closes) }
            )
            {
                if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                    faults.Add($"$.windows[{i}].{field}", $"{IndonesianDate.Long(day)} jatuh pada akhir pekan.");
                else if (off.TryGetValue(day, out var name))
                    faults.Add($"$.windows[{i}].{field}", $"{IndonesianDate.Long(day)} hari libur: {name}.");
            }
        }

        for (var i = 0; i < plan.Holidays.Count; i++)
        {
            if (plan.Holidays[i].Assumed)
                faults.Add($"$.holidays[{i}].assumed", $"Tanggal {plan.Holidays[i].Name} masih perkiraan.");
        }
    }

    private static void SubUnits(OfficePlan plan, Faults faults)
    {
        var working = plan
            .Budget.SubActivities()
            .Select(sub => sub.SubUnit)
            .Concat(plan.StrategicPlan.Indicators().Select(indicator => indicator.SubUnit))
            .ToHashSet();
        for (var i = 0; i < plan.SubUnits.Count; i++)
        {
            faults.Require(
                working.Contains(plan.SubUnits[i].Code),
                $"$.subUnits[{i}].code",
                $"Sub-unit '{plan.SubUnits[i].Code}' tidak mempunyai indikator maupun sub kegiatan."
            );
        }
    }

    private static void People(OfficePlan plan, Faults faults)
    {
        var posted = plan.Appointments.Select(appointment => appointment.Official).ToHashSet();
        for (var i = 0; i < plan.Officials.Count; i++)
        {
            faults.Require(
                posted.Contains(plan.Officials[i].Code),
                $"$.officials[{i}].code",
                $"Pegawai '{plan.Officials[i].Code}' belum ditempatkan pada jabatan apa pun."
            );
        }

        var directory = new OfficeDirectory(plan);
        for (var i = 0; i < plan.Officials.Count; i++)
        {
            var official = plan.Officials[i];
            if (official.Kind is not null || official.HasNip())
                continue;
            var kind = Choices.Person.WordOf($"{directory.KindOf(official)}");
            faults.Add(
                $"$.officials[{i}].nip",
                $"{official.Name} tanpa NIP dibaca sebagai {kind}; baris NIP tidak dicetak di bawah namanya. "
                    + "Isi kolom Jenis pegawai untuk menegaskannya, atau lengkapi NIP-nya."
            );
        }
    }

    // The agreement's gate stops it as well; here it can be mended before the year begins.
    private static void Parties(OfficePlan plan, Faults faults)
    {
        var directory = new OfficeDirectory(plan);
        var days = plan
            .Appointments.SelectMany(one => new[] { one.From, one.Until?.AddDays(1) ?? one.From })
            .Append(new DateOnly(plan.Year, 1, 1))
            .Where(day => day.Year == plan.Year)
            .Distinct()
            .Order();
        foreach (var day in days)
        {
            if (
                directory.FirstParty(day) is not { Official: var both }
                || directory.SecondParty(day)?.Official.Code != both.Code
            )
            {
                continue;
            }

            faults.Add(
                "$.agreement.secondParty",
                $"{both.FullName()} menduduki jabatan kedua pihak per {IndonesianDate.Long(day)}; perjanjian kinerja tidak dapat "
                    + "ditandatangani dengan diri sendiri. Tunjuk Plh. pihak kedua di lembar Penempatan, atau pilih jabatan atasan "
                    + "di atasnya sebagai pihak kedua."
            );
            return;
        }
    }

    // Rule K-IN-04 says the same of the report; here there is still time to set the target right.
    private static void Targets(OfficePlan plan, Faults faults)
    {
        var indicators = plan.StrategicPlan.Indicators().ToDictionary(indicator => indicator.Code);
        for (var i = 0; i < plan.AnnualPlan.Targets.Count; i++)
        {
            var target = plan.AnnualPlan.Targets[i];
            var indicator = indicators[target.Indicator];
            var last = indicator.History.Where(record => record.Realisation is not null).MaxBy(record => record.Year);
            var isEasier = indicator.Polarity switch
            {
                Polarity.Maximise => target.Value < last?.Realisation,
                Polarity.Minimise => target.Value > last?.Realisation,
                _ => false,
            };
            if (isEasier)
            {
                faults.Add(
                    $"$.annualPlan.targets[{i}].value",
                    $"Target lebih mudah daripada realisasi {last!.Year} ({IndonesianNumber.Natural(last.Realisation!.Value, 2)})."
                );
            }

            var planned = indicator.Targets.FirstOrDefault(one => one.Year == plan.Year);
            if (planned?.Value is { } value && target.Value is { } now && value != now)
            {
                faults.Add(
                    $"$.annualPlan.targets[{i}].value",
                    $"Target berbeda dari rencana strategis tahun {plan.Year} ({IndonesianNumber.Natural(value, 2)})."
                );
            }
        }
    }
}
