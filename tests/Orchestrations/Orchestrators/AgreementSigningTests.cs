using Sakip.Agreements;
using Sakip.Approvals;

namespace Sakip.Tests.Orchestrations.Orchestrators;

public sealed class AgreementSigningTests
{
    private static readonly DateTime January = new(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc);
    private static readonly AgreementOutcome InForce = new(0, "hash", new DateOnly(2024, 1, 9));

    [Fact]
    public async Task The_first_party_signs_before_the_second_and_then_it_is_in_force()
    {
        var world = World(drafts: [Sound()], outcomes: [Approved(), Signed(), Signed()]);

        var result = await AgreementSigning.Run(world.Context);

        Assert.Equal(InForce, result);
        Assert.Equal(
            ["DraftAgreement", "Approval", "CheckSigner", "Approval", "CheckSigner", "Approval", "PutAgreementInForce"],
            world.Calls
        );
        Assert.Equal(
            [
                "approval:agreement.biro.2024.0:check:1",
                "approval:agreement.biro.2024.0:first-party:1",
                "approval:agreement.biro.2024.0:second-party:1",
            ],
            world.ChildIds
        );
    }

    [Fact]
    public async Task A_returned_agreement_goes_to_the_planner_with_the_note_and_is_drafted_again()
    {
        var returned = new ApprovalOutcome(Decision.Returned, "p02", January, "Target belum tepat.");
        var world = World(
                drafts: [Sound(), Sound()],
                outcomes: [Approved(), Signed(), returned, Approved(), Signed(), Signed()]
            )
            .Event("Redraft:1", Task.FromResult(new RedraftSignal()));

        await AgreementSigning.Run(world.Context);

        Assert.Equal(
            [
                "DraftAgreement",
                "Approval",
                "CheckSigner",
                "Approval",
                "CheckSigner",
                "Approval",
                "HandBackAgreement",
                "DraftAgreement",
                "Approval",
                "CheckSigner",
                "Approval",
                "CheckSigner",
                "Approval",
                "PutAgreementInForce",
            ],
            world.Calls
        );
        var handBack = Assert.IsType<AgreementHandBack>(world.Given["HandBackAgreement"]);
        Assert.Equal((AgreementHandBackReason.Returned, "Target belum tepat."), (handBack.Reason, handBack.Note));
        Assert.Equal("approval:agreement.biro.2024.0:second-party:2", world.ChildIds[^1]);
    }

    [Fact]
    public async Task A_posts_agreement_is_signed_after_its_superiors_is_in_force()
    {
        var heard = new TaskCompletionSource<SuperiorSignal>();
        var below = new WaitingBelow("agreement:biro:2024:analis:0", 2);
        var world = World(
                [Sound()],
                [Approved(), Signed(), Signed()],
                input: new AgreementInput("biro", 2024, 0, Post: "kabag"),
                inForce: InForce with
                {
                    Below = [below],
                }
            )
            .Activity(nameof(SuperiorAgreements.FindSuperiorAgreement), new SuperiorStanding(IsInForce: false))
            .Event("SuperiorInForce:1", heard.Task);

        var run = AgreementSigning.Run(world.Context);
        Assert.Equal(["DraftAgreement", "Approval", "FindSuperiorAgreement"], world.Calls);
        heard.SetResult(new SuperiorSignal());

        Assert.Equal(InForce, await run);
        Assert.Equal("approval:agreement.biro.2024.kabag.0:second-party:1", world.ChildIds[^1]);
        Assert.Equal(["agreement:biro:2024:analis:0 SuperiorInForce:2"], world.Sent);
    }

    [Fact]
    public async Task Silence_signs_nothing()
    {
        var expired = new ApprovalOutcome(Decision.Expired, "sistem", January);
        var world = World(drafts: [Sound()], outcomes: [Approved(), expired])
            .Event("Redraft:1", new TaskCompletionSource<RedraftSignal>().Task);

        var run = AgreementSigning.Run(world.Context);

        Assert.False(run.IsCompleted);
        Assert.Equal(["DraftAgreement", "Approval", "CheckSigner", "Approval", "HandBackAgreement"], world.Calls);
    }

