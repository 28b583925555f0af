using Microsoft.Extensions.Hosting;
using Sakip.Embedded.Engine.Store;
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
        RefuseDatabase(data.Path("engine.db"));
        if (azurite is not null) await azurite.StartAsync(cancellationToken);
    }

    // Before anything is started: a database that cannot be used is left as it is, and so is all the rest.
    private static void RefuseDatabase(string path)
    {
        try
        {
            if (File.Exists(path) && new FileInfo(path).Length > 0) EngineDatabase.Check(path);
        }
        catch (EngineDatabaseException refused)
        {
            throw new StartupRefusedException([refused.Message]);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (azurite is not null) await azurite.StopWithinAsync(cancellationToken);
        data.Dispose();
    }
}
