using Microsoft.DurableTask;
using Sakip.Storage;

namespace Sakip.Approvals;

/// <summary>The activities of a step and the step itself, as orchestrators call them.</summary>
internal static class ApprovalCalls
{
    public static Task<ApprovalSchedule> OpenApproval(this TaskOrchestrationContext context, ApprovalInput input) =>
        context.CallActivityAsync<ApprovalSchedule>(nameof(ApprovalActivities.OpenApproval), input, Retries.Storage);

    public static Task<ApprovalSchedule> MoveApproval(this TaskOrchestrationContext context, ApprovalInput input) =>
        context.CallActivityAsync<ApprovalSchedule>(nameof(ApprovalActivities.MoveApproval), input, Retries.Storage);

    public static Task EscalateApproval(this TaskOrchestrationContext context, EscalationInput input) =>
        context.CallActivityAsync(nameof(ApprovalActivities.EscalateApproval), input, Retries.Storage);

    public static Task<ApprovalOutcome> CloseApproval(this TaskOrchestrationContext context, ApprovalInput input) =>
        context.CallActivityAsync<ApprovalOutcome>(nameof(ApprovalActivities.CloseApproval), input, Retries.Storage);

    /// <summary>Asks a person for his decision and waits for it.</summary>
    public static Task<ApprovalOutcome> Ask(this TaskOrchestrationContext context, ApprovalInput input)
    {
        var step = ApprovalPolicy.Of(input.Kind).Step;
        var id = InstanceIds.Approval(Subject.Parse(input.Subject)!, step, input.Attempt);
        return context.CallSubOrchestratorAsync<ApprovalOutcome>(
            nameof(Approval),
            input,
            new SubOrchestrationOptions(instanceId: id)
        );
    }
}
