using Sakip.Host.Durable;
using Sakip.Host.Durable.Store;
using static Microsoft.DurableTask.Protobuf.OrchestrationStatus;

namespace Sakip.Commands;

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
        return EngineDatabase.Read(
            databasePath,
            to => to.All(Pending, Running, Suspended).ConvertAll(row => Describe(to, row, limit))
        );
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
        return new InstanceReport(row, waits, obstacle);
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
