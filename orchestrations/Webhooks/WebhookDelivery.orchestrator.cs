using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Storage;

namespace Sakip.Webhooks;

/// <summary>Tells one receiver of one change, again and again until it is taken or the policy's last try has failed.</summary>
public static class WebhookDelivery
{
    [Function(nameof(WebhookDelivery))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var delivery = context.GetInput<DeliveryRef>()!;
        try
        {
            await context.CallActivityAsync(nameof(WebhookActivities.DeliverWebhook), delivery, Retries.Webhooks);
        }
        catch (TaskFailedException)
        {
            await context.CallActivityAsync(nameof(WebhookActivities.GiveUpWebhook), delivery, Retries.Storage);
        }
    }
}
