using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Approvals;
using Sakip.Tests.Orchestrations.Storage;

namespace Sakip.Tests.Orchestrations.Collection;

/// <summary>A report that was sent by mistake comes back, as long as its head has not looked into it.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class TakeBackTests(EmulatedStorage emulated)
{
    private static CancellationToken Cancellation => SmallOffice.Cancellation;

    [Fact]
    public async Task A_report_that_the_head_has_only_read_goes_back_to_its_sender_once()
    {
        var office = await SmallOffice.OpenAsync(emulated, "tarik");
        var (sent, head) = await SendAsync(office);
        Assert.Equal(TakeBack.Possible, TakeBackDesk.Of(sent));

        Assert.Equal(TakeBack.Done, await TakeAsync(office, sent));
        Assert.Equal(TakeBack.Done, await TakeAsync(office, sent));

        var late = await office.Desk.DecideAsync(
            head,
            new DecisionRequest(Decision.Approved, null, null),
            office.Client.Object,
            Cancellation
        );
        Assert.Equal(DecisionStatus.OtherStands, late.Status);
        Assert.Equal((nameof(Decision.Returned), sent.Bearer.Code), (late.Claim!.Decision, late.Claim.By));
        Assert.Single(await office.AuditAsync(), entry => entry.Intent.Action == nameof(AuditAction.TakeBackReport));
    }

    [Fact]
    public async Task What_the_head_has_decided_stays()
    {
        var office = await SmallOffice.OpenAsync(emulated, "tarik-lambat");
        var (sent, head) = await SendAsync(office);
        await office.Desk.DecideAsync(
            head,
            new DecisionRequest(Decision.Approved, null, null),
            office.Client.Object,
            Cancellation
        );

        Assert.Equal(TakeBack.TooLate, await TakeAsync(office, sent));
    }

    [Fact]
    public async Task A_head_who_has_kept_a_note_is_not_passed_over()
    {
        var office = await SmallOffice.OpenAsync(emulated, "tarik-catatan");
        var (sent, head) = await SendAsync(office);
        await office.Storage.Subjects.UpsertEntityAsync(
            new DraftRow
            {
                PartitionKey = Keys.Partition(head.Subject),
                RowKey = RowKeys.Draft(head.Policy.Step, 1),
                Body = "{}",
            },
            cancellationToken: Cancellation
        );

        Assert.Equal(TakeBack.TooLate, await TakeAsync(office, sent));
    }

    [Fact]
    public async Task A_report_sent_a_moment_ago_is_taken_back_once_its_head_is_asked()
    {
        var office = await SmallOffice.OpenAsync(emulated, "tarik-segera");
        var letter = await SubmitAsync(office);
        var sent = (await office.ReadAsync(letter))!;
        Assert.Equal(TakeBack.Soon, TakeBackDesk.Of(sent));
        Assert.Equal(TakeBack.Soon, await TakeAsync(office, sent));

        await office.AskAsync(ApprovalKind.ReportApproval, ReportOf(office), "tata-usaha", 1);

        Assert.Equal(TakeBack.Done, await TakeAsync(office, (await office.ReadAsync(letter))!));
    }

    private static SubUnitReportSubject ReportOf(SmallOffice office) =>
        new(new OfficeYear(office.Unit, 2024), Quarter.Q1, "tata-usaha", 1);

    private static async Task<(OpenedLink Sent, OpenedLink Head)> SendAsync(SmallOffice office)
    {
        var letter = await SubmitAsync(office);
        await office.AskAsync(ApprovalKind.ReportApproval, ReportOf(office), "tata-usaha", 1);
        return ((await office.ReadAsync(letter))!, (await office.ReadAsync(office.Letters.Last))!);
    }

    private static async Task<ComposedMessage> SubmitAsync(SmallOffice office)
    {
        var report = ReportOf(office);
        await office.AskAsync(ApprovalKind.ReportSubmission, report, "tata-usaha", 1);
        var letter = office.Letters.Sent.First(one =>
            one.Link!.AbsolutePath.StartsWith("/tautan/", StringComparison.Ordinal)
        );
        await office.Desk.DecideAsync(
            (await office.ReadAsync(letter))!,
            new DecisionRequest(Decision.Submitted, null, null, "{}"u8.ToArray()),
            office.Client.Object,
            Cancellation
        );
        return letter;
    }

    private static Task<TakeBack> TakeAsync(SmallOffice office, OpenedLink sent) =>
        new TakeBackDesk(office.Storage, office.Dispatcher, office.Clock).TakeAsync(
            sent,
            "203.0.113.7",
            office.Client.Object,
            Cancellation
        );
}
