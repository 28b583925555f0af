using Sakip.Calendar;

namespace Sakip.Planning;

/// <summary>What of a plan prepared for the next year a person has to look at.</summary>
/// <param name="Part">The sheet of the workbook in which it stands.</param>
internal sealed record NextYearNote(string Part, string Text);

/// <summary>A plan prepared for the next year.</summary>
/// <param name="Notes">What could not be taken over, or was set in place of something unknown.</param>
internal sealed record NextYearDraft(OfficePlan Plan, IReadOnlyList<NextYearNote> Notes);

/// <summary>
/// Makes the plan of the next year from this one's: people, posts, indicators and texts stay, targets come from the
/// strategic plan, history from what was evaluated, windows move to working days. What nobody can know is left at
/// nothing and said.
/// </summary>
internal static class NextYearPlan
{
    /// <param name="budget">The last version of this year's budget.</param>
    /// <param name="agreed">This year's targets as agreed last.</param>
    /// <param name="results">Target and realisation of this year by indicator, from the kept evaluation; empty where there is none.</param>
    public static NextYearDraft Of(
        OfficePlan plan,
        Budget budget,
        IReadOnlyList<AnnualTarget> agreed,
        IReadOnlyDictionary<string, YearRecord> results
    )
    {
        var notes = new List<NextYearNote>();
        var year = plan.Year + 1;
        var holidays = Holidays(plan, year);
        if (!HolidayCalendars.Years.Contains(year))
        {
            notes.Add(
                new NextYearNote(
                    SheetNames.Holidays,
                    $"Hari libur nasional tahun {year} belum ada dalam versi ini. Tambahkan setelah keputusan bersamanya terbit, lalu periksa jendela pelaporan."
                )
            );
        }

        if (year > plan.StrategicPlan.EndYear)
        {
            notes.Add(
                new NextYearNote(
                    SheetNames.General,
                    $"{plan.StrategicPlan.Kind} berakhir tahun {plan.StrategicPlan.EndYear}. Isi periode, tujuan, sasaran, dan indikator {plan.StrategicPlan.Kind} yang baru di buku kerja sebelum menerapkan."
                )
            );
        }

        var calendar = new WorkCalendar(holidays, plan.Zone);
        var people = NextYearPeople.Of(plan, year, notes);
        return new NextYearDraft(
            people with
            {
                Year = year,
                StrategicPlan = NextYearTargets.Strategic(plan, results, notes),
                AnnualPlan = new AnnualPlan(year, NextYearTargets.Annual(plan, agreed, notes)),
                Budget = Emptied(budget, calendar, year, notes),
                Windows = [.. plan.Windows.Select(window => NextYearWindows.Of(window, year, calendar))],
                Holidays = holidays,
                Report = Report(plan.Report, calendar, year, notes),
                Agreement = plan.Agreement with { StaffTargets = StaffTargets(plan, notes) },
                LevelIndicators = NextYearTargets.Levels(plan, notes),
            },
            notes
        );
    }

    // What the office typed of the coming year stays beside what ships.
    private static List<Holiday> Holidays(OfficePlan plan, int year)
    {
        var shipped = HolidayCalendars.Of(plan.Unit.Province, year, year + 1);
        var known = shipped.Select(holiday => holiday.Date).ToHashSet();
        return
        [
            .. shipped
                .Concat(plan.Holidays.Where(holiday => holiday.Date.Year >= year && !known.Contains(holiday.Date)))
                .OrderBy(holiday => holiday.Date),
        ];
    }

    private static Budget Emptied(Budget budget, WorkCalendar calendar, int year, List<NextYearNote> notes)
    {
        notes.Add(
            new NextYearNote(
                SheetNames.Budget,
                $"Pagu {year} belum diketahui dan dikosongkan menjadi Rp0; susunan program, pelaksana, dan target keluarannya dari {year - 1}. "
                    + "Impor daftar sub kegiatan SIPD-RI di halaman Anggaran sebelum perjanjian kinerja diperiksa."
            )
        );
        return new Budget(
            0,
            $"DPA {year} belum ditetapkan",
            calendar.OnOrAfter(new DateOnly(year, 1, 2)),
            null,
            [
                .. budget.Programmes.Select(programme =>
                    programme with
                    {
                        Activities =
                        [
                            .. programme.Activities.Select(activity =>
                                activity with
                                {
                                    SubActivities =
                                    [
                                        .. activity.SubActivities.Select(sub =>
                                            sub with
                                            {
                                                Ceiling = 0m,
                                                Invented = false,
                                            }
                                        ),
                                    ],
                                }
                            ),
                        ],
                    }
                ),
            ]
        )
        {
            Stage = BudgetStage.Original,
            Source = budget.Source,
        };
    }

    private static ReportSettings Report(
        ReportSettings report,
        WorkCalendar calendar,
        int year,
        List<NextYearNote> notes
    )
    {
        var start = new DateOnly(year, 1, 1);
        var ended = report.LegalBases.Where(basis => basis.Until < start || basis.FiscalYear < year).ToList();
        notes.AddRange(
            ended.Select(basis => new NextYearNote(
                SheetNames.LegalBases,
                $"Tidak berlaku lagi pada {year} dan tidak dibawa: {basis.Citation}."
            ))
        );
        if (report.SupportingTables.Count > 0)
        {
            notes.Add(
                new NextYearNote(
                    SheetNames.Tables,
                    $"{report.SupportingTables.Count} tabel pendukung berisi data {year - 1} dan tidak dibawa."
                )
            );
        }

        // A deadline that falls on a day off is met before it.
        var due = report.Due.AddYears(1);
        while (!calendar.IsWorkingDay(due))
            due = due.AddDays(-1);
        return report with { Due = due, LegalBases = [.. report.LegalBases.Except(ended)], SupportingTables = [] };
    }

    // A row that repeats an indicator of the agreement has the old target in it.
    private static List<StaffTarget>? StaffTargets(OfficePlan plan, List<NextYearNote> notes)
    {
        if (plan.Agreement.StaffTargets is not { } rows)
            return null;
        var names = plan.StrategicPlan.Indicators().Select(one => SheetTable.Plain(one.Name)).ToHashSet();
        var kept = rows.Where(row => row.Target is null || !names.Contains(SheetTable.Plain(row.Indicator))).ToList();
        if (kept.Count < rows.Count)
        {
            notes.Add(
                new NextYearNote(
                    SheetNames.StaffTargets,
                    $"{rows.Count - kept.Count} baris SKP mengulang indikator perjanjian dengan target {plan.Year} dan tidak dibawa; lampiran SKP memakai target perjanjian."
                )
            );
        }

        return kept;
    }
}
