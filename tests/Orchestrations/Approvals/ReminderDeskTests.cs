using Sakip.Approvals;
using Sakip.Notifications;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Approvals;

/// <summary>A planner has somebody reminded of an open step.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class ReminderDeskTests(EmulatedStorage emulated)
{
    [Fact]
    public async Task A_step_is_reminded_of_once_a_day_with_its_link_and_the_audit_names_who_wanted_it()
    {
        var office = await SmallOffice.OpenAsync(emulated, "diingatkan");
        await office.AskAsync(ApprovalKind.AgreementCheck);

        Assert.Equal(ReminderAnswer.Sent, await RemindAsync(office));
        Assert.Equal(ReminderAnswer.SentToday, await RemindAsync(office));

        var reminder = office.Letters.Last;
        Assert.Equal((MessageKind.ApprovalReminder, "p15"), (reminder.Kind, reminder.To.Code));
        Assert.NotNull(await office.ReadAsync(reminder));
        Assert.Equal(2, office.Letters.Sent.Count);
        Assert.Contains(await office.AuditAsync(), entry => entry.Intent is { Action: "Remind", Actor: "p13" });
    }

    [Fact]
    public async Task After_its_due_day_the_bearer_reads_that_the_step_is_late()
    {
        var office = await SmallOffice.OpenAsync(emulated, "lewat-tempo");
        await office.AskAsync(ApprovalKind.AgreementCheck);
        office.Clock.Advance(TimeSpan.FromDays(14));

        Assert.Equal(ReminderAnswer.Sent, await RemindAsync(office));

        Assert.Equal((MessageKind.ApprovalOverdue, "p15"), (office.Letters.Last.Kind, office.Letters.Last.To.Code));
        Assert.NotNull(await office.ReadAsync(office.Letters.Last));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_withdrawn_link_or_of_a_step_that_there_is_not()
    {
        var office = await SmallOffice.OpenAsync(emulated, "tak-diingatkan");
        await office.AskAsync(ApprovalKind.AgreementCheck);
        await office.Links.WithdrawAsync(
            office.Agreement,
            "check",
            1,
            new Actor("p13", ActorRole.Planner),
            "Salah kirim.",
            Cancellation
        );

        Assert.Equal(ReminderAnswer.NoLink, await RemindAsync(office));
        Assert.Equal(ReminderAnswer.NotOpen, await RemindAsync(office, attempt: 2));
        Assert.Single(office.Letters.Sent);
    }

    private static Task<ReminderAnswer> RemindAsync(SmallOffice office, int attempt = 1) =>
        new ReminderDesk(office.Storage, office.Plans, office.Dispatcher, office.Clock).SendAsync(
            office.Agreement,
            "check",
            attempt,
            new Actor("p13", ActorRole.Planner),
            Cancellation
        );
}
