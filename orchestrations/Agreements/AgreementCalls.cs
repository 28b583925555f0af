using Microsoft.DurableTask;
using Sakip.Storage;

namespace Sakip.Agreements;

/// <summary>The activities of an agreement, as orchestrators call them.</summary>
internal static class AgreementCalls
{
    public static Task<AgreementDraft> DraftAgreement(this TaskOrchestrationContext context, AgreementInput input) =>
        context.CallActivityAsync<AgreementDraft>(nameof(DraftActivities.DraftAgreement), input, Retries.Documents);

    public static Task<AgreementOutcome> PutAgreementInForce(
        this TaskOrchestrationContext context,
        AgreementInput input
    ) =>
        context.CallActivityAsync<AgreementOutcome>(
            nameof(AgreementActivities.PutAgreementInForce),
            input,
            Retries.Storage
        );

    public static Task<SuperiorStanding> FindSuperiorAgreement(
        this TaskOrchestrationContext context,
        AgreementInput input
    ) =>
        context.CallActivityAsync<SuperiorStanding>(
            nameof(SuperiorAgreements.FindSuperiorAgreement),
            input,
            Retries.Storage
        );

    public static Task HandBackAgreement(this TaskOrchestrationContext context, AgreementHandBack input) =>
        context.CallActivityAsync(nameof(AgreementActivities.HandBackAgreement), input, Retries.Storage);

    public static Task<SignerReadiness> CheckSigner(this TaskOrchestrationContext context, SignerCheck input) =>
        context.CallActivityAsync<SignerReadiness>(nameof(SignerActivities.CheckSigner), input, Retries.Storage);
}
