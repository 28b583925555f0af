using System.Diagnostics;
using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Ends;

/// <summary>SIGTERM: what runs is answered, then everything ends, and nothing is left behind.</summary>
public sealed class Stopping
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_request_that_was_begun_is_answered_and_nothing_is_left_behind()
    {
        using var folder = AppFolder.New();
        var appFiles = Files(Path.GetDirectoryName(Layout.App)!);
        var hostFiles = Files(Path.GetDirectoryName(Layout.Host)!);
        await using var app = await RunningApp.StartAsync(AppPlan.In(folder), ownsFolder: false);
        var answer = app.GetAsync("/api/slow/mayend");
        await folder.NotedAsync("slow mayend begun");

        app.AskToStop();
        await Patience.UntilAsync(async () => !await app.IsServingAsync(), () => "It still takes connections.");
        folder.Put("mayend");

        Assert.Equal((200, "told to end: False"), await answer);
        Assert.Equal(0, await app.StopAsync());
        Assert.NotEmpty(folder.Notes("service stopped"));
        Assert.Empty(Files(folder.Current));
        Assert.Empty(Files(folder.Temporary));
        Assert.Empty(Processes.About(folder.Data));
        Assert.Equal(appFiles, Files(Path.GetDirectoryName(Layout.App)!));
        Assert.Equal(hostFiles, Files(Path.GetDirectoryName(Layout.Host)!));
    }

    [Fact]
    public async Task What_takes_too_long_is_told_to_end_then_cut_off_and_an_activity_comes_again_after_the_next_start()
    {
        using var folder = AppFolder.New();
        await using (var app = await RunningApp.StartAsync(AppPlan.In(folder), ownsFolder: false))
        {
            await app.StartInstanceAsync("WaitsForSlow", "again", "\"work\"");
            await folder.NotedAsync("slow work begun");
            var answer = app.GetAsync("/api/untiltold");
            await folder.NotedAsync("until told begun");
            var deaf = app.GetAsync("/api/slow/never-put");
            await folder.NotedAsync("slow never-put begun");
            var began = Stopwatch.GetTimestamp();

            Assert.Equal(0, await app.StopAsync());

            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, Limit);
            Assert.Equal((200, "told to end: True"), await answer);
            await IsCutOffAsync(deaf);
        }

        await using var next = await RunningApp.StartAsync(AppPlan.In(folder), ownsFolder: false);
        folder.Put("work");

        Assert.Equal("\"work\"", (await next.EndOfAsync("again")).Output);
        Assert.Equal(2, folder.Notes("slow work begun").Count);
    }

    private static async Task IsCutOffAsync(Task<(int Status, string Body)> answer)
    {
        try
        {
            Assert.InRange((await answer).Status, 500, 599);
        }
        catch (HttpRequestException)
        {
            // Its connection went with the process.
        }
    }

    private static string[] Files(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
