using Sakip.Approvals;
using Sakip.Calendar;
using Sakip.Collection;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Tests.Orchestrations.Collection;

public sealed class WindowTests
{
    private static readonly WorkCalendar Calendar = new(HolidayCalendars.Of(null, 2024, 2025));

    private static readonly ReportingWindow Window = new(
        Quarter.Q1,
        new DateOnly(2024, 4, 1),
        new DateOnly(2024, 4, 22),
        new DateOnly(2024, 4, 29),
        new DateOnly(2024, 5, 3)
    );

    [Fact]
    public void An_extension_needs_a_later_working_day_and_a_reason()
    {
        var today = new DateOnly(2024, 4, 18);
        IReadOnlyDictionary<string, string> Check(
            DateOnly due,
            DateOnly? closes = null,
            string reason = "Libur Idulfitri yang panjang."
        ) => WindowRules.Check(Window, new WindowExtension(due, closes, null, reason), today, Calendar);

        Assert.Empty(Check(new DateOnly(2024, 4, 26)));
        Assert.Contains("due", Check(new DateOnly(2024, 4, 22)).Keys);
        Assert.Contains("due", Check(new DateOnly(2024, 4, 27)).Keys);
        Assert.Contains("closes", Check(new DateOnly(2024, 4, 30)).Keys);
        Assert.Contains("verificationDue", Check(new DateOnly(2024, 4, 30), new DateOnly(2024, 5, 6)).Keys);
        Assert.Contains("reason", Check(new DateOnly(2024, 4, 26), reason: "perlu").Keys);
    }

    [Fact]
    public void A_window_is_extended_only_while_it_is_open()
    {
        var during = Calendar.Opening(new DateOnly(2024, 4, 18));
        var after = Calendar.Opening(new DateOnly(2024, 4, 30));

        Assert.Null(WindowRules.Closed(nameof(QuarterState.Open), Window, during, Calendar));
        Assert.Contains("belum dibuka", WindowRules.Closed(null, Window, during, Calendar));
        Assert.Contains("pembukaan kembali", WindowRules.Closed(nameof(QuarterState.Open), Window, after, Calendar));
        Assert.Contains("dikunci", WindowRules.Closed(nameof(QuarterState.Closed), Window, during, Calendar));
    }

    [Fact]
    public void After_a_missed_week_only_the_latest_missed_rung_is_due()
    {
        var waiting = Waiting(new DateOnly(2024, 10, 1), new DateOnly(2024, 10, 15));

        Assert.Null(ReminderSweep.Due(Calendar, waiting, new DateOnly(2024, 10, 7)));
        Assert.Equal(5, ReminderSweep.Due(Calendar, waiting, new DateOnly(2024, 10, 8)));
        Assert.Equal(2, ReminderSweep.Due(Calendar, waiting, new DateOnly(2024, 10, 14)));
        Assert.Equal(0, ReminderSweep.Due(Calendar, waiting, new DateOnly(2024, 10, 15)));
    }

    [Fact]
    public void An_extension_moves_the_ladder_and_rungs_before_it_are_not_sent_again()
    {
        var waiting = Waiting(new DateOnly(2024, 4, 1), new DateOnly(2024, 4, 26));
        waiting.MovedAt = Calendar.Opening(new DateOnly(2024, 4, 22));

        Assert.Null(ReminderSweep.Due(Calendar, waiting, new DateOnly(2024, 4, 23)));
        Assert.Equal(2, ReminderSweep.Due(Calendar, waiting, new DateOnly(2024, 4, 24)));
        Assert.Equal(":x1", ApprovalActivities.Suffix(1));
    }

    [Fact]
    public void Escalation_goes_by_working_days_and_a_moved_step_starts_no_rung_that_has_passed()
    {
        var policy = ApprovalPolicy.Of(ApprovalKind.ReportSubmission);
        var row = new ApprovalRow
        {
            // Galungan: 24 to 26 September 2024 are no working days in Bali.
            DueAt = Calendar.Deadline(new DateOnly(2024, 9, 23)),
            ClosesAt = Calendar.Deadline(new DateOnly(2024, 10, 31)),
        };

        var whole = StepDates.Schedule(Calendar, policy, row);
        var later = StepDates.Schedule(Calendar, policy, row, Calendar.Opening(new DateOnly(2024, 9, 28)));

        Assert.Equal(
            [new DateOnly(2024, 9, 27), new DateOnly(2024, 10, 1), new DateOnly(2024, 10, 3)],
            whole.EscalateAt.Select(at => OfficeZone.Wita.DateAt(at))
        );
        Assert.Equal((1, 2), (later.FirstRung, later.EscalateAt.Count));
    }

    [Fact]
    public void The_calendars_that_ship_name_a_source_for_every_date_and_mark_what_is_assumed()
    {
        var holidays = HolidayCalendars.Of(null, 2024, 2025);

        Assert.All(holidays, holiday => Assert.True(holiday.Source.Length > 20, holiday.Name));
        Assert.All(
            holidays.Where(holiday => !holiday.Assumed),
            holiday => Assert.Matches("Nomor [0-9]+ Tahun 20[0-9]{2}", holiday.Source)
        );
        Assert.Equal(
            27,
            holidays.Count(one => one.Date.Year == 2024 && one.Source.StartsWith("SKB", StringComparison.Ordinal))
        );
        Assert.Equal(
            28,
            holidays.Count(one => one.Date.Year == 2025 && one.Source.StartsWith("SKB", StringComparison.Ordinal))
        );
        foreach (var name in (string[])["Siwaratri", "Galungan", "Kuningan", "Saraswati", "Pagerwesi", "Nyepi"])
        {
            Assert.All(
                [2024, 2025],
                year =>
                    Assert.Contains(
                        holidays,
                        one => one.Date.Year == year && one.Name.Contains(name, StringComparison.Ordinal)
                    )
            );
        }
    }

    [Fact]
    public void The_sample_has_the_calendar_that_ships() =>
        Assert.Equal(HolidayCalendars.Of(null, 2024, 2025), Sakip.Tests.Orchestrations.Planning.Sample.Plan.Holidays);

    [Fact]
    public void A_file_says_when_its_date_lies_outside_the_quarter()
    {
        Assert.Null(EvidenceRules.DateRemark(new DateOnly(2024, 3, 31), Quarter.Q1, 2024));
        Assert.Contains("di luar Triwulan I", EvidenceRules.DateRemark(new DateOnly(2024, 4, 1), Quarter.Q1, 2024));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\dokumen\\no\u202Etulen.pdf", "notulen.pdf")]
    public void A_files_name_is_cleaned_before_it_is_shown(string given, string shown) =>
        Assert.Equal(shown, EvidenceRules.CleanName(given));

    private static WaitingRow Waiting(DateOnly opened, DateOnly due) =>
        new()
        {
            Kind = nameof(ApprovalKind.ReportSubmission),
            Since = Calendar.Opening(opened),
            DueAt = Calendar.Deadline(due),
        };
}
