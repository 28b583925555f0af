using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Starts;

/// <summary>Settings AzureFunctionsJobHost__… win over host.json; Host__… are this host's own.</summary>
public sealed class Overrides(OverriddenApp shared) : IClassFixture<OverriddenApp>
{
    private RunningApp App => shared.App;

    [Fact]
    public async Task A_raise_to_nobody_is_dropped_where_it_shall_not_throw()
    {
        await App.StartInstanceAsync("WhoAmI", "over");
        await App.EndOfAsync("over");

        Assert.Equal((200, "\"Go\""), await App.RaiseAsync("never-was", "Go", 1));
        Assert.Equal((200, "\"Go\""), await App.RaiseAsync("over", "Go", 1));
    }

    [Fact]
    public async Task No_more_activities_run_at_once_than_are_allowed()
    {
        await App.StartInstanceAsync("WaitsForSlow", "first", "\"one\"");
        await App.Folder.NotedAsync("slow one begun");
        await App.StartInstanceAsync("WaitsForSlow", "second", "\"two\"");
        Assert.Empty(App.Folder.Notes("slow two begun"));
        App.Folder.Put("two");
        App.Folder.Put("one");

        await App.EndOfAsync("second");

        Assert.Equal(
            ["slow one begun", "slow one ended", "slow two begun", "slow two ended"],
            App.Folder.Notes("slow")
                .Where(line => line.Contains(" in ", StringComparison.Ordinal))
                .Select(line => string.Join(' ', line.Split(' ')[..3]))
        );
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_are_allowed()
    {
        var slow = Enumerable.Range(0, OverriddenApp.Requests).Select(_ => App.GetAsync("/api/slow/many")).ToArray();
        await App.Folder.NotedAsync("slow many begun", OverriddenApp.Requests);

        var refused = await App.GetAsync("/api/text");
        App.Folder.Put("many");

        Assert.Equal((429, ""), refused);
        Assert.All(await Task.WhenAll(slow), answer => Assert.Equal(200, answer.Status));
        Assert.Equal((200, "salam"), await App.GetAsync("/api/text"));
    }

    [Fact]
    public async Task A_message_over_the_limit_fails_its_instance_with_its_size_and_the_limit()
    {
        await App.StartInstanceAsync("EveryKind", "large");

        var ended = await App.EndOfAsync("large");

        Assert.Equal("Failed", ended.Status);
        Assert.Contains($"{OverriddenApp.MessageLimit}", ended.Output, StringComparison.Ordinal);
        Assert.Matches("3[0-9]{5}|4[0-9]{5}", ended.Output!);
        Assert.Equal((200, "salam"), await App.GetAsync("/api/text"));
    }

    [Fact]
    public async Task A_turn_over_the_limit_fails_its_instance_with_its_size_and_the_limit()
    {
        await App.StartInstanceAsync("KeepsFigures", "grown");
        // Nobody waits for them, and all of them stay in its history.
        for (var note = 0; note < 7; note++)
            await App.RaiseAsync("grown", "Note", $"\"{new string('x', 30_000)}\"");

        var ended = await App.EndOfAsync("grown");

        Assert.Equal("Failed", ended.Status);
        Assert.Matches($"The message has 2[0-9]{{5}} bytes, the limit is {OverriddenApp.MessageLimit}", ended.Output!);
    }

    [Fact]
    public async Task What_is_logged_and_where_no_page_is_shown_is_set_too()
    {
        await App.GetAsync("/api/logs");
        await Patience.UntilAsync(
            () => App.Lines.Any(line => line.Contains("said into the void", StringComparison.Ordinal)),
            () => "It was not written."
        );

        Assert.Equal((204, ""), await App.GetAsync("/"));
    }
}

public sealed class OverriddenApp : SharedApp
{
    internal const int Requests = 3;
    internal const int MessageLimit = 200_000;
    private const string HostFile = "AzureFunctionsJobHost__";

    private protected override AppPlan Plan() =>
        AppPlan
            .New()
            .Set($"{HostFile}extensions__durableTask__throwStatusExceptionsOnRaiseEvent", "false")
            .Set($"{HostFile}extensions__durableTask__maxConcurrentActivityFunctions", "1")
            .Set($"{HostFile}extensions__http__maxOutstandingRequests", $"{Requests}")
            .Set($"{HostFile}logging__logLevel__SmallApp.Silent", "Error")
            .Set("Host__MessageLimit", $"{MessageLimit}")
            .Set("AzureWebJobsDisableHomepage", "true");
}
