using Microsoft.Data.Sqlite;
using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Starts;

/// <summary>An engine's database that cannot be used ends the start and is left as it was.</summary>
public sealed class Databases
{
    private const string OfTheFirstForm =
        "PRAGMA application_id = 1396788041; PRAGMA user_version = 1; CREATE TABLE instances (id TEXT)";

    [Fact]
    public async Task A_file_of_somebody_else_is_named_and_left_untouched() =>
        await IsRefusedAsync(path => File.WriteAllText(path, "a file of somebody else"));

    [Fact]
    public async Task A_database_of_the_former_form_names_the_command_that_builds_it_again() =>
        await IsRefusedAsync(path => Run(path, OfTheFirstForm), "./run rebuild");

    [Fact]
    public async Task A_database_of_another_version_is_named_and_left_untouched() =>
        await IsRefusedAsync(path => Run(path, OfTheFirstForm.Replace("user_version = 1", "user_version = 99")), "99");

    [Fact]
    public async Task A_damaged_database_is_named_and_left_untouched()
    {
        using var folder = AppFolder.New();
        await using (var app = await RunningApp.StartAsync(AppPlan.In(folder), ownsFolder: false))
        {
            await app.StartInstanceAsync("Sequence", "kept", 3);
            await app.EndOfAsync("kept");
            await app.StopAsync();
        }

        await IsRefusedAsync(
            folder,
            path =>
            {
                using var file = File.OpenWrite(path);
                file.Position = 4096;
                file.Write(new byte[4 * 4096]);
            }
        );
    }

    private static async Task IsRefusedAsync(Action<string> make, string words = "")
    {
        using var folder = AppFolder.New();
        Directory.CreateDirectory(folder.Data);
        await IsRefusedAsync(folder, make, words);
    }

    private static async Task IsRefusedAsync(AppFolder folder, Action<string> make, string words = "")
    {
        make(folder.Database);
        var before = await File.ReadAllBytesAsync(folder.Database, Patience.Cancellation);

        var (code, errors) = await RunningApp.RefuseAsync(AppPlan.In(folder), ownsFolder: false);

        Assert.NotEqual(0, code);
        var line = Assert.Single(errors);
        Assert.Contains(folder.Database, line, StringComparison.Ordinal);
        Assert.Contains(words, line, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.Database, Patience.Cancellation));
    }

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of this class's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
