using System.Security.Cryptography;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions.StoredYears;

/// <summary>The engine's database of an earlier release.</summary>
public sealed class StoredEngineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sakip-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_app_over_the_engine_of_an_earlier_release_does_not_start_and_says_what_to_do()
    {
        var options = RehearsalOptions.Read([
            "--out",
            Path.Combine(_folder, "out"),
            "--data",
            Path.Combine(_folder, "data"),
        ]);
        Directory.CreateDirectory(options.Data);
        await StoredFiles.UnpackAsync(_folder, "engine-lama.db");
        var database = Path.Combine(options.Data, "engine.db");
        File.Move(Path.Combine(_folder, "engine-lama.db"), database);
        var before = await HashAsync(database);

        await using var app = new AppProcess(options);
        var refused = await Assert.ThrowsAsync<RehearsalException>(() =>
            app.StartAsync(TestContext.Current.CancellationToken)
        );

        var said = refused.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.Contains("./run rebuild", Assert.Single(said), StringComparison.Ordinal);
        Assert.Equal(before, await HashAsync(database));
    }

    private static async Task<string> HashAsync(string file)
    {
        await using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, TestContext.Current.CancellationToken));
    }
}
