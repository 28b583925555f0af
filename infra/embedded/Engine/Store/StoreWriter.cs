using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using Sakip.Embedded.Engine.History;

namespace Sakip.Embedded.Engine.Store;

/// <summary>All writes, inside the transaction that the committer holds open.</summary>
internal sealed class StoreWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<Statement> statements = [];
    private readonly Statement begin, commit, rollback, setMeta, findInstance, addInstance, removeInstance, finishTurn,
        startOver, addHistory, removeHistory, addMessage, removeMessage, removeMessages, addActivity, removeActivity,
        removeActivities, addTimer, removeTimer, removeTimers;

    public StoreWriter(SqliteConnection connection)
    {
        this.connection = connection;
        begin = Prepare("BEGIN IMMEDIATE", 0);
        commit = Prepare("COMMIT", 0);
        rollback = Prepare("ROLLBACK", 0);
        setMeta = Prepare("INSERT INTO meta VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2", 2);
        findInstance = Prepare("SELECT number, status FROM instances WHERE id = ?1", 1);
        addInstance = Prepare("""
            INSERT INTO instances (id, execution, name, status, turn, created, updated, input, tags)
            VALUES (?1, ?2, ?3, ?4, 0, ?5, ?5, ?6, ?7) RETURNING number
            """, 7);
        removeInstance = Prepare("DELETE FROM instances WHERE number = ?1", 1);
        finishTurn = Prepare("""
            UPDATE instances SET status = ?4, turn = ?3 + 1, updated = ?5, output = ?6, failure = ?7, waits = ?8,
                custom_status = CASE ?9 WHEN 1 THEN ?10 ELSE custom_status END
            WHERE number = ?1 AND execution = ?2 AND turn = ?3
            """, 10);
        startOver = Prepare("UPDATE instances SET execution = ?2, input = ?3, turn = 0 WHERE number = ?1", 3);
        addHistory = Prepare("INSERT INTO history VALUES (?1, ?2, ?3)", 3);
        removeHistory = Prepare("DELETE FROM history WHERE instance = ?1", 1);
        addMessage = Prepare("INSERT INTO inbox (instance, execution, event) VALUES (?1, ?2, ?3) RETURNING number", 3);
        removeMessage = Prepare("DELETE FROM inbox WHERE number = ?1", 1);
        removeMessages = Prepare("DELETE FROM inbox WHERE instance = ?1", 1);
        addActivity = Prepare("INSERT INTO activities VALUES (?1, ?2, ?3, ?4)", 4);
        removeActivity = Prepare("DELETE FROM activities WHERE instance = ?1 AND task = ?2", 2);
        removeActivities = Prepare("DELETE FROM activities WHERE instance = ?1", 1);
        addTimer = Prepare("INSERT INTO timers VALUES (?1, ?2, ?3)", 3);
        removeTimer = Prepare("DELETE FROM timers WHERE instance = ?1 AND task = ?2", 2);
        removeTimers = Prepare("DELETE FROM timers WHERE instance = ?1", 1);
    }

    public void Begin() => begin.Run();

    public void Commit() => commit.Run();

    /// <summary>Takes everything back; SQLite may have done so by itself, after a full disk for instance.</summary>
    public void TryRollback()
    {
        try
        {
            rollback.Run();
        }
        catch (SqliteException)
        {
            // There was no transaction any more.
        }
    }

    public void SetMeta(string key, string value) => setMeta.Run(key, value);

    public StoredInstance? Find(string instanceId)
    {
        using var row = findInstance.Query(instanceId);
        return row.Read() ? new(row.GetInt64(0), (OrchestrationRuntimeStatus)row.GetInt32(1)) : null;
    }

    /// <summary>Adds an instance that has not run yet, with the message that will start it.</summary>
    public Delivery Add(string instanceId, ExecutionStarted started, DateTime now)
    {
        var number = (long)addInstance.Read(
            instanceId, started.ExecutionId, started.Name, (int)OrchestrationRuntimeStatus.Pending, now.Ticks,
            started.Input, HistoryJson.Write(started.Tags))!;
        return Send(number, instanceId, null, started);
    }

    public Delivery Send(long instance, string instanceId, string? executionId, HistoryEvent message)
    {
        var number = (long)addMessage.Read(instance, executionId, HistoryJson.Write(message))!;
        return new Delivery(instanceId, new Message(number, executionId, message));
    }

    public void RemoveMessage(long number) => removeMessage.Run(number);

    /// <summary>Stores what a turn made of an instance; false if the instance is no longer at that turn.</summary>
    public bool Finish(TurnCommit turn)
    {
        var fits = finishTurn.Run(
            turn.Instance, turn.ExecutionId, turn.Turn, (int)turn.Status, turn.Now.Ticks, turn.Output,
            HistoryJson.Write(turn.Failure), turn.Waits, turn.HasCustomStatus ? 1 : 0, turn.CustomStatus) == 1;
        if (fits) addHistory.Run(turn.Instance, turn.Turn, turn.Events);
        return fits;
    }

    /// <summary>Empties an instance for its next execution.</summary>
    public void StartOver(long instance, string executionId, string? input)
    {
        startOver.Run(instance, executionId, input);
        removeHistory.Run(instance);
        RemovePending(instance);
    }

    public void AddActivity(long instance, TaskScheduled task)
        => addActivity.Run(instance, task.Id, task.Name, task.Input);

    public void AddTimer(long instance, TimerCreated timer) => addTimer.Run(instance, timer.Id, timer.FireAt.Ticks);

    /// <summary>Removes what waited for this outcome.</summary>
    public void Settle(long instance, OutcomeEvent outcome)
    {
        if (outcome is TaskCompleted or TaskFailed) removeActivity.Run(instance, outcome.TaskId);
        else if (outcome is TimerFired) removeTimer.Run(instance, outcome.TaskId);
    }

    public void RemovePending(long instance)
    {
        removeActivities.Run(instance);
        removeTimers.Run(instance);
    }

    /// <summary>Removes an instance and everything that belongs to it.</summary>
    public void Remove(long instance)
    {
        RemovePending(instance);
        removeHistory.Run(instance);
        removeMessages.Run(instance);
        removeInstance.Run(instance);
    }

    public void Dispose()
    {
        foreach (var statement in statements) statement.Dispose();
        connection.Dispose();
    }

    private Statement Prepare(string sql, int parameters)
    {
        var statement = new Statement(connection, sql, parameters);
        statements.Add(statement);
        return statement;
    }
}
