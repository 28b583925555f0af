using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Notifications;
using Sakip.Storage;

namespace Sakip.Functions.Notifications;

/// <summary>Messages, their reminders, and the way that they go out.</summary>
internal static class NotificationSetup
{
    public static void AddNotifications(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddSingleton<MessageDesk>()
            .AddSingleton<MessageDelivery>()
            .AddSingleton<MessageWriter>()
            .AddSingleton<Inbox>()
            .AddSingleton<MessageReader>();
        services.AddSingleton<IOutbox>(provider => provider.GetRequiredService<MessageDesk>());
        services.AddMail(builder.Configuration);
    }
}
