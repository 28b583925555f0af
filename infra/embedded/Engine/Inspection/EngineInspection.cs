using Microsoft.DurableTask.Client;
using Sakip.Embedded.Engine.History;
using Sakip.Embedded.Engine.Store;

namespace Sakip.Embedded.Engine.Inspection;

/// <summary>A look into the store of an engine, whether it runs or not. It changes nothing.</summary>
public static class EngineInspection
{
    private const int PageSize = 500;

    private static readonly OrchestrationRuntimeStatus[] Unfinished =
    [
        OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended,
    ];

    /// <summary>All instances that have not finished, in the order of their start.</summary>
    /// <param name="databasePath">The engine's SQLite file.</param>
    /// <param name="now">The time on the engine's clock.</param>
    /// <param name="patience">How long something that should happen by itself may take.</param>
    /// <exception cref="EngineDatabaseException">The store is damaged, foreign or of another version.</exception>
    public static IReadOnlyList<InstanceReport> Read(string databasePath, DateTimeOffset now, TimeSpan patience)
    {
        using var reader = Open(databasePath);
        return
        [
            .. Pages(reader, new InstanceFilter(Statuses: Unfinished))
                .Select(row => Describe(reader, row, now.UtcDateTime, patience)),
        ];
    }

    /// <summary>All instances that failed, in the order of their start.</summary>
    /// <exception cref="EngineDatabaseException">The store is damaged, foreign or of another version.</exception>
    public static IReadOnlyList<FailedInstance> ReadFailed(string databasePath)
    {
        using var reader = Open(databasePath);
        return
        [
            .. Pages(reader, new InstanceFilter(Statuses: [OrchestrationRuntimeStatus.Failed]))
                .Select(row => new FailedInstance(
                    row.Id,
                    row.Name,
                    row.Created,
                    row.Updated,
                    row.Failure?.ErrorMessage)),
        ];
    }

    /// <summary>The history of an instance as JSON, or null if there is no such instance.</summary>
    /// <exception cref="EngineDatabaseException">The store is damaged, foreign or of another version.</exception>
    public static string? ReadHistory(string databasePath, string instanceId)
    {
        using var reader = Open(databasePath);
        return reader.Instance(instanceId) is { } row
            ? HistoryJson.Write(new ExportedHistory(row.Id, row.Name, reader.History(row.Number)))
            : null;
    }

    /// <summary>The ids of all instances, finished ones too, in the order of their start.</summary>
    /// <exception cref="EngineDatabaseException">The store is damaged, foreign or of another version.</exception>
    public static IReadOnlyList<string> ReadInstanceIds(string databasePath)
    {
        using var reader = Open(databasePath);
        return [.. Pages(reader, new InstanceFilter()).Select(row => row.Id)];
    }

    /// <summary>A text kept beside the instances with <see cref="DurableEngine.SetMetaAsync"/>, or null.</summary>
    /// <exception cref="EngineDatabaseException">The store is damaged, foreign or of another version.</exception>
    public static string? ReadMeta(string databasePath, string key)
    {
        using var reader = Open(databasePath);
        return reader.Meta(key);
    }

    private static IEnumerable<InstanceRow> Pages(StoreReader reader, InstanceFilter filter)
    {
        var after = 0L;
        while (reader.Instances(filter, after, PageSize) is { Count: > 0 } page)
        {
            foreach (var row in page) yield return row;
            after = page[^1].Number;
        }
    }

    private static StoreReader Open(string databasePath)
    {
        if (!File.Exists(databasePath))
            throw new EngineDatabaseException($"There is no engine database '{databasePath}'.");
        EngineDatabase.Check(databasePath);
        return new StoreReader(EngineDatabase.OpenReader(databasePath));
    }

    private static InstanceReport Describe(StoreReader reader, InstanceRow row, DateTime now, TimeSpan patience)
    {
        IReadOnlyList<Waiting> waits = row.Waits is null ? [] : HistoryJson.ReadWaits(row.Waits);
        return new(
            row.Id, row.Name, row.Status, row.Created, row.Updated, waits,
            ObstacleOf(reader, row, waits, now - patience));
    }

    private static Obstacle? ObstacleOf(
        StoreReader reader, InstanceRow row, IReadOnlyList<Waiting> waits, DateTime limit)
    {
        if (row.Status == OrchestrationRuntimeStatus.Suspended) return null;
        if (row.Status == OrchestrationRuntimeStatus.Pending)
        {
            return row.Created < limit ? new(ObstacleKind.NotBegun) : null;
        }
        if (waits.Count == 0) return row.Updated < limit ? new(ObstacleKind.NothingToWaitFor) : null;
        return waits.Select(wait => ObstacleOf(reader, wait, limit)).FirstOrDefault(obstacle => obstacle is not null);
    }

    private static Obstacle? ObstacleOf(StoreReader reader, Waiting wait, DateTime limit) => wait.Kind switch
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
