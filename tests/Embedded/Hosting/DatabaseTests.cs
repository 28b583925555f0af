using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Embedded.Hosting;

namespace Sakip.Tests.Embedded.Hosting;

public sealed class DatabaseTests
{
    [Fact]
    public async Task A_database_that_cannot_be_used_stops_the_start_with_one_line_and_is_left_untouched()
    {
        const string Other = "a file of somebody else";
        var folder = World.NewFolder();
        var database = Path.Combine(folder, "engine.db");
        await File.WriteAllTextAsync(database, Other, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<StartupRefusedException>(() =>
            World.Of(typeof(Ask)).In(folder).StartAsync());

        Assert.Contains(database, Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.Contains("left untouched", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Other, await File.ReadAllTextAsync(database, TestContext.Current.CancellationToken));
        Directory.Delete(folder, recursive: true);
    }

    public sealed class Ask
    {
        [Function("Ask")]
        public string Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => "";
    }
}
