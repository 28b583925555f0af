using Moq;
using Sakip.Approvals;
using Sakip.Kernel;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Storage;
using static Sakip.Tests.Orchestrations.Approvals.SmallOffice;

namespace Sakip.Tests.Orchestrations.Approvals;

/// <summary>security.md 3: what makes a new link kills the former one; delegation; nobody decides twice.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class LinkDeskTests(EmulatedStorage emulated)
{
    [Fact]
    public async Task A_reissued_link_opens_the_step_and_the_former_one_opens_nothing()
    {
        var office = await SmallOffice.OpenAsync(emulated, "terbit-ulang");
        await office.AskAsync(ApprovalKind.AgreementCheck);
        var former = office.Letters.Last;
        Assert.NotNull(await office.ReadAsync(former));

        var change = await office.Links.ReissueAsync(
            office.Agreement,
            "check",
            1,
            new Actor("p13", ActorRole.Planner),
            Cancellation
        );

        Assert.Equal(LinkChange.Done, change);
        Assert.Equal(MessageKind.LinkReissued, office.Letters.Last.Kind);
        Assert.Null(await office.ReadAsync(former));
        Assert.Equal("p15", (await office.ReadAsync(office.Letters.Last))!.Bearer.Code);
        Assert.Contains(
            await office.AuditAsync(),
            entry => entry.Intent is { Action: "ReissueLink", Actor: "p13", Role: "Planner" }
        );
    }

    [Fact]
    public async Task A_withdrawn_link_opens_nothing_its_step_stays_and_no_reminder_brings_it_back()
    {
        var office = await SmallOffice.OpenAsync(emulated, "dicabut");
        await office.AskAsync(ApprovalKind.AgreementCheck);
        var former = office.Letters.Last;

        await office.Links.WithdrawAsync(
            office.Agreement,
            "check",
            1,
            new Actor("p13", ActorRole.Planner),
            "Salah kirim.",
            Cancellation
        );
        office.Clock.Advance(TimeSpan.FromDays(3));
        await new ReminderSweep(office.Storage, office.Plans, office.Dispatcher, office.Clock).RunAsync(
            new OfficeYear(office.Unit, 2024),
            Cancellation
        );

        Assert.Null(await office.ReadAsync(former));
        Assert.Single(office.Letters.Sent);
        var step = Assert.Single(
            await new OpenSteps(office.Storage, office.Plans).ReadAsync(new OfficeYear(office.Unit, 2024), Cancellation)
        );
        Assert.True(step.IsWithdrawn);
        await office.Links.ReissueAsync(
            office.Agreement,
            "check",
            1,
            new Actor("p13", ActorRole.Planner),
            Cancellation
        );
        Assert.NotNull(await office.ReadAsync(office.Letters.Last));
    }

    [Fact]
    public async Task An_open_step_passes_on_to_the_acting_official_with_a_new_link()
    {
        var office = await SmallOffice.OpenAsync(emulated, "pelaksana");
        await SeedAsync(office);
        await office.AskAsync(ApprovalKind.SecondPartySignature);
        var former = office.Letters.Last;
        Assert.Equal("p02", former.To.Code);

        await ActAsync(office, "asisten", "p03", Tenure.Plh);
        Assert.Equal(1, await office.Links.ReaddressAsync(new OfficeYear(office.Unit, 2024), Cancellation));
        Assert.Equal(0, await office.Links.ReaddressAsync(new OfficeYear(office.Unit, 2024), Cancellation));

        Assert.Equal((MessageKind.Delegated, "p03"), (office.Letters.Last.Kind, office.Letters.Last.To.Code));
        Assert.Null(await office.ReadAsync(former));
        Assert.Equal("p03", (await office.ReadAsync(office.Letters.Last))!.Bearer.Code);
        Assert.Contains(await office.AuditAsync(), entry => entry.Intent is { Action: "Delegate", Note: "kepada p03" });
    }

    [Fact]
    public async Task A_letter_that_waited_for_the_morning_does_not_reach_who_no_longer_bears_the_step()
    {
        var office = await SmallOffice.OpenAsync(emulated, "malam");
        await SeedAsync(office);
        office.Clock.Advance(TimeSpan.FromHours(12));
        await office.AskAsync(ApprovalKind.SecondPartySignature);
        Assert.Empty(office.Letters.Sent);

        await ActAsync(office, "asisten", "p03", Tenure.Plh);
        await office.Links.ReaddressAsync(new OfficeYear(office.Unit, 2024), Cancellation);
        office.Clock.Advance(TimeSpan.FromHours(12));
        await office.AuditAsync();

        Assert.Equal(["p03"], office.Letters.Sent.Select(letter => letter.To.Code));
    }

    [Fact]
    public async Task A_step_whose_post_is_vacant_waits_for_whoever_is_appointed()
    {
        var office = await SmallOffice.OpenAsync(emulated, "kosong", Without("p02"));
        await SeedAsync(office);
        await office.AskAsync(ApprovalKind.SecondPartySignature);
        Assert.Equal((MessageKind.PostVacant, "p13"), (office.Letters.Last.Kind, office.Letters.Last.To.Code));

        await ActAsync(office, "asisten", "p03", Tenure.Plt);
        await office.Links.ReaddressAsync(new OfficeYear(office.Unit, 2024), Cancellation);

        Assert.Equal("p03", (await office.ReadAsync(office.Letters.Last))!.Bearer.Code);
    }

    [Fact]
    public async Task A_code_comes_after_each_reissue_withdrawal_and_delegation_and_is_the_one_that_holds()
    {
        var office = await SmallOffice.OpenAsync(emulated, "kode-baru");
        await SeedAsync(office);
        await office.AskAsync(ApprovalKind.SecondPartySignature);
        async Task AskTwiceAsync(string bearer)
        {
            var letter = office.Letters.Last;
            for (var asked = 0; asked < 2; asked++)
            {
                office.Clock.Advance(TimeSpan.FromMinutes(20));
                var before = office.Letters.Sent.Count;
                var link = (await office.ReadAsync(letter))!;
                Assert.Equal(
                    CodeSending.Sent,
                    (await office.Codes.SendCodeAsync(link, "192.0.2.7", Cancellation)).Sending
                );
                Assert.Equal(before + 1, office.Letters.Sent.Count);
                Assert.Equal(
                    (MessageKind.OneTimeCode, bearer),
                    (office.Letters.Last.Kind, office.Letters.Last.To.Code)
                );
            }
        }

        await AskTwiceAsync("p02");
        await office.Links.ReissueAsync(
            office.Agreement,
            "second-party",
            1,
            new Actor("p13", ActorRole.Planner),
            Cancellation
        );
        await AskTwiceAsync("p02");
        await office.Links.WithdrawAsync(
            office.Agreement,
            "second-party",
            1,
            new Actor("p13", ActorRole.Planner),
            "Keliru.",
            Cancellation
        );
        await office.Links.ReissueAsync(
            office.Agreement,
            "second-party",
            1,
            new Actor("p13", ActorRole.Planner),
            Cancellation
        );
        await AskTwiceAsync("p02");
        await ActAsync(office, "asisten", "p03", Tenure.Plh);
        await office.Links.ReaddressAsync(new OfficeYear(office.Unit, 2024), Cancellation);
        await AskTwiceAsync("p03");
    }

    [Fact]
    public async Task Who_got_no_code_is_told_so_and_why()
    {
        var office = await SmallOffice.OpenAsync(emulated, "kode-jujur");
        await office.AskAsync(ApprovalKind.AgreementCheck);
        var link = (await office.ReadAsync(office.Letters.Last))!;
        async Task<CodeSending> SendAsync()
        {
            office.Clock.Advance(TimeSpan.FromMinutes(20));
            return (await office.Codes.SendCodeAsync(link, "192.0.2.8", Cancellation)).Sending;
        }

        office.Letters.Refuses = DeliveryFault.Temporary;
        Assert.Equal(CodeSending.Waits, await SendAsync());
        office.Letters.Refuses = DeliveryFault.RecipientRefused;
        Assert.Equal(CodeSending.NotDelivered, await SendAsync());
        office.Letters.Refuses = null;
        for (var number = 2; number < new LinkOptions().CodesPerStep; number++)
            Assert.Equal(CodeSending.Sent, await SendAsync());
        Assert.Equal(CodeSending.StepExhausted, await SendAsync());
        await office.Links.ReissueAsync(
            office.Agreement,
            "check",
            1,
            new Actor("p13", ActorRole.Planner),
            Cancellation
        );
        Assert.Equal(CodeSending.Overtaken, await SendAsync());
    }

    [Fact]
    public async Task The_files_behind_a_decided_link_close_thirty_days_after_the_decision()
    {
        var office = await SmallOffice.OpenAsync(emulated, "berkas");
        await SeedAsync(office);
        await office.AskAsync(ApprovalKind.AgreementCheck);
        var letter = office.Letters.Last;
        Assert.True(office.Door.FilesAreOpen((await office.ReadAsync(letter))!));
        await office.Desk.DecideAsync(
            (await office.ReadAsync(letter))!,
            new DecisionRequest(Decision.Approved, null, null),
            office.Client.Object,
            Cancellation
        );

        office.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.True(office.Door.FilesAreOpen((await office.ReadAsync(letter))!));
        office.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(office.Door.FilesAreOpen((await office.ReadAsync(letter))!));
    }

    [Fact]
    public async Task A_link_replaced_while_a_decision_is_under_way_decides_nothing()
    {
        var office = await SmallOffice.OpenAsync(emulated, "tersusul");
        await SeedAsync(office);
        await office.AskAsync(ApprovalKind.AgreementCheck);
        var opened = (await office.ReadAsync(office.Letters.Last))!;

        await office.Links.ReissueAsync(
            office.Agreement,
            "check",
            1,
            new Actor("p13", ActorRole.Planner),
            Cancellation
        );
        var answer = await office.Desk.DecideAsync(
            opened,
            new DecisionRequest(Decision.Approved, null, null),
            office.Client.Object,
            Cancellation
        );

        Assert.Equal(DecisionStatus.Overtaken, answer.Status);
        Assert.Null((await office.ReadAsync(office.Letters.Last))!.Claim);
    }

    [Fact]
    public async Task A_decision_stands_on_the_chain_with_who_what_when_where_and_the_documents_hash()
    {
        var office = await SmallOffice.OpenAsync(emulated, "jejak");
        await SeedAsync(office);
        await office.AskAsync(ApprovalKind.AgreementCheck);
        var link = (await office.ReadAsync(office.Letters.Last))!;
        var at = office.Clock.GetUtcNow();

        await office.Desk.DecideAsync(
            link,
            new DecisionRequest(Decision.Approved, null, null) { Where = "203.0.113.7" },
            office.Client.Object,
            Cancellation
        );

        var decided = (await office.AuditAsync()).Single(entry => entry.Intent.Action == "Approved").Intent;
        Assert.Equal(("p15", "Checker", "203.0.113.7", at), (decided.Actor, decided.Role, decided.Where, decided.At));
        Assert.Equal(link.Approval.DocumentHash, decided.DocumentHash);
    }

    [Fact]
    public async Task The_same_decision_given_again_tells_the_step_again_and_changes_nothing()
    {
        var office = await SmallOffice.OpenAsync(emulated, "diulang");
        await SeedAsync(office);
        await office.AskAsync(ApprovalKind.AgreementCheck);
        var letter = office.Letters.Last;
        var yes = new DecisionRequest(Decision.Approved, null, null);

        var first = await office.Desk.DecideAsync(
            (await office.ReadAsync(letter))!,
            yes,
            office.Client.Object,
            Cancellation
        );
        var again = await office.Desk.DecideAsync(
            (await office.ReadAsync(letter))!,
            yes,
            office.Client.Object,
            Cancellation
        );
        var other = await office.Desk.DecideAsync(
            (await office.ReadAsync(letter))!,
            yes with
            {
                Decision = Decision.Returned,
                Note = "Keliru.",
            },
            office.Client.Object,
            Cancellation
        );

        Assert.Equal(
            [DecisionStatus.Decided, DecisionStatus.SameAgain, DecisionStatus.OtherStands],
            [first.Status, again.Status, other.Status]
        );
        Raised(office, Times.Exactly(2));
        Assert.Single(await office.AuditAsync(), entry => entry.Intent.Action == "Approved");
    }

    [Fact]
    public async Task Who_decided_an_earlier_step_decides_no_later_one()
    {
        var office = await SmallOffice.OpenAsync(emulated, "rangkap");
        await SeedAsync(office);
        await office.AskAsync(ApprovalKind.AgreementCheck);
        await office.AskAsync(ApprovalKind.FirstPartySignature);
        await office.Dispatcher.CommitAsync(
            new SubjectChange(office.Agreement, "decide:check:1", office.Clock.GetUtcNow())
                .By(new Actor("p01", ActorRole.Checker), AuditAction.Approved)
                .Claim(
                    new ClaimRow
                    {
                        Decision = "Approved",
                        By = "p01",
                        At = office.Clock.GetUtcNow(),
                    },
                    "check",
                    1
                ),
            null,
            Cancellation
        );
        var signature = (await office.ReadAsync(office.Letters.Last))!;

        var answer = await office.Desk.DecideAsync(
            signature,
            new DecisionRequest(Decision.Signed, null, "123456"),
            office.Client.Object,
            Cancellation
        );

        Assert.Equal(DecisionStatus.ActedBefore, answer.Status);
    }

    [Fact]
    public async Task One_key_decides_no_two_steps_that_are_for_four_eyes_and_stands_in_the_trail()
    {
        var office = await SmallOffice.OpenAsync(emulated, "satu-kunci");
        await SeedAsync(office);
        await office.AskAsync(ApprovalKind.AgreementCheck);
        var check = (await office.ReadAsync(office.Letters.Last))!;
        await office.AskAsync(ApprovalKind.FirstPartySignature);
        var signature = (await office.ReadAsync(office.Letters.Last))!;
        ActingKey.Current = "biro";
        await office.Desk.DecideAsync(
            check,
            new DecisionRequest(Decision.Approved, null, null) { Where = "203.0.113.7" },
            office.Client.Object,
            Cancellation
        );
        signature = (await office.ReadAsync(office.Letters.Last))!;
        var sign = new DecisionRequest(Decision.Signed, null, "123456");
        var same = await office.Desk.DecideAsync(signature, sign, office.Client.Object, Cancellation);
        ActingKey.Current = "lain";
        var other = await office.Desk.DecideAsync(signature, sign, office.Client.Object, Cancellation);
        ActingKey.Current = null;

        Assert.Equal((DecisionStatus.KeyActedBefore, DecisionStatus.CodeDead), (same.Status, other.Status));
        Assert.Contains(
            await office.AuditAsync(),
            entry => entry.Intent is { Action: "Approved", Where: "203.0.113.7, kunci biro" }
        );
    }

    [Fact]
    public async Task The_head_who_handed_a_report_in_has_it_approved_by_the_superior()
    {
        var office = await SmallOffice.OpenAsync(emulated, "kepala");
        var report = new SubUnitReportSubject(new OfficeYear(office.Unit, 2024), Quarter.Q1, "tata-usaha", 1);
        await office.Dispatcher.CommitAsync(
            new SubjectChange(report, "decide:submit:1", office.Clock.GetUtcNow())
                .By(new Actor("p07", ActorRole.Submitter), AuditAction.Submitted)
                .Claim(
                    new ClaimRow
                    {
                        Decision = "Submitted",
                        By = "p07",
                        At = office.Clock.GetUtcNow(),
                    },
                    "submit",
                    1
                ),
            null,
            Cancellation
        );

        await office.AskAsync(ApprovalKind.ReportApproval, report, "tata-usaha", 1);

        Assert.Equal("p01", office.Letters.Last.To.Code);
    }

    [Fact]
    public async Task A_crash_between_claim_and_event_loses_nothing_and_doubles_nothing()
    {
        var office = await SmallOffice.OpenAsync(emulated, "terputus");
        await SeedAsync(office);
        await office.AskAsync(ApprovalKind.AgreementCheck);
        var opened = (await office.ReadAsync(office.Letters.Last))!;
        // Without a client the event is not raised, as when the process ends behind the claim.
        await office.Desk.DecideAsync(opened, new DecisionRequest(Decision.Approved, null, null), null!, Cancellation);
        Raised(office, Times.Never());

        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await office.AuditAsync();
        await office.AuditAsync();

        Raised(office, Times.Once());
        var claim = (await office.ReadAsync(office.Letters.Last))!.Claim;
        Assert.Equal("Approved", claim!.Decision);
        Assert.Single(await office.AuditAsync(), entry => entry.Intent.Correlation == "decide:check:1");
    }

    private static void Raised(SmallOffice office, Times times) =>
        office.Client.Verify(
            client =>
                client.RaiseEventAsync(
                    $"approval:{office.Agreement.Dotted}:check:1",
                    "Decided:check:1",
                    It.IsAny<object?>(),
                    It.IsAny<CancellationToken>()
                ),
            times
        );

    private static Task<PlanChangeResult> ActAsync(SmallOffice office, string post, string official, Tenure tenure) =>
        office.PlanDesk.ChangeAsync(
            new OfficeYear(office.Unit, 2024),
            plan =>
                OpenSteps.WithActing(
                    plan,
                    new Appointment(official, post, tenure, new DateOnly(2024, 1, 1), null, "SPT/1/2024")
                ),
            new Actor("p18", ActorRole.Administrator),
            "Penunjukan pelaksana.",
            Cancellation
        );

    private static Func<OfficePlan, OfficePlan> Without(string official) =>
        plan => plan with { Appointments = [.. plan.Appointments.Where(one => one.Official != official)] };

    /// <summary>A draft stands, so that steps on the agreement have something to be about.</summary>
    private static async Task SeedAsync(SmallOffice office)
    {
        var change = new SubjectChange(office.Agreement, "draft:1", office.Clock.GetUtcNow())
            .By(Actor.System, AuditAction.DraftAgreement)
            .Set(
                new StateRow
                {
                    State = "Draft",
                    Hash = new string('a', 64),
                    Revision = 1,
                    Body = "{}",
                }
            );
        await office.Dispatcher.CommitAsync(change, null, Cancellation);
    }
}
