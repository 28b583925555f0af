using Microsoft.Data.Sqlite;

namespace Sakip.Embedded.Engine.Store;

/// <summary>Opens the engine's SQLite file, after a check that it is whole and of this version.</summary>
internal static class EngineDatabase
{
    /// <summary>Marks a file as an engine database ("SAKI").</summary>
    private const int ApplicationId = 0x53414B49;

    /// <summary>Raised with every change of <see cref="Schema"/>.</summary>
    private const int Version = 1;

    private const string Schema = """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE instances (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            execution TEXT NOT NULL,
            name TEXT NOT NULL,
            status INTEGER NOT NULL,
            turn INTEGER NOT NULL,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            input TEXT, output TEXT, custom_status TEXT, failure TEXT, tags TEXT, waits TEXT);
        CREATE INDEX instances_by_status ON instances (status, updated);
        CREATE TABLE history (
            instance INTEGER NOT NULL, turn INTEGER NOT NULL, events TEXT NOT NULL,
            PRIMARY KEY (instance, turn)) WITHOUT ROWID;
        CREATE TABLE inbox (
            number INTEGER PRIMARY KEY AUTOINCREMENT, instance INTEGER NOT NULL, execution TEXT, event TEXT NOT NULL);
        CREATE INDEX inbox_by_instance ON inbox (instance);
        CREATE TABLE activities (
            instance INTEGER NOT NULL, task INTEGER NOT NULL, name TEXT NOT NULL, input TEXT NOT NULL,
            PRIMARY KEY (instance, task)) WITHOUT ROWID;
        CREATE TABLE timers (
            instance INTEGER NOT NULL, task INTEGER NOT NULL, due INTEGER NOT NULL,
            PRIMARY KEY (instance, task)) WITHOUT ROWID;
        """;

    /// <exception cref="EngineDatabaseException">
    /// The file is damaged, or something else, or of another version.
    /// </exception>
    public static SqliteConnection OpenWriter(string path, bool everyCommitToDisk)
    {
        var isNew = !File.Exists(path) || new FileInfo(path).Length == 0;
        if (!isNew) Check(path);
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        Run(connection, "PRAGMA journal_mode = WAL");
        Run(connection, $"PRAGMA synchronous = {(everyCommitToDisk ? "FULL" : "OFF")}");
        if (isNew)
        {
            Run(connection, $"""
                BEGIN IMMEDIATE; PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};
                {Schema} COMMIT
                """);
        }
        return connection;
    }

    /// <summary>
    /// Makes this process the only one that runs the engine on this file, until the stream is disposed.
    /// </summary>
    /// <exception cref="EngineDatabaseException">Another one does.</exception>
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

    public static SqliteConnection OpenReader(string path) => Open(path, SqliteOpenMode.ReadOnly);

    /// <exception cref="EngineDatabaseException">
    /// The file is damaged, or something else, or of another version.
    /// </exception>
    public static void Check(string path)
    {
        try
        {
            using var connection = OpenReader(path);
            if (Read(connection, "PRAGMA application_id") is not (long)ApplicationId)
            {
                throw new EngineDatabaseException($"'{path}' is not an engine database; it is left untouched.");
            }
            if (Read(connection, "PRAGMA user_version") is var found && found is not (long)Version)
            {
                throw new EngineDatabaseException(
                    $"The engine database '{path}' has version {found}, this program needs {Version}; "
                    + "it is left untouched. Use the program that wrote it, or start with an empty data folder.");
            }
            if (Read(connection, "PRAGMA quick_check(1)") is var state && state is not "ok") throw Damaged(path, state);
        }
        catch (SqliteException exception)
        {
            throw Damaged(path, exception.Message, exception);
        }
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static EngineDatabaseException Damaged(string path, object? detail, Exception? cause = null)
        => new($"The engine database '{path}' is damaged ({detail}); it is left untouched. Restore it from a copy.",
             cause);

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            // The files must be free as soon as the engine has stopped.
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }

    private static object? Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
