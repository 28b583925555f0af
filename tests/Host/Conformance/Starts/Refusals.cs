using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Starts;

/// <summary>What would break the app on the real host ends the start with one line that says what it is.</summary>
public sealed class Refusals
{
    [Theory]
    [InlineData("RouteSlash", "Wrong", "{root:maxlength(0)?}")]
    [InlineData("HiddenByAnEarlierName", "UnitYear", "WrongUnit")]
    [InlineData("CatchAllThatSortsFirst", "AaWrong", "{*path}")]
    [InlineData("UnknownConstraint", "Wrong", "year")]
    [InlineData("MissingSetting", "Wrong", "NowhereToBeFound")]
    [InlineData("BadSchedule", "Wrong", "0 0 25 * * *")]
    [InlineData("NameUsedTwice", "Text", "2 times")]
    [InlineData("NotToBeLoaded", "Wrong", "EntryPoint")]
    [InlineData("NoWeb", "ConfigureFunctionsWebApplication", "")]
    [InlineData("EndsBeforeItConnects", "before it connected", "")]
    public Task A_mistake_of_the_app_is_named(string fault, string what, string how) =>
        IsRefusedAsync(AppPlan.New().Set("Fault", fault), what, how);

    [Fact]
    public Task A_worker_that_never_connects_is_waited_for_no_longer_than_the_limit() =>
        IsRefusedAsync(
            AppPlan.New().Set("Fault", "NeverConnects").Set("Host__ConnectPatience", "00:00:02"),
            "2 s",
            "Program.cs"
        );

    [Theory]
    [InlineData("Host__Clock", "kemarin", "kemarin")]
    [InlineData("Host__Urls", "tidak-ada", "tidak-ada")]
    [InlineData("AzureFunctionsJobHost__extensions__http__routePrefix", "lain", "routePrefix")]
    [InlineData("AzureWebJobsFunctionKey", "", "AzureWebJobsFunctionKey")]
    [InlineData("AzureWebJobsFunctionKey", "pendek", "32")]
    [InlineData("AzureWebJobsMasterKey", "                                      ", "AzureWebJobsMasterKey")]
    [InlineData("AzureWebJobsFunctionKeys__1__Name", "lain", "AzureWebJobsFunctionKeys:1:Key")]
    public Task A_bad_setting_is_named(string setting, string value, string what) =>
        IsRefusedAsync(AppPlan.New().Set(setting, value), what);

    [Fact]
    public Task A_clock_is_refused_where_the_app_runs_in_workers() =>
        IsRefusedAsync(AppPlan.New().At("2024-01-02").InWorkers(2), "workers");

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        await IsRefusedAsync(AppPlan.New().Set("Host__Urls", $"http://127.0.0.1:{port}"), port);
    }

    [Fact]
    public async Task A_data_folder_that_another_app_has_is_named()
    {
        await using var first = await RunningApp.StartAsync(AppPlan.New());

        var (code, errors) = await RunningApp.RefuseAsync(AppPlan.In(first.Folder), ownsFolder: false);

        Assert.NotEqual(0, code);
        Assert.Contains(first.Folder.Data, Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal((200, "salam"), await first.GetAsync("/api/text"));
    }

    private static async Task IsRefusedAsync(AppPlan plan, params string[] words)
    {
        var (code, errors) = await RunningApp.RefuseAsync(plan);

        Assert.NotEqual(0, code);
        var line = Assert.Single(errors);
        Assert.All(words, word => Assert.Contains(word, line, StringComparison.Ordinal));
    }
}
