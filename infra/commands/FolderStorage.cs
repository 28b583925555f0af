using Microsoft.Extensions.Configuration;
using Sakip.Host.Start;
using Sakip.Host.Storage;

namespace Sakip.Commands;

/// <summary>The storage emulator of a data folder, for as long as a command needs it.</summary>
internal sealed class FolderStorage : IAsyncDisposable
{
    private readonly DataFolder _data;
    private readonly Azurite _azurite;
    private readonly bool _wasRunning;

    private FolderStorage(DataFolder data, Azurite azurite, bool wasRunning)
    {
        _data = data;
        _azurite = azurite;
        _wasRunning = wasRunning;
    }

    public string ConnectionString => _azurite.ConnectionString;

    /// <exception cref="UsageException">The app runs, but not with this storage.</exception>
    public static async Task<FolderStorage> OpenAsync(string folder, CancellationToken cancellation)
    {
        var settings = new ConfigurationBuilder().Build();
        var data = new DataFolder(folder);
        // An app that runs has its storage; one that does not must not start while the command has it.
        var appRuns = DataFolder.IsInUse(folder);
        if (!appRuns)
            data.Take();
        var azurite = new Azurite(settings, data);
        var wasRunning = azurite.IsRunning;
        if (appRuns && !wasRunning)
            throw new UsageException($"Aplikasi di {folder} sedang mulai, atau memakai penyimpanan lain.");
        await azurite.StartAsync(cancellation);
        return new FolderStorage(data, azurite, wasRunning);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_wasRunning)
            await _azurite.StopAsync();
        _data.Dispose();
    }
}