    [Fact]
    public void An_unsound_draft_is_shown_to_nobody_for_signature()
    {
        var world = World(drafts: [new AgreementDraft(IsSound: false, null, Blockers: 2)], outcomes: [])
            .Event("Redraft:1", new TaskCompletionSource<RedraftSignal>().Task);

        var run = AgreementSigning.Run(world.Context);

        Assert.False(run.IsCompleted);
        Assert.Equal(["DraftAgreement", "HandBackAgreement"], world.Calls);
    }

    [Fact]
    public void What_the_check_returns_goes_to_no_party()
    {
        var returned = new ApprovalOutcome(Decision.Returned, "p15", January, "Pagu belum sama.");
        var world = World(drafts: [Sound()], outcomes: [returned])
            .Event("Redraft:1", new TaskCompletionSource<RedraftSignal>().Task);

        var run = AgreementSigning.Run(world.Context);

        Assert.False(run.IsCompleted);
        Assert.Equal(["DraftAgreement", "Approval", "HandBackAgreement"], world.Calls);
    }

    [Fact]
    public void No_round_opens_for_a_signer_whose_certificate_has_expired()
    {
        var world = World(
                drafts: [Sound()],
                outcomes: [Approved()],
                new SignerReadiness("Sertifikat sudah kedaluwarsa.")
            )
            .Event("Redraft:1", new TaskCompletionSource<RedraftSignal>().Task);

        var run = AgreementSigning.Run(world.Context);

        Assert.False(run.IsCompleted);
        Assert.Equal(["DraftAgreement", "Approval", "CheckSigner", "HandBackAgreement"], world.Calls);
        Assert.Equal(
            AgreementHandBackReason.Certificate,
            Assert.IsType<AgreementHandBack>(world.Given["HandBackAgreement"]).Reason
        );
    }

    [Fact]
    public async Task A_revision_that_the_planner_cancels_ends_without_an_agreement()
    {
        var returned = new ApprovalOutcome(Decision.Returned, "p15", January, "Anggaran ditarik kembali.");
        var world = World(
                drafts: [Sound(), new AgreementDraft(IsSound: false, null, 0, IsCancelled: true)],
                outcomes: [returned]
            )
            .Event("Redraft:1", Task.FromResult(new RedraftSignal()));

        var outcome = await AgreementSigning.Run(world.Context);

        Assert.Null(outcome.DocumentHash);
        Assert.Equal(["DraftAgreement", "Approval", "HandBackAgreement", "DraftAgreement"], world.Calls);
    }

    private static OrchestratorWorld World(
        AgreementDraft[] drafts,
        ApprovalOutcome[] outcomes,
        SignerReadiness? signer = null,
        AgreementInput? input = null,
        AgreementOutcome? inForce = null
    )
    {
        var queue = new Queue<ApprovalOutcome>(outcomes);
        return new OrchestratorWorld(input ?? new AgreementInput("biro", 2024, 0), January)
            .WithInput<AgreementInput>()
            .Activity(nameof(DraftActivities.DraftAgreement), drafts)
            .Activity(nameof(SignerActivities.CheckSigner), signer ?? new SignerReadiness())
            .Activity(nameof(AgreementActivities.PutAgreementInForce), inForce ?? InForce)
            .Child(nameof(Approval), _ => Task.FromResult(queue.Dequeue()));
    }

    private static AgreementDraft Sound() => new(IsSound: true, "hash", Blockers: 0);

    private static ApprovalOutcome Approved() => new(Decision.Approved, "p15", January);

    private static ApprovalOutcome Signed() => new(Decision.Signed, "p01", January);
}
