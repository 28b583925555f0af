using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Approvals;

/// <summary>A reviewer hands the review over to a colleague: letter, link and draft go along, and the trail tells it.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class HandOverTests(EmulatedStorage emulated)
{
    private static readonly DateOnly Today = new(2024, 1, 2);

    [Fact]
    public async Task A_review_goes_to_a_colleague_with_its_draft_and_its_former_link_opens_nothing()
    {
        var office = await OpenAsync(emulated, "serah-reviu", WithSecondInspector);
        await office.AskAsync(ApprovalKind.AnnualReview, ReportOf(office));
        var former = office.Letters.Last;
        var link = (await office.ReadAsync(former))!;
        var drafts = new DraftBook(office.Storage, office.Vault, office.Clock);
        await drafts.SaveAsync(link, Typed(), 0, "a", Cancellation, _ => true);
        var colleague = Assert.Single(LinkDesk.ColleaguesOf(link, Today));

        var change = await office.Links.HandOverAsync(link, colleague, "Mohon dilanjutkan dari butir 5.", Cancellation);

        Assert.Equal(LinkChange.Done, change);
        var letter = office.Letters.Last;
        Assert.Equal((MessageKind.ReviewHandedOver, "p16"), (letter.Kind, letter.To.Code));
        Assert.Contains(link.Bearer.FullName(), letter.Text, StringComparison.Ordinal);
        Assert.Contains("> Mohon dilanjutkan dari butir 5.", letter.Text, StringComparison.Ordinal);
        Assert.Null(await office.ReadAsync(former));
        var taken = (await office.ReadAsync(letter))!;
        Assert.Equal("p16", taken.Bearer.Code);
        Assert.Equal(Typed(), (await drafts.FindAsync(taken, Cancellation))!.Fields);
        var waiting = Assert.Single(
            await office.Storage.WaitingAsync(new OfficeYear(office.Unit, 2024), Cancellation),
            row => row.Kind == nameof(ApprovalKind.AnnualReview)
        );
        Assert.Equal("p16", waiting.Bearer);
        Assert.Contains(
            await office.AuditAsync(),
            entry => entry.Intent is { Action: "Delegate", Actor: "p17", Note: "kepada p16" }
        );
    }

    [Fact]
    public async Task A_review_stays_with_whom_it_was_handed_to_as_long_as_the_role_does()
    {
        var office = await OpenAsync(emulated, "serah-tetap", WithSecondInspector);
        await office.AskAsync(ApprovalKind.AnnualReview, ReportOf(office));
        var link = (await office.ReadAsync(office.Letters.Last))!;
        await office.Links.HandOverAsync(link, LinkDesk.ColleaguesOf(link, Today)[0], null, Cancellation);

        Assert.Equal(0, await office.Links.ReaddressAsync(new OfficeYear(office.Unit, 2024), Cancellation));
        Assert.Equal("p16", (await office.ReadAsync(office.Letters.Last))!.Bearer.Code);
    }

    [Fact]
    public async Task Who_has_handed_the_review_over_cannot_do_it_a_second_time()
    {
        var office = await OpenAsync(emulated, "serah-dua", WithSecondInspector);
        await office.AskAsync(ApprovalKind.AnnualReview, ReportOf(office));
        var link = (await office.ReadAsync(office.Letters.Last))!;
        var colleague = LinkDesk.ColleaguesOf(link, Today)[0];
        await office.Links.HandOverAsync(link, colleague, null, Cancellation);
        var letters = office.Letters.Sent.Count;

        Assert.NotEqual(LinkChange.Done, await office.Links.HandOverAsync(link, colleague, null, Cancellation));
        Assert.Equal(letters, office.Letters.Sent.Count);
    }

    [Fact]
    public async Task No_other_step_and_nobody_alone_in_the_role_has_colleagues_to_hand_to()
    {
        var office = await OpenAsync(emulated, "serah-tidak");
        await office.AskAsync(ApprovalKind.AgreementCheck);
        Assert.Empty(LinkDesk.ColleaguesOf((await office.ReadAsync(office.Letters.Last))!, Today));
        await office.AskAsync(ApprovalKind.AnnualReview, ReportOf(office));
        Assert.Empty(LinkDesk.ColleaguesOf((await office.ReadAsync(office.Letters.Last))!, Today));
    }

    private static AnnualReportSubject ReportOf(SmallOffice office) => new(new OfficeYear(office.Unit, 2024), 1);

    private static Dictionary<string, string> Typed() => new() { ["butir.i-1.status"] = "Fulfilled" };

    private static OfficePlan WithSecondInspector(OfficePlan plan) =>
        plan with
        {
            Roles = [.. plan.Roles, new RoleAssignment(OfficeRole.Inspector, "p16")],
        };
}
