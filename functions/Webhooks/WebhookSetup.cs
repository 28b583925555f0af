using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Functions.Hosting;
using Sakip.Webhooks;

namespace Sakip.Functions.Webhooks;

/// <summary>News for other systems: section "Webhooks".</summary>
internal static class WebhookSetup
{
    public static void AddWebhooks(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddChecked<WebhookOptions>(WebhookOptions.Section);
        services
            .AddSingleton<WebhookSecrets>()
            .AddSingleton<WebhookSender>()
            .AddSingleton<WebhookFeed>()
            .AddSingleton<WebhookDesk>()
            .AddSingleton<WebhookViews>();
    }
}
