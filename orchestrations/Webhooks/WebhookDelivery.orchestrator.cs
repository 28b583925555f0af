using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Sakip.Storage;

namespace Sakip.Webhooks;

/// <summary>Tells one receiver of one change, again and again until it is taken or the policy's last try has failed.</summary>
internal static class WebhookDelivery
{
    public const string V2 = nameof(WebhookDelivery) + "_v2";

    /// <summary>The form of release cf4c20f, for the instances that it began.</summary>
    [Function(nameof(WebhookDelivery))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var delivery = context.GetInput<DeliveryRef>()!;
        try
        {
            await context.DeliverWebhook(delivery);
        }
        catch (TaskFailedException)
        {
            await context.GiveUpWebhook(delivery);
        }
    }

    /// <summary>The form of new instances: trouble of storage is outlasted.</summary>
    [Function(V2)]
    public static Task RunV2([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Run(new LastingContext(context));
}
