using Microsoft.Extensions.Hosting;

namespace Sakip.SmallApp.Hosting;

/// <summary>A hosted service of the app: it runs before the app serves, and is stopped in an orderly end.</summary>
internal sealed class StartsWithTheApp(Desk desk) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        desk.Note("service started");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        desk.Note("service stopped");
        return Task.CompletedTask;
    }
}
