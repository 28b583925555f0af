using System.Net.Http.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Embedded.Clock;
using Sakip.Embedded.Hosting.Timers;

namespace Sakip.Tests.Embedded.Hosting;

public sealed class TimerTests
{
    [Theory]
    [InlineData("0 30 7 * * *", "2024-01-02T07:30:00")]
    [InlineData("30 7 * * *", "2024-01-02T07:30:00")]
    [InlineData("0 0 0 1 1 *", "2025-01-01T00:00:00")]
    [InlineData("0 0 8 * * 1-5", "2024-01-02T08:00:00")]
    [InlineData("00:15:00", "2024-01-02T00:15:00")]
    public void A_schedule_is_read_in_utc(string text, string next) => Assert.Equal(
        next, $"{new TimerSchedule(text).NextAfter(new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc)):s}");

    [Fact]
    public async Task Ticks_missed_while_the_host_was_down_run_once_and_say_so()
    {
        var folder = World.NewFolder();
        await using (var world = await At("2024-01-02", folder).StartAsync())
        {
            Assert.Empty(world.Services.GetRequiredService<Runs>().Taken);
        }

        await using var later = await At("2024-01-05T10:00", folder).StartAsync();
        await StepAsync(later, "2024-01-06T00:00:00Z");

        Assert.Equal(
            ["past due, next 01-03", "on time, next 01-06"],
            later.Services.GetRequiredService<Runs>().Taken);
    }

    [Fact]
    public async Task An_administrator_fires_a_timer_with_the_master_key()
    {
        await using var world = await At("2024-01-02", null).StartAsync();

        Assert.Equal(401, (await world.SendAsync(HttpMethod.Post, "/admin/functions/Sweep")).Status);
        world.UseMasterKey();
        Assert.Equal(404, (await world.SendAsync(HttpMethod.Post, "/admin/functions/Other")).Status);
        Assert.Equal(202, (await world.SendAsync(HttpMethod.Post, "/admin/functions/sweep")).Status);
        await StepAsync(world, "2024-01-02T00:00:00Z");

        Assert.Equal(["on time, next 01-03"], world.Services.GetRequiredService<Runs>().Taken);
    }

    [Fact]
    public async Task Two_runs_of_one_function_never_overlap()
    {
        await using var world = await At("2024-01-02", null).StartAsync();
        world.UseMasterKey();

        for (var run = 0; run < 5; run++) await world.SendAsync(HttpMethod.Post, "/admin/functions/Sweep");
        await StepAsync(world, "2024-01-02T00:00:00Z");

        var runs = world.Services.GetRequiredService<Runs>();
        Assert.Equal(5, runs.Taken.Count);
        Assert.Equal(1, runs.MostAtOnce);
    }

    [Fact]
    public async Task A_disabled_function_does_not_run()
    {
        await using var world = await At("2024-01-02", null).Set("AzureWebJobs.Sweep.Disabled", "true").StartAsync();

        await StepAsync(world, "2024-01-04T00:00:00Z");

        Assert.Empty(world.Services.GetRequiredService<Runs>().Taken);
    }

    private static World.WorldPlan At(string instant, string? folder)
    {
        var plan = World.Of(typeof(Sweeper)).Set("clock", instant).Set("Embedded:ClockHeld", "true")
            .With(builder => builder.Services.AddSingleton<Runs>());
        return folder is null ? plan : plan.In(folder);
    }

    private static async Task StepAsync(World world, string until)
    {
        ClockReading? reading;
        do
        {
            using var response = await world.Http.PostAsJsonAsync(
                "/.clock", new { until }, TestContext.Current.CancellationToken);
            reading = await response.Content.ReadFromJsonAsync<ClockReading>(TestContext.Current.CancellationToken);
        }
        while (!reading!.Reached);
    }

    public sealed class Runs
    {
        private readonly Lock gate = new();
        private readonly List<string> taken = [];
        private int atOnce;

        public IReadOnlyList<string> Taken
        {
            get
            {
                lock (gate) return [.. taken];
            }
        }

        public int MostAtOnce { get; private set; }

        public async Task TakeAsync(TimerInfo timer)
        {
            lock (gate)
            {
                taken.Add($"{(timer.IsPastDue ? "past due" : "on time")}, next {timer.ScheduleStatus?.Next:MM-dd}");
                MostAtOnce = Math.Max(MostAtOnce, ++atOnce);
            }
            await Task.Yield();
            lock (gate) atOnce--;
        }
    }

    public sealed class Sweeper(Runs runs)
    {
        [Function("Sweep")]
        public Task Sweep([TimerTrigger("0 0 0 * * *")] TimerInfo timer) => runs.TakeAsync(timer);
    }
}
