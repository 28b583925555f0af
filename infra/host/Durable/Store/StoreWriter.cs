namespace Sakip.Host.Durable.Store;

/// <summary>All writes, inside the transaction that the committer holds open.</summary>
internal sealed class StoreWriter(Sql sql) : IDisposable
{
    public void Begin() => sql.Run($"BEGIN IMMEDIATE");

    public void Commit() => sql.Run($"COMMIT");

    /// <summary>Takes everything back; SQLite may have done so by itself, after a full disk for instance.</summary>
    public void TryRollback()
    {
        try
        {
            sql.Run($"ROLLBACK");
        }
        catch (SqliteException)
        {
            // There was no transaction any more.
        }
    }

    public int SetMeta(string key, string value) =>
        sql.Run($"INSERT INTO meta VALUES ({key}, {value}) ON CONFLICT (key) DO UPDATE SET value = excluded.value");

    public StoredInstance? Find(string id) =>
        sql.List($"SELECT number, status FROM instances WHERE id = {id}", StoredInstance.Read).FirstOrDefault();

    /// <summary>Adds an instance that has not run yet, with the message that will start it.</summary>
    public Message Add(ExecutionStartedEvent started, DateTime now)
    {
        var (id, executionId) = (started.OrchestrationInstance.InstanceId, started.OrchestrationInstance.ExecutionId);
        var parent = started.ParentInstance?.OrchestrationInstance.InstanceId;
        var tags = started.Tags.Count == 0 ? null : JsonSerializer.Serialize(started.Tags);
        var number = sql.Value(
            $"""
            INSERT INTO instances
                (id, execution, name, status, turn, created, updated, version, parent, tags, input)
            VALUES ({id}, {executionId}, {started.Name}, {(int)
                OrchestrationStatus.Pending}, 0, {now.Ticks}, {now.Ticks},
                {started.Version}, {parent}, {tags}, {started.Input})
            RETURNING number
            """
        );
        return Send((long)number!, new Message(id, null, Events.Started(now, started)));
    }

    public Message Send(long instance, Message message)
    {
        var (execution, content) = (message.ExecutionId, message.Event.ToByteArray());
        var number = sql.Value(
            $"INSERT INTO inbox (instance, execution, event) VALUES ({instance}, {execution}, {content}) RETURNING number"
        );
        return message with { Number = (long)number! };
    }

    public void RemoveMessage(long number) => sql.Run($"DELETE FROM inbox WHERE number = {number}");

    /// <summary>Stores what a turn made of an instance; false if the instance is no longer at that turn.</summary>
    public bool Finish(Turn turn, OrchestrationStatus status, TurnOutcome outcome, byte[] fragment)
    {
        var (number, executionId, at) = (turn.Execution.Number, turn.Execution.ExecutionId, turn.Execution.Turn);
        var changed = sql.Run(
            $"""
            UPDATE instances SET status = {(int)status}, turn = {at + 1}, updated = {turn.Now.Ticks},
                output = {outcome.Output}, custom_status = {outcome.CustomStatus}
            WHERE number = {number} AND execution = {executionId} AND turn = {at}
            """
        );
        return changed == 1 && sql.Run($"INSERT INTO history VALUES ({number}, {at}, {fragment})") == 1;
    }

    public void StartOver(long instance, ExecutionStartedEvent next)
    {
        var execution = next.OrchestrationInstance.ExecutionId;
        sql.Run(
            $"""
            UPDATE instances SET execution = {execution}, version = {next.Version}, input = {next.Input}, turn = 0
            WHERE number = {instance}
            """
        );
        sql.Run($"DELETE FROM history WHERE instance = {instance}");
        RemovePending(instance);
    }

    public void AddActivity(long instance, int task, string name, string? input) =>
        sql.Run($"INSERT INTO activities VALUES ({instance}, {task}, {name}, {input})");

    public void AddTimer(long instance, int task, DateTime due) =>
        sql.Run($"INSERT INTO timers VALUES ({instance}, {task}, {due.Ticks})");

    public void Settle(long instance, HistoryEvent outcome)
    {
        if (Events.OutcomeOf(outcome) is not var (task, kind))
            return;
        if (kind == WaitingKind.Activity)
            sql.Run($"DELETE FROM activities WHERE instance = {instance} AND task = {task}");
        else if (kind == WaitingKind.Timer)
            sql.Run($"DELETE FROM timers WHERE instance = {instance} AND task = {task}");
    }

    public void RemovePending(long instance)
    {
        sql.Run($"DELETE FROM activities WHERE instance = {instance}");
        sql.Run($"DELETE FROM timers WHERE instance = {instance}");
    }

    public bool Remove(long instance)
    {
        RemovePending(instance);
        sql.Run($"DELETE FROM history WHERE instance = {instance}");
        sql.Run($"DELETE FROM inbox WHERE instance = {instance}");
        return sql.Run($"DELETE FROM instances WHERE number = {instance}") == 1;
    }

    public void Dispose() => sql.Dispose();
}
