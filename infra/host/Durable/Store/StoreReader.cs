namespace Sakip.Host.Durable.Store;

/// <summary>All reads. What it sees is committed.</summary>
internal sealed class StoreReader(Sql sql) : IDisposable
{
    private const string Select = """
        SELECT number, id, execution, name, status, created, updated, version, parent, tags, input, output,
            custom_status FROM instances WHERE
        """;

    public string? Meta(string key) => (string?)sql.Value("SELECT value FROM meta WHERE key = ?1", key);

    public InstanceRow? Instance(string id) => sql.List($"{Select} id = ?1", ReadInstance, id).FirstOrDefault();

    public List<InstanceRow> Instances(InstanceFilter filter, long after, int count)
    {
        var statuses = string.Join(',', (filter.Statuses ?? []).Select(status => (int)status));
        return sql.List(
            $"""
            {Select} number > ?1 AND (?3 IS NULL OR created >= ?3) AND (?4 IS NULL OR created <= ?4)
            AND (?5 IS NULL OR updated >= ?5) AND (?6 IS NULL OR updated <= ?6)
            AND (?7 IS NULL OR substr(id, 1, length(?7)) = ?7)
            {(statuses is "" ? "" : $"AND status IN ({statuses})")}
            ORDER BY number LIMIT ?2
            """,
            ReadInstance,
            after,
            count,
            filter.CreatedFrom?.UtcTicks,
            filter.CreatedTo?.UtcTicks,
            filter.UpdatedFrom?.UtcTicks,
            filter.UpdatedTo?.UtcTicks,
            filter.IdPrefix
        );
    }

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

    public DateTime? FirstTimer() => sql.Value("SELECT min(due) FROM timers") is long due ? Time(due) : null;

    public List<Message> Messages() =>
        sql.List(
            """
            SELECT i.id, m.execution, m.event, m.number FROM inbox m JOIN instances i ON i.number = m.instance
            ORDER BY m.number
            """,
            row => new Message(
                row.GetString(0),
                Text(row, 1),
                HistoryEvent.Parser.ParseFrom((byte[])row[2]),
                row.GetInt64(3)
            )
        );

    public List<PendingActivity> Activities() =>
        sql.List(
            """
            SELECT i.id, i.execution, a.task, a.name, a.input FROM activities a JOIN instances i ON i.number = a.instance
            ORDER BY a.instance, a.task
            """,
            row => new PendingActivity(
                row.GetString(0),
                row.GetString(1),
                row.GetInt32(2),
                row.GetString(3),
                Text(row, 4)
            )
        );

    public List<PendingTimer> Timers() =>
        sql.List(
            """
            SELECT i.id, i.execution, t.task, t.due FROM timers t JOIN instances i ON i.number = t.instance
            ORDER BY t.due, t.instance, t.task
            """,
            row => new PendingTimer(row.GetString(0), row.GetString(1), row.GetInt32(2), Time(row.GetInt64(3)))
        );

    public void Dispose() => sql.Dispose();

    private static InstanceRow ReadInstance(SqliteDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            (OrchestrationStatus)row.GetInt32(4),
            Time(row.GetInt64(5)),
            Time(row.GetInt64(6)),
            Text(row, 7),
            Text(row, 8),
            Text(row, 9),
            Text(row, 10),
            Text(row, 11),
            Text(row, 12)
        );

    private static string? Text(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTime Time(long ticks) => new(ticks, DateTimeKind.Utc);

    private List<byte[]> Fragments(long instance) =>
        sql.List("SELECT events FROM history WHERE instance = ?1 ORDER BY turn", row => (byte[])row[0], instance);
}
