using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;
using Sakip.Embedded.Engine.History;

namespace Sakip.Embedded.Engine.Store;

/// <summary>All reads. What it sees is committed.</summary>
internal sealed class StoreReader(SqliteConnection connection) : IDisposable
{
    private const string Columns =
        "number, id, execution, name, status, turn, created, updated, custom_status, failure, tags, waits";

    private readonly Statement meta = new(connection, "SELECT value FROM meta WHERE key = ?1", 1);

    private readonly Statement one = new(
        connection, $"SELECT {Columns}, input, output FROM instances WHERE id = ?1", 1);

    private readonly Statement history = new(
        connection, "SELECT events FROM history WHERE instance = ?1 ORDER BY turn", 1);

    public string? Meta(string key) => (string?)meta.Read(key);

    public InstanceRow? Instance(string instanceId)
    {
        using var row = one.Query(instanceId);
        return row.Read() ? ReadInstance(row, true) : null;
    }

    public List<HistoryEvent> History(long instance)
    {
        var events = new List<HistoryEvent>();
        using var row = history.Query(instance);
        while (row.Read()) events.AddRange(HistoryJson.ReadEvents(row.GetString(0)));
        return events;
    }

    /// <summary>A page of instances in the order of their numbers, after the given number.</summary>
    public List<InstanceRow> Instances(InstanceFilter filter, long after, int count)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT {Columns}{(filter.WithPayloads ? ", input, output" : "")} FROM instances
            WHERE number > $after {filter.Where(command)} ORDER BY number LIMIT $count
            """;
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$count", count);
        var rows = new List<InstanceRow>();
        using var row = command.ExecuteReader();
        while (row.Read()) rows.Add(ReadInstance(row, filter.WithPayloads));
        return rows;
    }

    public List<Delivery> Messages() => ReadAll(
        """
        SELECT i.id, m.number, m.execution, m.event FROM inbox m JOIN instances i ON i.number = m.instance
        ORDER BY m.number
        """,
        row => new Delivery(
            row.GetString(0),
            new Message(row.GetInt64(1), Text(row, 2), HistoryJson.ReadEvent(row.GetString(3)))));

    /// <summary>What the unfinished instances wait for, as stored.</summary>
    public List<string> Waits() => ReadAll("SELECT waits FROM instances WHERE waits IS NOT NULL", row => row.GetString(0));

    public List<PendingActivity> Activities() => ReadAll(
        """
        SELECT i.id, i.execution, a.task, a.name, a.input FROM activities a JOIN instances i ON i.number = a.instance
        ORDER BY a.instance, a.task
        """,
        row => new PendingActivity(
            row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetString(4)));

    public List<PendingTimer> Timers() => ReadAll(
        """
        SELECT i.id, i.execution, t.task, t.due FROM timers t JOIN instances i ON i.number = t.instance
        ORDER BY t.due, t.instance, t.task
        """,
        row => new PendingTimer(row.GetString(0), row.GetString(1), row.GetInt32(2), Time(row, 3)));

    public void Dispose()
    {
        meta.Dispose();
        one.Dispose();
        history.Dispose();
        connection.Dispose();
    }

    private List<T> ReadAll<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        var all = new List<T>();
        using var row = command.ExecuteReader();
        while (row.Read()) all.Add(read(row));
        return all;
    }

    private static InstanceRow ReadInstance(SqliteDataReader row, bool withPayloads) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3),
        (OrchestrationRuntimeStatus)row.GetInt32(4), row.GetInt32(5), Time(row, 6), Time(row, 7),
        withPayloads ? Text(row, 12) : null, withPayloads ? Text(row, 13) : null, Text(row, 8),
        HistoryJson.ReadFailure(Text(row, 9)), HistoryJson.ReadTags(Text(row, 10)), Text(row, 11));

    private static string? Text(SqliteDataReader row, int column)
        => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTime Time(SqliteDataReader row, int column) => new(row.GetInt64(column), DateTimeKind.Utc);
}

/// <summary>Which instances to read.</summary>
internal sealed record InstanceFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    DateTimeOffset? UpdatedFrom = null,
    DateTimeOffset? UpdatedTo = null,
    IReadOnlyCollection<OrchestrationRuntimeStatus>? Statuses = null,
    string? IdPrefix = null,
    bool WithPayloads = false)
{
    /// <summary>The conditions, each beginning with AND; adds their values to the command.</summary>
    public string Where(SqliteCommand command)
    {
        var conditions = "";
        Add("created >= $createdFrom", "$createdFrom", CreatedFrom?.UtcTicks);
        Add("created <= $createdTo", "$createdTo", CreatedTo?.UtcTicks);
        Add("updated >= $updatedFrom", "$updatedFrom", UpdatedFrom?.UtcTicks);
        Add("updated <= $updatedTo", "$updatedTo", UpdatedTo?.UtcTicks);
        Add("substr(id, 1, length($prefix)) = $prefix", "$prefix", IdPrefix);
        if (Statuses is { Count: > 0 })
        {
            var list = string.Join(", ", Statuses.Select(s => ((int)s).ToString(CultureInfo.InvariantCulture)));
            conditions += $" AND status IN ({list})";
        }
        return conditions;

        void Add(string condition, string name, object? value)
        {
            if (value is null) return;
            conditions += $" AND {condition}";
            command.Parameters.AddWithValue(name, value);
        }
    }
}
