using Microsoft.Extensions.Hosting;
using Sakip.Embedded.Hosting.Storage;

namespace Sakip.Embedded.Hosting;

/// <summary>
/// The first service to start and the last to stop: takes the data folder and has the storage emulator running before
/// any service of the app wants it.
/// </summary>
internal sealed class RuntimeFoundation(DataFolder data, Azurite? azurite) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        data.Take();
        if (azurite is not null) await azurite.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (azurite is not null) await azurite.StopAsync(cancellationToken);
        data.Dispose();
    }
}
