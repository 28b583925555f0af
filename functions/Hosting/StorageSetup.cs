using Microsoft.Extensions.Hosting;
using Sakip.Audit;
using Sakip.Storage;

namespace Sakip.Functions.Hosting;

/// <summary>Makes the tables and containers, and seals old audit chains, before the first function runs.</summary>
internal sealed class StorageSetup(OfficeStorage storage, AuditStart audit) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await storage.CreateAsync(cancellationToken);
        await audit.RunAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
