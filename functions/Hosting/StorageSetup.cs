using Microsoft.Extensions.Hosting;
using Sakip.Storage;

namespace Sakip.Functions.Hosting;

/// <summary>Makes the tables and containers before the first function runs.</summary>
public sealed class StorageSetup(OfficeStorage storage) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => storage.CreateAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
