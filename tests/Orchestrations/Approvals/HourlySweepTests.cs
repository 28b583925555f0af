using Sakip.AnnualCycle;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Consistency;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Collection;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Approvals;

/// <summary>One timer sweeps offices in three time zones every hour; each lives by its own clock.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class HourlySweepTests(EmulatedStorage emulated)
{
    [Theory]
    [InlineData("jam-wib", "Wib", 1)]
    [InlineData("jam-wita", "Wita", 0)]
    [InlineData("jam-wit", "Wit", -1)]
    public async Task A_window_opens_and_a_reminder_goes_out_at_eight_where_the_office_is(
        string unit,
        string zone,
        int hour
    )
    {
        var office = await OpenAsync(unit, zone);
        var year = new OfficeYear(unit, 2024);
        MoveTo(office, "2024-03-27T04:00:00Z");
        // Due on 2 April: Good Friday and the weekend lie between.
        await office.AskAsync(ApprovalKind.AgreementCheck);
        MoveTo(office, "2024-03-31T12:00:00Z");
        var (windows, reminders) = (Windows(office), Reminders(office));
        DateTimeOffset? opened = null;
        DateTimeOffset? reminded = null;

        for (var swept = 0; swept < 16; swept++)
        {
            await reminders.RunAsync(year, Cancellation);
            await windows.RunAsync(year, office.Client.Object, Cancellation);
            if (office.Letters.Last.Kind == MessageKind.ApprovalReminder)
                reminded ??= office.Clock.GetUtcNow();
            if (office.Client.Invocations.Count > 0)
                opened ??= office.Clock.GetUtcNow();
            office.Clock.Advance(TimeSpan.FromHours(1));
        }

        var eight = At("2024-04-01T00:00:00Z").AddHours(hour);
        Assert.Equal((eight, eight), (opened, reminded));
        Assert.Equal(2, office.Letters.Sent.Count);
    }

    [Fact]
    public async Task The_night_of_one_office_holds_no_letter_of_another()
    {
        var bandung = await OpenAsync("malam-wib", "Wib");
        var jayapura = await OpenAsync("malam-wit", "Wit");
        foreach (var office in (SmallOffice[])[bandung, jayapura])
        {
            MoveTo(office, "2024-01-02T12:00:00Z");
            await office.AskAsync(ApprovalKind.AgreementCheck);
        }

        // Seven in the evening in Bandung, nine in Jayapura.
        Assert.Equal((1, 0), (bandung.Letters.Sent.Count, jayapura.Letters.Sent.Count));

        // Six in the morning in Jayapura, four in Bandung.
        await SweepToAsync("2024-01-02T21:00:00Z", bandung, jayapura);
        Assert.Equal((1, 1), (bandung.Letters.Sent.Count, jayapura.Letters.Sent.Count));
        await bandung.AskAsync(
            ApprovalKind.AgreementCheck,
            new AgreementSubject(new OfficeYear(bandung.Unit, 2024), 1)
        );
        await SweepToAsync("2024-01-02T22:00:00Z", bandung, jayapura);
        Assert.Single(bandung.Letters.Sent);
        await SweepToAsync("2024-01-02T23:00:00Z", bandung, jayapura);
        Assert.Equal((2, 1), (bandung.Letters.Sent.Count, jayapura.Letters.Sent.Count));
    }

    [Fact]
    public async Task Reminders_that_stay_away_for_a_day_are_counted_until_the_timer_goes_on()
    {
        var office = await OpenAsync("timer-berhenti", "Wita");
        var year = new OfficeYear(office.Unit, 2024);
        await office.AskAsync(ApprovalKind.AgreementCheck);
        var reminders = Reminders(office);

        // The day before it is due, and the due day.
        MoveTo(office, "2024-01-04T01:00:00Z");
        Assert.Equal(0, await reminders.MissedAsync(year, Cancellation));
        MoveTo(office, "2024-01-05T03:00:00Z");
        Assert.Equal(1, await reminders.MissedAsync(year, Cancellation));

        await reminders.RunAsync(year, Cancellation);
        Assert.Equal(0, await reminders.MissedAsync(year, Cancellation));
    }

    [Fact]
    public async Task What_was_done_at_night_is_on_the_chain_at_once_and_no_later_sweep_asks_for_it_before_the_morning()
    {
        var counter = new RequestCounter();
        var office = await SmallOffice.OpenAsync(emulated, "malam-tenang", storage: Counted(emulated, counter));
        var year = new OfficeYear(office.Unit, 2024);
        await office.Sweep.RunAsync(year, office.Client.Object, Cancellation);
        counter.Take();
        await office.Sweep.RunAsync(year, office.Client.Object, Cancellation);
        var quiet = counter.Take();
        var before = await ToldAsync(office);
        MoveTo(office, "2024-01-02T14:00:00Z");
        await office.AskAsync(ApprovalKind.AgreementCheck);

        await office.Sweep.RunAsync(year, office.Client.Object, Cancellation);
        Assert.Equal(before + 1, await ToldAsync(office));
        counter.Take();
        await office.Sweep.RunAsync(year, office.Client.Object, Cancellation);

        Assert.Equal(quiet, counter.Take());
        Assert.Empty(office.Letters.Sent);
        await SweepToAsync("2024-01-02T22:00:00Z", office);
        Assert.Single(office.Letters.Sent);
        Assert.Equal(before + 1, await ToldAsync(office));
    }

    private static async Task<int> ToldAsync(SmallOffice office) =>
        await office.Book.ReadAsync(new OfficeYear(office.Unit, 2024), Cancellation).CountAsync(Cancellation);

    private Task<SmallOffice> OpenAsync(string unit, string zone) =>
        SmallOffice.OpenAsync(
            emulated,
            unit,
            plan => plan with { Unit = plan.Unit with { TimeZone = Enum.Parse<OfficeZone>(zone) } }
        );

    private static async Task SweepToAsync(string instant, params SmallOffice[] offices)
    {
        while (offices[0].Clock.GetUtcNow() < At(instant))
        {
            foreach (var office in offices)
            {
                office.Clock.Advance(TimeSpan.FromHours(1));
                await office.Sweep.RunAsync(new OfficeYear(office.Unit, 2024), office.Client.Object, Cancellation);
            }
        }
    }

    private static ReminderSweep Reminders(SmallOffice office) =>
        new(office.Storage, office.Plans, office.Dispatcher, office.Clock);

    private static WindowSweep Windows(SmallOffice office) =>
        new(
            office.Plans,
            new Obligations(office.Storage, office.Clock),
            new QuarterDesk(
                office.Storage,
                office.Plans,
                new WindowBook(office.Storage),
                ReopeningsTests.Of(office),
                new CycleDesk(office.Storage, office.PlanDesk, office.Orders, office.Clock),
                new FindingStore(office.Storage, office.Vault),
                office.Dispatcher,
                office.Clock
            ),
            ReopeningsTests.Of(office),
            office.Clock
        );

    private static void MoveTo(SmallOffice office, string instant) =>
        office.Clock.Advance(At(instant) - office.Clock.GetUtcNow());

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
