namespace Sakip.Host.Storage;

/// <summary>What is recorded of an emulator in its data folder: its account, its ports, its process.</summary>
/// <param name="IsStopping">Whether the process was told to stop and may still be writing.</param>
internal sealed record AzuriteState(
    string Account,
    string Key,
    int BlobPort,
    int QueuePort,
    int TablePort,
    int Process,
    bool IsStopping = false
)
{
    private const string FileName = "process.json";

    // Below the range from which the system gives out ports by itself.
    private const int LowestPort = 20000;
    private const int HighestPort = 32000;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + $"BlobEndpoint={Endpoint(BlobPort)};QueueEndpoint={Endpoint(QueuePort)};TableEndpoint={Endpoint(TablePort)};";

    public string Endpoint(int port) => $"http://127.0.0.1:{port}/{Account}";

    public static AzuriteState Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path)
            ? JsonSerializer.Deserialize<AzuriteState>(File.ReadAllText(path))!
            : new AzuriteState("sakip", Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)), 0, 0, 0, 0);
    }

    /// <summary>Writes aside, then renames: a kill leaves the old or the new state.</summary>
    public void Write(string folder)
    {
        var path = Path.Combine(folder, FileName);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(this));
        DataFolder.Close(path + ".new");
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>The same account on ports that are free now: the former ones where possible.</summary>
    public AzuriteState OnFreePorts()
    {
        var (taken, state) = (LocalPorts.Taken(), this with { Process = 0, IsStopping = false });
        if (BlobPort != 0 && !taken.Overlaps([BlobPort, QueuePort, TablePort]))
            return state;
        var free = Enumerable.Range(LowestPort, HighestPort - LowestPort).Except(taken).ToArray();
        RandomNumberGenerator.Shuffle<int>(free);
        return state with { BlobPort = free[0], QueuePort = free[1], TablePort = free[2] };
    }
}
