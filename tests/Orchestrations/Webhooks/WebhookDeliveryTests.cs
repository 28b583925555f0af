using Microsoft.DurableTask;
using Moq;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Orchestrators;
using Sakip.Webhooks;

namespace Sakip.Tests.Orchestrations.Webhooks;

/// <summary>A delivery is tried under its policy, and given up where people see it.</summary>
public sealed class WebhookDeliveryTests
{
    private static readonly DeliveryRef Delivery = new("biro", 2024, "0a1b2c3d", 7);

    [Fact]
    public async Task A_delivery_that_is_taken_ends_there()
    {
        var world = World();

        await WebhookDelivery.Run(world.Context);

        Assert.Equal([nameof(WebhookActivities.DeliverWebhook)], world.Calls);
        world.Mock.Verify(context =>
            context.CallActivityAsync(
                It.Is<TaskName>(name => name.Name == nameof(WebhookActivities.DeliverWebhook)),
                Delivery,
                Retries.Webhooks
            )
        );
    }

    [Fact]
    public async Task After_the_last_try_it_is_given_up()
    {
        var world = World();
        world
            .Mock.Setup(context =>
                context.CallActivityAsync(
                    It.Is<TaskName>(name => name.Name == nameof(WebhookActivities.DeliverWebhook)),
                    It.IsAny<object?>(),
                    It.IsAny<TaskOptions?>()
                )
            )
            .ThrowsAsync(new TaskFailedException("DeliverWebhook", 1, new WebhookRefusedException("HTTP 500")));

        await WebhookDelivery.Run(world.Context);

        Assert.Equal([nameof(WebhookActivities.GiveUpWebhook)], world.Calls);
        Assert.Equal(Delivery, world.Given[nameof(WebhookActivities.GiveUpWebhook)]);
    }

    private static OrchestratorWorld World() =>
        new OrchestratorWorld(Delivery, new DateTime(2024, 1, 2)).WithInput<DeliveryRef>();
}
