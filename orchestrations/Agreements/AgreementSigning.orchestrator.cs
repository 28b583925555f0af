using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Approvals;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>
/// A performance agreement: drafted and checked, signed by the first party, signed by the second, in force. What is
/// returned, overdue or unsound goes back to the planner, who asks for a new draft.
/// </summary>
public static class AgreementSigning
{
    [Function(nameof(AgreementSigning))]
    public static async Task<AgreementInForce> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<AgreementInput>()!;
        for (var attempt = 1; ; attempt++)
        {
            input = input with { Attempt = attempt };
            var handBack = await DraftAndSign(context, input);
            if (handBack is null)
            {
                return await context.CallActivityAsync<AgreementInForce>(
                    nameof(AgreementActivities.PutAgreementInForce), input, Retries.Storage);
            }

            await context.CallActivityAsync(nameof(AgreementActivities.HandBackAgreement), handBack, Retries.Storage);
            await context.WaitForExternalEvent<RedraftSignal>(InstanceIds.Redraft(attempt));
        }
    }

    private static async Task<AgreementHandBack?> DraftAndSign(TaskOrchestrationContext context, AgreementInput input)
    {
        var draft = await context.CallActivityAsync<AgreementDraft>(
            nameof(AgreementActivities.DraftAgreement), input, Retries.Documents);
        if (!draft.IsSound) return new AgreementHandBack(input, "blocked", null);

        var subject = SubjectRef.Agreement(input.Unit, input.Year, input.Revision).Dotted;
        ApprovalKind[] parties = [ApprovalKind.FirstPartySignature, ApprovalKind.SecondPartySignature];
        foreach (var party in parties)
        {
            var outcome = await context.Ask(new ApprovalInput(party, subject, input.Attempt));
            if (outcome.Decision == Decision.Returned) return new AgreementHandBack(input, "returned", outcome.Note);
            if (outcome.Decision != Decision.Signed) return new AgreementHandBack(input, "expired", null);
        }

        return null;
    }
}
