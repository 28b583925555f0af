namespace Sakip.Host.Durable.Store;

/// <summary>All reads. What it sees is committed.</summary>
internal sealed class StoreReader(Sql sql) : IDisposable
{
    public string? Meta(string key) => (string?)sql.Value($"SELECT value FROM meta WHERE key = {key}");

    public InstanceRow? Instance(string id) =>
        sql.List($"SELECT * FROM instances WHERE id = {id}", ReadInstance).FirstOrDefault();

    public List<InstanceRow> Instances(InstanceFilter filter, long after, int count)
    {
        var (from, to, until) = (filter.CreatedFrom?.UtcTicks, filter.CreatedTo?.UtcTicks, filter.UpdatedTo?.UtcTicks);
        var statuses = filter.Statuses is null or { Count: 0 }
            ? null
            : $"[{string.Join(',', filter.Statuses.Cast<int>())}]";
        return sql.List(
            $"""
            SELECT * FROM instances WHERE number > {after}
            AND ({from} IS NULL OR created >= {from}) AND ({to} IS NULL OR created <= {to})
            AND ({until} IS NULL OR updated <= {until})
            AND ({filter.IdPrefix} IS NULL OR substr(id, 1, length({filter.IdPrefix})) = {filter.IdPrefix})
            AND ({statuses} IS NULL OR status IN (SELECT value FROM json_each({statuses})))
            ORDER BY number LIMIT {count}
            """,
            ReadInstance
        );
    }

    public List<InstanceRow> All(params OrchestrationStatus[] statuses) =>
        Instances(new InstanceFilter(Statuses: statuses), 0, int.MaxValue);

    public List<HistoryEvent> History(long instance) =>
        [.. Fragments(instance).SelectMany(turn => Durable.Execution.Read(turn))];

    public Execution Execution(InstanceRow instance)
    {
        var execution = new Execution(instance.Number, instance.ExecutionId);
        foreach (var turn in Fragments(instance.Number))
            execution.Append(Durable.Execution.Read(turn), turn);
        return execution;
    }

    public string Export(InstanceRow row) => new HistoryFile(row.Id, row.Name, History(row.Number)).Write();

    public DateTime? FirstTimer() => sql.Value($"SELECT min(due) FROM timers") is long due ? Time(due) : null;

    public List<Message> Messages() =>
        sql.List(
            $"""
            SELECT i.id, m.execution, m.event, m.number FROM inbox m JOIN instances i ON i.number = m.instance
            ORDER BY m.number
            """,
            r => new Message(r.GetString(0), Text(r, 1), HistoryEvent.Parser.ParseFrom((byte[])r[2]), r.GetInt64(3))
        );

    public List<PendingActivity> Activities() =>
        sql.List(
            $"""
            SELECT i.id, i.execution, a.task, a.name, a.input FROM activities a JOIN instances i ON i.number = a.instance
            ORDER BY a.instance, a.task
            """,
            r => new PendingActivity(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetString(3), Text(r, 4))
        );

    public List<PendingTimer> Timers() =>
        sql.List(
            $"""
            SELECT i.id, i.execution, t.task, t.due FROM timers t JOIN instances i ON i.number = t.instance
            ORDER BY t.due, t.instance, t.task
            """,
            r => new PendingTimer(r.GetString(0), r.GetString(1), r.GetInt32(2), Time(r.GetInt64(3)))
        );

    public void Dispose() => sql.Dispose();

    // In the order of the columns.
    private static InstanceRow ReadInstance(SqliteDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            (OrchestrationStatus)row.GetInt32(4),
            Time(row.GetInt64(6)),
            Time(row.GetInt64(7)),
            Text(row, 8),
            Text(row, 9),
            Text(row, 10),
            Text(row, 11),
            Text(row, 12),
            Text(row, 13)
        );

    private static string? Text(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTime Time(long ticks) => new(ticks, DateTimeKind.Utc);

    private List<byte[]> Fragments(long instance) =>
        sql.List($"SELECT events FROM history WHERE instance = {instance} ORDER BY turn", row => (byte[])row[0]);
}
