using Microsoft.DurableTask;
using Sakip.Storage;

namespace Sakip.Webhooks;

/// <summary>The activities of a delivery, as orchestrators call them.</summary>
internal static class WebhookCalls
{
    public static Task DeliverWebhook(this TaskOrchestrationContext context, DeliveryRef input) =>
        context.CallActivityAsync(nameof(WebhookActivities.DeliverWebhook), input, Retries.Webhooks);

    public static Task GiveUpWebhook(this TaskOrchestrationContext context, DeliveryRef input) =>
        context.CallActivityAsync(nameof(WebhookActivities.GiveUpWebhook), input, Retries.Storage);
}
