using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Approvals;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>
/// A performance agreement: drafted, checked by the accountability team, signed by the first party, signed by the
/// second, in force. What is returned, overdue or unsound goes back to the planner, who asks for a new draft or cancels.
/// </summary>
internal static class AgreementSigning
{
    public const string V2 = nameof(AgreementSigning) + "_v2";

    /// <summary>The form of release cf4c20f, for the instances that it began.</summary>
    [Function(nameof(AgreementSigning))]
    public static async Task<AgreementOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<AgreementInput>()!;
        for (var attempt = 1; ; attempt++)
        {
            input = input with { Attempt = attempt };
            var draft = await context.DraftAgreement(input);
            if (draft.Outcome is { } standing)
                return standing;
            if (draft.IsSuperseded)
                continue;
            if (draft.IsCancelled)
                return new AgreementOutcome(input.Revision, null, null);

            var handBack = await CheckAndSign(context, input, draft);
            if (handBack is null)
            {
                var outcome = await context.PutAgreementInForce(input);
                foreach (var below in outcome.Below ?? [])
                    context.SendEvent(below.Instance, InstanceIds.SuperiorInForce(below.Attempt), new SuperiorSignal());
                return outcome with { Below = null };
            }

            await context.HandBackAgreement(handBack);
            context.Enters("menunggu perencana: naskah dikembalikan");
            await context.WaitForExternalEvent<RedraftSignal>(InstanceIds.Redraft(attempt));
        }
    }

    /// <summary>The form of new instances: trouble of storage is outlasted.</summary>
    [Function(V2)]
    public static Task<AgreementOutcome> RunV2([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Run(new LastingContext(context));

    private static async Task<AgreementHandBack?> CheckAndSign(
        TaskOrchestrationContext context,
        AgreementInput input,
        AgreementDraft draft
    )
    {
        if (!draft.IsSound)
            return new AgreementHandBack(input, AgreementHandBackReason.Blocked, null);

        context.Enters("menunggu tanda tangan para pihak");
        var subject = input.Subject.Dotted;
        var check = await context.Ask(new ApprovalInput(ApprovalKind.AgreementCheck, subject, input.Attempt));
        if (check.Decision != Decision.Approved)
            return NotDone(input, check);

        // REPLAY: only the agreements of posts wait here; no history before them has a post in its input.
        if (input.Post is not null)
            await AboveInForce(context, input);
        ApprovalKind[] parties = [ApprovalKind.FirstPartySignature, ApprovalKind.SecondPartySignature];
        foreach (var party in parties)
        {
            var signer = await context.CheckSigner(new SignerCheck(input, party));
            if (signer.Problem is not null)
                return new AgreementHandBack(input, AgreementHandBackReason.Certificate, signer.Problem);

            var signature = await context.Ask(new ApprovalInput(party, subject, input.Attempt));
            if (signature.Decision != Decision.Signed)
                return NotDone(input, signature);
        }

        return null;
    }

    private static async Task AboveInForce(TaskOrchestrationContext context, AgreementInput input)
    {
        var superior = await context.FindSuperiorAgreement(input);
        if (superior.IsInForce)
            return;
        context.Enters("menunggu perjanjian atasan berlaku");
        await context.WaitForExternalEvent<SuperiorSignal>(InstanceIds.SuperiorInForce(input.Attempt));
    }

    private static AgreementHandBack NotDone(AgreementInput input, ApprovalOutcome outcome) =>
        new(
            input,
            outcome.Decision == Decision.Returned ? AgreementHandBackReason.Returned : AgreementHandBackReason.Expired,
            outcome.Note
        );
}
