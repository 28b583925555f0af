namespace Sakip.Host.Durable.Store;

/// <summary>A connection whose statements are prepared once; what stands in their braces become parameters.</summary>
internal sealed class Sql(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    public int Run(FormattableString sql) => Bind(sql).ExecuteNonQuery();

    public object? Value(FormattableString sql) => Bind(sql).ExecuteScalar();

    public List<T> List<T>(FormattableString sql, Func<SqliteDataReader, T> read)
    {
        using var row = Bind(sql).ExecuteReader();
        List<T> all = [];
        while (row.Read())
            all.Add(read(row));
        return all;
    }

    /// <summary>Runs statements that take no parameters and are not met again.</summary>
    public void Script(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Bind(FormattableString sql)
    {
        if (!_prepared.TryGetValue(sql.Format, out var command))
        {
            _prepared.Add(sql.Format, command = connection.CreateCommand());
            object[] names = [.. Enumerable.Range(1, sql.ArgumentCount).Select(number => $"?{number}")];
            command.CommandText = string.Format(CultureInfo.InvariantCulture, sql.Format, names);
            foreach (var name in names)
                command.Parameters.Add(new() { ParameterName = (string)name });
        }
        for (var i = 0; i < sql.ArgumentCount; i++)
            command.Parameters[i].Value = sql.GetArgument(i) ?? DBNull.Value;
        return command;
    }
}
