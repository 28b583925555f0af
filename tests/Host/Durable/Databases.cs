using System.Text;
using Microsoft.Data.Sqlite;
using Sakip.Host.Durable.Store;

namespace Sakip.Tests.Host.Durable;

public sealed class Databases
{
    [Fact]
    public async Task A_database_of_another_version_is_refused_and_left_untouched()
    {
        await using var world = await StoppedAsync();
        Execute(world.DatabasePath, "PRAGMA user_version = 99");

        await RefusesAsync(world, "has version 99, this program needs 2");
    }

    [Fact]
    public async Task A_database_of_the_former_engine_is_refused_with_the_way_to_a_new_one()
    {
        await using var world = await StoppedAsync();
        Execute(world.DatabasePath, "PRAGMA user_version = 1");

        await RefusesAsync(world, "move the file away and run ./run rebuild");
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_untouched()
    {
        await using var world = new World();
        Execute(world.DatabasePath, "CREATE TABLE notes (text TEXT)");

        await RefusesAsync(world, "is not an engine database");
    }

    [Fact]
    public async Task What_is_no_database_is_refused_and_left_untouched()
    {
        await using var world = new World();
        await File.WriteAllTextAsync(
            world.DatabasePath,
            new string('x', 10_000),
            TestContext.Current.CancellationToken
        );

        await RefusesAsync(world, "is damaged");
    }

    [Fact]
    public async Task A_damaged_database_is_refused_and_left_untouched()
    {
        await using var world = await StoppedAsync();
        await using (var file = File.OpenWrite(world.DatabasePath))
        {
            file.Seek(4096, SeekOrigin.Begin);
            file.Write(Encoding.ASCII.GetBytes(new string('#', 8192)));
        }

        await RefusesAsync(world, "is damaged");
    }

    [Fact]
    public async Task A_database_in_use_is_refused()
    {
        await using var world = await new World().StartAsync();

        var refused = Assert.Throws<EngineDatabaseException>(() => EngineDatabase.Own(world.DatabasePath));

        Assert.Contains("in use by another process", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_host_stores_beside_the_instances_survives_a_crash()
    {
        await using var world = await new World().StartAsync();
        await world.Engine.SetMetaAsync("instant", "2024-01-02");
        await world.Engine.SetMetaAsync("instant", "2024-01-03");

        await world.CrashAsync();

        Assert.Equal("2024-01-03", await world.Engine.GetMetaAsync("instant"));
        Assert.Null(await world.Engine.GetMetaAsync("nothing"));
    }

    private static async Task<World> StoppedAsync()
    {
        var world = await new World().Orchestrator("Quick", _ => Task.CompletedTask).StartAsync();
        await world.RunAsync("Quick");
        await world.Engine.StopAsync(TestContext.Current.CancellationToken);
        return world;
    }

    private static async Task RefusesAsync(World world, string reason)
    {
        var before = await File.ReadAllBytesAsync(world.DatabasePath, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<EngineDatabaseException>(world.StartAsync);

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Contains("left untouched", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(world.DatabasePath, TestContext.Current.CancellationToken));
    }

    private static void Execute(string path, string sql)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var database = new Sql(connection);
        database.Script(sql);
    }
}
