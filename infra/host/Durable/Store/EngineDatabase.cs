namespace Sakip.Host.Durable.Store;

/// <summary>The engine's database cannot be used. It has been left as it was.</summary>
internal sealed class EngineDatabaseException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Opens the engine's SQLite file, after a check that it is whole and of this version.</summary>
internal static class EngineDatabase
{
    /// <summary>Marks a file as an engine database ("SAKI").</summary>
    private const int ApplicationId = 0x53414B49;

    /// <summary>Raised with every change of <c>schema.sql</c>.</summary>
    private const int Version = 2;

    public static Sql OpenWriter(string path, bool everyCommitToDisk)
    {
        var isNew = !File.Exists(path) || new FileInfo(path).Length == 0;
        if (!isNew)
            Check(path);
        // Its log and its shared memory get the same mode.
        if (!File.Exists(path))
            File.Create(path).Dispose();
        Start.DataFolder.Close(path);
        var sql = Open(path, SqliteOpenMode.ReadWriteCreate);
        sql.Script($"PRAGMA journal_mode = WAL; PRAGMA synchronous = {(everyCommitToDisk ? "FULL" : "OFF")}");
        if (isNew)
        {
            using var schema = new StreamReader(typeof(Sql).Assembly.GetManifestResourceStream("schema.sql")!);
            var marks = $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};";
            sql.Script($"BEGIN IMMEDIATE; {marks} {schema.ReadToEnd()} COMMIT");
        }
        return sql;
    }

    public static Sql OpenReader(string path) => Open(path, SqliteOpenMode.ReadOnly);

    /// <summary>Makes this process the only one to run the engine on this file until the stream is disposed.</summary>
    public static FileStream Own(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new EngineDatabaseException($"The engine database '{path}' is in use by another process.", exception);
        }
    }

    /// <summary>Looks into a store, whether its engine runs or not.</summary>
    public static T Read<T>(string path, Func<StoreReader, T> read)
    {
        if (!File.Exists(path))
            throw new EngineDatabaseException($"There is no engine database '{path}'.");
        Check(path);
        using var reader = new StoreReader(OpenReader(path));
        return read(reader);
    }

    /// <exception cref="EngineDatabaseException">It is damaged, foreign or of another version.</exception>
    public static void Check(string path)
    {
        try
        {
            using var sql = OpenReader(path);
            if (sql.Value($"PRAGMA application_id") is not (long)ApplicationId)
                throw new EngineDatabaseException($"'{path}' is not an engine database; it is left untouched.");
            if (sql.Value($"PRAGMA user_version") is var found && found is not (long)Version)
            {
                throw new EngineDatabaseException(
                    $"The engine database '{path}' has version {found}, this program needs {Version}; it is left "
                        + "untouched. What is on record stands in the tables: move the file away and run ./run rebuild."
                );
            }
            if (sql.Value($"PRAGMA quick_check(1)") is var state && state is not "ok")
                throw Damaged(path, $"{state}".ReplaceLineEndings(" "));
        }
        catch (SqliteException exception)
        {
            throw Damaged(path, exception.Message, exception);
        }
    }

    private static EngineDatabaseException Damaged(string path, string detail, Exception? cause = null) =>
        new($"The engine database '{path}' is damaged ({detail}); it is left untouched. Restore a copy.", cause);

    private static Sql Open(string path, SqliteOpenMode mode)
    {
        // Without pooling the files are free as soon as the engine has stopped.
        var file = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false };
        file.Mode = mode;
        var connection = new SqliteConnection(file.ToString());
        connection.Open();
        return new Sql(connection);
    }
}
