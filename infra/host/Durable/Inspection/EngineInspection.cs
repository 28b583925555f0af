using static Microsoft.DurableTask.Protobuf.OrchestrationStatus;

namespace Sakip.Host.Durable.Inspection;

/// <summary>A look into a store, whether its engine runs or not. Instances come in the order of their start.</summary>
/// <exception cref="EngineDatabaseException">It is damaged, foreign or of another version.</exception>
internal static class EngineInspection
{
    /// <summary>Of a large fan-out only this many are shown.</summary>
    private const int MostWaits = 20;

    /// <summary>All that have not finished; what should happen by itself may take the patience.</summary>
    public static IReadOnlyList<InstanceReport> Read(string databasePath, DateTimeOffset now, TimeSpan patience)
    {
        var limit = now.UtcDateTime - patience;
        return In(databasePath, to => All(to, Pending, Running, Suspended).ConvertAll(row => Describe(to, row, limit)));
    }

    public static IReadOnlyList<FailedInstance> ReadFailed(string databasePath) =>
        In(databasePath, reader => All(reader, Failed).ConvertAll(FailedInstance.Of));

    public static IReadOnlyList<string> ReadCompletedIds(string databasePath) =>
        In(databasePath, reader => All(reader, Completed).ConvertAll(row => row.Id));

    public static string? ReadHistory(string databasePath, string instanceId) =>
        In(databasePath, reader => reader.Instance(instanceId) is { } row ? reader.Export(row) : null);

    public static IReadOnlyList<string> ReadInstanceIds(string databasePath) =>
        In(databasePath, reader => All(reader).ConvertAll(row => row.Id));

    public static string? ReadMeta(string databasePath, string key) => In(databasePath, reader => reader.Meta(key));

    private static List<InstanceRow> All(StoreReader reader, params OrchestrationStatus[] statuses) =>
        reader.Instances(new InstanceFilter(Statuses: statuses), 0, int.MaxValue);

    private static T In<T>(string databasePath, Func<StoreReader, T> read)
    {
        if (!File.Exists(databasePath))
            throw new EngineDatabaseException($"There is no engine database '{databasePath}'.");
        EngineDatabase.Check(databasePath);
        using var reader = new StoreReader(EngineDatabase.OpenReader(databasePath));
        return read(reader);
    }

    private static InstanceReport Describe(StoreReader reader, InstanceRow row, DateTime limit)
    {
        var execution = reader.Execution(row);
        List<Waiting> waits = [.. execution.Waits.Take(MostWaits)];
        if (waits.Count == 0 && execution.Started is not null)
            waits.Add(new Waiting(WaitingKind.Event, null, row.Updated));
        var obstacle = row.Status switch
        {
            Suspended => null,
            Pending => row.Created < limit ? new Obstacle(ObstacleKind.NotBegun) : null,
            _ => waits.Select(wait => ObstacleOf(reader, wait, limit)).FirstOrDefault(found => found is not null),
        };
        return new InstanceReport(row.Id, row.Name, row.Status, row.Created, row.Updated, waits, obstacle);
    }

    private static Obstacle? ObstacleOf(StoreReader reader, Waiting wait, DateTime limit) =>
        wait.Kind switch
        {
            WaitingKind.Activity when wait.Since < limit => new(ObstacleKind.ActivityWithoutOutcome, wait),
            WaitingKind.Timer when wait.Due < limit => new(ObstacleKind.TimerOverdue, wait),
            WaitingKind.SubOrchestration when wait.Since < limit => reader.Instance(wait.Name!) switch
            {
                null => new(ObstacleKind.ChildMissing, wait),
                { IsFinished: true, Updated: var ended } when ended < limit => new(ObstacleKind.ChildUnheard, wait),
                _ => null,
            },
            _ => null,
        };
}
