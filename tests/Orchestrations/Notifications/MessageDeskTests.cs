using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Approvals;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Notifications;

/// <summary>When letters go out, what happens when they cannot, and where people see them.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class MessageDeskTests(EmulatedStorage emulated)
{
    [Fact]
    public async Task What_is_asked_at_night_goes_out_in_the_morning_and_once()
    {
        var office = await SmallOffice.OpenAsync(emulated, "surat-malam");
        office.Clock.Advance(TimeSpan.FromHours(12));
        await office.AskAsync(ApprovalKind.AgreementCheck);
        Assert.Empty(office.Letters.Sent);

        await office.AuditAsync();
        Assert.Empty(office.Letters.Sent);
        office.Clock.Advance(TimeSpan.FromHours(9));
        Assert.Contains(await office.AuditAsync(), entry => entry.Intent.Action == "OpenApproval");
        await office.AuditAsync();

        Assert.Single(office.Letters.Sent);
    }

    [Fact]
    public async Task A_letter_that_is_refused_for_now_is_tried_again_by_its_policy()
    {
        var office = await SmallOffice.OpenAsync(emulated, "surat-tunda");
        office.Letters.Refuses = DeliveryFault.Temporary;
        await office.AskAsync(ApprovalKind.AgreementCheck);
        office.Letters.Refuses = null;

        // The step itself is on the chain although its letter waits.
        Assert.Contains(await office.AuditAsync(), entry => entry.Intent.Action == "OpenApproval");
        await office.AuditAsync();

        Assert.Single(office.Letters.Sent);
        Assert.Empty(await office.Inbox.FailedAsync(new OfficeYear(office.Unit, 2024), Cancellation));
    }

    [Fact]
    public async Task A_letter_that_is_given_up_is_listed_with_its_reason_and_shown_in_the_app_all_the_same()
    {
        var office = await SmallOffice.OpenAsync(emulated, "surat-gagal");
        office.Letters.Refuses = DeliveryFault.RecipientRefused;

        await office.AskAsync(ApprovalKind.AgreementCheck);

        var failed = Assert.Single(await office.Inbox.FailedAsync(new OfficeYear(office.Unit, 2024), Cancellation));
        Assert.Equal(
            ("p15", MessageKind.AgreementCheckRequested, 1, "Server surel menolak."),
            (failed.Recipient, failed.Kind, failed.Failures, failed.Reason)
        );
        var inbox = await office.Inbox.ReadAsync(new OfficeYear(office.Unit, 2024), "p15", null, 20, Cancellation);
        var message = Assert.Single(inbox.Messages);
        Assert.Equal(DeliveryState.Failed, message.State);
        Assert.StartsWith("Mohon diperiksa: Perjanjian Kinerja Tahun 2024", message.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_goes_out_at_night_and_stands_in_no_list()
    {
        var office = await SmallOffice.OpenAsync(emulated, "surat-kode");
        await office.AskAsync(ApprovalKind.AgreementCheck);
        office.Clock.Advance(TimeSpan.FromHours(13));
        var link = (await office.ReadAsync(office.Letters.Last))!;

        var answer = await office.Codes.SendCodeAsync(link, "192.0.2.7", Cancellation);

        Assert.True(answer.IsAllowed);
        Assert.Equal(MessageKind.OneTimeCode, office.Letters.Last.Kind);
        var inbox = await office.Inbox.ReadAsync(new OfficeYear(office.Unit, 2024), "p15", null, 20, Cancellation);
        Assert.DoesNotContain(inbox.Messages, message => message.Kind == MessageKind.OneTimeCode);
    }

    [Fact]
    public async Task What_was_given_up_is_sent_again_once_its_cause_is_mended_one_or_all()
    {
        var office = await SmallOffice.OpenAsync(emulated, "surat-ulang");
        var planner = new Actor("p13", ActorRole.Planner);
        var resend = new LetterResend(office.Storage, office.Inbox, office.Dispatcher, office.Clock);
        office.Letters.Refuses = DeliveryFault.RecipientRefused;
        await office.AskAsync(ApprovalKind.AgreementCheck);
        await office.Links.ReissueAsync(office.Agreement, "check", 1, planner, Cancellation);
        var keys = new List<string>();
        await foreach (var line in office.Inbox.FailedRows(new OfficeYear(office.Unit, 2024), Cancellation))
            keys.Add(line.Key);
        Assert.Equal(2, keys.Count);

        Assert.Equal(
            new ResendAnswer(0, 0, 1),
            await resend.RunAsync(new OfficeYear(office.Unit, 2024), keys[0], planner, Cancellation)
        );
        Assert.Equal(2, (await office.Inbox.FailedAsync(new OfficeYear(office.Unit, 2024), Cancellation)).Count);
        office.Letters.Refuses = DeliveryFault.Temporary;
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(
            new ResendAnswer(0, 1, 0),
            await resend.RunAsync(new OfficeYear(office.Unit, 2024), keys[0], planner, Cancellation)
        );
        office.Letters.Refuses = null;
        await office.AuditAsync();
        Assert.Single(office.Letters.Sent);
        Assert.Equal(
            new ResendAnswer(1, 0, 0),
            await resend.RunAsync(new OfficeYear(office.Unit, 2024), null, planner, Cancellation)
        );
        Assert.Equal(
            new ResendAnswer(0, 0, 0),
            await resend.RunAsync(new OfficeYear(office.Unit, 2024), null, planner, Cancellation)
        );

        Assert.Equal(2, office.Letters.Sent.Count);
        Assert.Empty(await office.Inbox.FailedAsync(new OfficeYear(office.Unit, 2024), Cancellation));
        var inbox = await office.Inbox.ReadAsync(new OfficeYear(office.Unit, 2024), "p15", null, 20, Cancellation);
        Assert.All(inbox.Messages, message => Assert.Equal(DeliveryState.Sent, message.State));
        Assert.NotNull(await office.ReadAsync(office.Letters.Last));
        Assert.Equal(3, (await office.AuditAsync()).Count(entry => entry.Intent.Action == "ResendLetter"));
    }

    [Fact]
    public async Task A_fault_of_the_connection_makes_a_letter_wait_and_alerts_at_the_first()
    {
        var office = await SmallOffice.OpenAsync(emulated, "surat-sandi");
        office.Letters.Refuses = DeliveryFault.Refused;
        await office.AskAsync(ApprovalKind.AgreementCheck);
        Assert.Empty(await office.Inbox.FailedAsync(new OfficeYear(office.Unit, 2024), Cancellation));
        Assert.Equal([4001], office.Log.Events.Where(id => id is 4001 or 4002));
        await office.AuditAsync();
        Assert.Equal([4001, 4002], office.Log.Events.Where(id => id is 4001 or 4002));
        office.Letters.Refuses = null;
        await office.AuditAsync();
        await office.AuditAsync();
        await office.AuditAsync();

        Assert.Single(office.Letters.Sent);
    }

    [Fact]
    public async Task Codes_are_limited_by_mailbox_and_by_address()
    {
        var office = await SmallOffice.OpenAsync(emulated, "surat-batas");
        await office.AskAsync(ApprovalKind.AgreementCheck);
        var link = (await office.ReadAsync(office.Letters.Last))!;
        var answers = new List<bool>();
        for (var i = 0; i < 9; i++)
            answers.Add((await office.Codes.SendCodeAsync(link, "192.0.2.8", Cancellation)).IsAllowed);

        Assert.Equal([true, true, true, true, true, true, true, true, false], answers);
        var refused = await office.Codes.SendCodeAsync(link, "192.0.2.9", Cancellation);
        Assert.False(refused.IsAllowed);
        Assert.InRange(refused.RetryAfter, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15));
    }
}
