namespace Sakip.Host.Durable.Store;

/// <summary>All writes, inside the transaction that the committer holds open.</summary>
internal sealed class StoreWriter(Sql sql) : IDisposable
{
    public void Begin() => sql.Run("BEGIN IMMEDIATE");

    public void Commit() => sql.Run("COMMIT");

    /// <summary>Takes everything back; SQLite may have done so by itself, after a full disk for instance.</summary>
    public void TryRollback()
    {
        try
        {
            sql.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // There was no transaction any more.
        }
    }

    public void SetMeta(string key, string value) =>
        sql.Run("INSERT INTO meta VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2", key, value);

    public StoredInstance? Find(string id) =>
        sql.List(
                "SELECT number, status FROM instances WHERE id = ?1",
                row => new StoredInstance(row.GetInt64(0), (OrchestrationStatus)row.GetInt32(1)),
                id
            )
            .FirstOrDefault();

    /// <summary>Adds an instance that has not run yet, with the message that will start it.</summary>
    public Message Add(ExecutionStartedEvent started, DateTime now)
    {
        var (id, executionId) = (started.OrchestrationInstance.InstanceId, started.OrchestrationInstance.ExecutionId);
        var number = (long)
            sql.Value(
                """
                INSERT INTO instances (id, execution, name, status, turn, created, updated, version, parent, tags, input)
                VALUES (?1, ?2, ?3, ?4, 0, ?5, ?5, ?6, ?7, ?8, ?9) RETURNING number
                """,
                id,
                executionId,
                started.Name,
                (int)OrchestrationStatus.Pending,
                now.Ticks,
                started.Version,
                started.ParentInstance?.OrchestrationInstance.InstanceId,
                started.Tags.Count == 0 ? null : JsonSerializer.Serialize(started.Tags),
                started.Input
            )!;
        return Send(number, new Message(id, null, Events.Started(now, started)));
    }

    public Message Send(long instance, Message message) =>
        message with
        {
            Number = (long)
                sql.Value(
                    "INSERT INTO inbox (instance, execution, event) VALUES (?1, ?2, ?3) RETURNING number",
                    instance,
                    message.ExecutionId,
                    message.Event.ToByteArray()
                )!,
        };

    public void RemoveMessage(long number) => sql.Run("DELETE FROM inbox WHERE number = ?1", number);

    /// <summary>Stores what a turn made of an instance; false if the instance is no longer at that turn.</summary>
    public bool Finish(
        Execution execution,
        DateTime now,
        OrchestrationStatus status,
        TurnOutcome outcome,
        byte[] fragment
    ) =>
        sql.Run(
            """
            UPDATE instances SET status = ?4, turn = ?3 + 1, updated = ?5, output = ?6, custom_status = ?7
            WHERE number = ?1 AND execution = ?2 AND turn = ?3
            """,
            execution.Number,
            execution.ExecutionId,
            execution.Turn,
            (int)status,
            now.Ticks,
            outcome.Output,
            outcome.CustomStatus
        ) == 1
        && sql.Run("INSERT INTO history VALUES (?1, ?2, ?3)", execution.Number, execution.Turn, fragment) == 1;

    public void StartOver(long instance, ExecutionStartedEvent next)
    {
        sql.Run(
            "UPDATE instances SET execution = ?2, version = ?3, input = ?4, turn = 0 WHERE number = ?1",
            instance,
            next.OrchestrationInstance.ExecutionId,
            next.Version,
            next.Input
        );
        sql.Run("DELETE FROM history WHERE instance = ?1", instance);
        RemovePending(instance);
    }

    public void AddActivity(long instance, int task, string name, string? input) =>
        sql.Run("INSERT INTO activities VALUES (?1, ?2, ?3, ?4)", instance, task, name, input);

    public void AddTimer(long instance, int task, DateTime due) =>
        sql.Run("INSERT INTO timers VALUES (?1, ?2, ?3)", instance, task, due.Ticks);

    public void Settle(long instance, HistoryEvent outcome)
    {
        if (Events.OutcomeOf(outcome) is not var (task, kind))
            return;
        if (kind == WaitingKind.Activity)
            sql.Run("DELETE FROM activities WHERE instance = ?1 AND task = ?2", instance, task);
        else if (kind == WaitingKind.Timer)
            sql.Run("DELETE FROM timers WHERE instance = ?1 AND task = ?2", instance, task);
    }

    public void RemovePending(long instance)
    {
        sql.Run("DELETE FROM activities WHERE instance = ?1", instance);
        sql.Run("DELETE FROM timers WHERE instance = ?1", instance);
    }

    public bool Remove(long instance)
    {
        RemovePending(instance);
        sql.Run("DELETE FROM history WHERE instance = ?1", instance);
        sql.Run("DELETE FROM inbox WHERE instance = ?1", instance);
        return sql.Run("DELETE FROM instances WHERE number = ?1", instance) == 1;
    }

    public void Dispose() => sql.Dispose();
}
