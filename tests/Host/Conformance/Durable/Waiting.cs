using System.Net.Http.Json;
using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Durable;

/// <summary>Long calls of the client, on the machine's clock.</summary>
[Collection(OnTheWeb.Name)]
public sealed class Waiting(WebApp shared)
{
    private RunningApp App => shared.App;

    [Fact]
    public async Task A_wait_for_the_end_ends_with_the_instance()
    {
        await App.StartInstanceAsync("Hears", "awaited");
        var waits = App.EndOfAsync("awaited");
        await App.RaiseAsync("awaited", "Go", new { word = "now" });

        Assert.Equal(("Completed", "\"now\""), ((await waits).Status, (await waits).Output));
        Assert.Equal("Completed", (await App.EndOfAsync("awaited")).Status);
    }

    [Fact]
    public async Task A_wait_for_the_beginning_ends_when_the_instance_runs()
    {
        await App.StartInstanceAsync("Hears", "begins");

        var begun = await App.Http.GetFromJsonAsync<Instance>("/api/instances/begins/begin", Patience.Cancellation);

        Assert.Equal("Running", begun!.Status);
    }

    [Fact]
    public async Task Many_instances_run_beside_each_other()
    {
        var ids = Enumerable.Range(1, 40).Select(n => $"beside-{n}").ToArray();
        await Parallel.ForEachAsync(
            ids,
            Patience.Cancellation,
            async (id, _) => await App.StartInstanceAsync("Sequence", id, 3)
        );

        var ended = await Task.WhenAll(ids.Select(App.EndOfAsync));

        Assert.All(ended, instance => Assert.Equal("72", instance.Output));
    }

    [Fact]
    public async Task Times_of_an_instance_are_the_app_s()
    {
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
        await App.StartInstanceAsync("WhoAmI", "timed");

        var ended = await App.EndOfAsync("timed");

        Assert.InRange(ended.Created, before, DateTimeOffset.UtcNow.AddSeconds(1));
        Assert.InRange(ended.Updated, ended.Created, DateTimeOffset.UtcNow.AddSeconds(1));
    }
}
