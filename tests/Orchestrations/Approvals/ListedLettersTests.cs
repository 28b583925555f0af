using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Planning;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Approvals;

/// <summary>Letters that one sweep or one opening causes for one person are one letter with a list.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class ListedLettersTests(EmulatedStorage emulated)
{
    private static readonly string[] OfThePlanner =
    [
        .. Sample.Plan.Report.Narratives.Where(text => text.Owner is null).Select(text => text.Section).Take(3),
    ];

    [Fact]
    public async Task The_texts_of_one_writer_come_in_one_letter_with_a_link_each_once_all_are_open()
    {
        var office = await SmallOffice.OpenAsync(emulated, "satu-surat");
        var year = new OfficeYear(office.Unit, 2024);
        await Letters(office).KeepAskedAsync(year, 1, 1, OfThePlanner, Cancellation);

        foreach (var section in OfThePlanner.SkipLast(1))
            await AskAsync(office, section);
        Assert.Empty(office.Letters.Sent);
        await AskAsync(office, OfThePlanner[^1]);
        // Opened again, as after a crash: nobody is told twice.
        await AskAsync(office, OfThePlanner[0]);

        var letter = Assert.Single(office.Letters.Sent);
        Assert.Equal(MessageKind.NarrativesRequested, letter.Kind);
        Assert.StartsWith("Mohon ditulis: 3 narasi", letter.Subject, StringComparison.Ordinal);
        Assert.Equal(3, letter.Text.Split("/tautan/").Length - 1);
        Assert.EndsWith("/tugas", letter.Link!.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_asked_for_alone_keeps_its_own_letter()
    {
        var office = await SmallOffice.OpenAsync(emulated, "surat-sendiri");
        await Letters(office).KeepAskedAsync(new OfficeYear(office.Unit, 2024), 1, 1, [OfThePlanner[0]], Cancellation);

        await AskAsync(office, OfThePlanner[0]);

        Assert.Equal(MessageKind.NarrativeRequested, Assert.Single(office.Letters.Sent).Kind);
    }

    [Fact]
    public async Task Reminders_of_several_steps_on_one_day_are_one_letter_and_not_sent_again()
    {
        var office = await SmallOffice.OpenAsync(emulated, "satu-pengingat");
        foreach (var section in OfThePlanner)
            await AskAsync(office, section);
        office.Clock.Advance(TimeSpan.FromDays(9));
        var sweep = new ReminderSweep(office.Storage, office.Plans, office.Dispatcher, office.Clock);

        await sweep.RunAsync(new OfficeYear(office.Unit, 2024), Cancellation);
        await sweep.RunAsync(new OfficeYear(office.Unit, 2024), Cancellation);

        var reminder = Assert.Single(office.Letters.Sent.Skip(3));
        Assert.Equal(MessageKind.StepsReminder, reminder.Kind);
        Assert.Contains("3 langkah", reminder.Subject, StringComparison.Ordinal);
        Assert.Equal(3, reminder.Text.Split("/tautan/").Length - 1);
    }

    [Fact]
    public void The_planner_reads_once_a_week_what_is_late()
    {
        var plan = Sample.Plan;
        var late = new WaitingRow
        {
            Subject = new SubUnitReportSubject(plan.Office, Quarter.Q2, plan.SubUnits[0].Code, 1).Dotted,
            Kind = nameof(ApprovalKind.ReportSubmission),
            Step = "submit",
            Attempt = 1,
            Bearer = plan.Officials[0].Code,
            SubUnit = plan.SubUnits[0].Code,
            DueAt = plan.WorkDays().Deadline(new DateOnly(2024, 7, 12)),
        };

        var monday = LateList.Of(plan, [late], At(15));
        var friday = LateList.Of(plan, [late], At(19));

        Assert.Equal("late:20240715", monday!.Id);
        Assert.Equal(monday.Id, friday!.Id);
        Assert.Contains("lewat 1 hari kerja", Assert.Single(monday.Messages).Facts, StringComparison.Ordinal);
        Assert.Null(LateList.Of(plan, [late], At(14)));
        Assert.Null(LateList.Of(plan, [late], At(12)));
    }

    [Fact]
    public async Task Very_many_reminders_come_in_a_few_letters_that_name_every_step()
    {
        var office = await SmallOffice.OpenAsync(emulated, "banyak-pengingat");
        var year = new OfficeYear(office.Unit, 2024);
        await Task.WhenAll(
            Enumerable
                .Range(0, LetterStep.Most + 2)
                .Select(revision => office.AskAsync(ApprovalKind.AgreementCheck, new AgreementSubject(year, revision)))
        );
        office.Letters.Sent.Clear();
        office.Clock.Advance(TimeSpan.FromDays(2));
        var sweep = new ReminderSweep(office.Storage, office.Plans, office.Dispatcher, office.Clock);

        await sweep.RunAsync(year, Cancellation);
        await sweep.RunAsync(year, Cancellation);

        Assert.All(office.Letters.Sent, letter => Assert.Equal(MessageKind.StepsReminder, letter.Kind));
        Assert.Equal(
            [LetterStep.Most, 2],
            office.Letters.Sent.Select(letter => letter.Text.Split("/tautan/").Length - 1)
        );
    }

    [Fact]
    public void A_list_of_very_many_late_steps_fits_its_row_and_counts_them_all()
    {
        var name = new string('n', TextLimits.Line);
        var plan = Sample.Plan with { SubUnits = [Sample.Plan.SubUnits[0] with { Name = name }] };
        var late = new WaitingRow
        {
            Subject = new SubUnitReportSubject(plan.Office, Quarter.Q2, plan.SubUnits[0].Code, 1).Dotted,
            Kind = nameof(ApprovalKind.ReportSubmission),
            Step = "submit",
            Attempt = 1,
            Bearer = plan.Officials[0].Code,
            SubUnit = plan.SubUnits[0].Code,
            DueAt = plan.WorkDays().Deadline(new DateOnly(2024, 7, 12)),
        };

        var letter = Assert.Single(LateList.Of(plan, [.. Enumerable.Repeat(late, 300)], At(15))!.Messages);

        Assert.InRange(letter.Facts.Length, 1, 32_000);
        Assert.Contains("dan 260 langkah lain", letter.Facts, StringComparison.Ordinal);
        Assert.Equal(300, LetterStep.Of(FactText.Read(letter.Facts)).Sum(step => step.Stands ?? 1));
    }

    private static DateTimeOffset At(int day) => new(2024, 7, day, 0, 0, 0, TimeSpan.Zero);

    private static NarrativeLetters Letters(SmallOffice office) => new(office.Storage, office.Dispatcher, office.Clock);

    private static Task<ApprovalSchedule> AskAsync(SmallOffice office, string section) =>
        office.AskAsync(ApprovalKind.Narrative, new NarrativeSubject(new OfficeYear(office.Unit, 2024), 1, section));
}
