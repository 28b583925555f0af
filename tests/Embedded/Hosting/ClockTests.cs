using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sakip.Embedded.Clock;

namespace Sakip.Tests.Embedded.Hosting;

public sealed class ClockTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static World.WorldPlan Held => World.Of(typeof(Office))
        .Set("clock", "2024-01-02").Set("Embedded:ClockHeld", "true").Set("Sweep", "0 0 0 * * *")
        .With(builder => builder.Services.AddSingleton<Diary>());

    [Fact]
    public async Task Time_stands_until_it_is_moved_and_stops_at_everything_that_is_due()
    {
        await using var world = await Held.StartAsync();
        await world.SendAsync(HttpMethod.Post, "/deadline/2024-01-03T12:00:00Z");

        var readings = await RunAsync(world, "2024-01-05T00:00:00Z");

        Assert.Equal(
            ["2024-01-03T00:00", "2024-01-03T12:00", "2024-01-04T00:00", "2024-01-05T00:00"],
            readings.Select(reading => $"{reading.Now:yyyy-MM-ddTHH:mm}"));
        Assert.Equal([false, false, false, true], readings.Select(reading => reading.Reached));
        Assert.Equal(
            ["sweep 01-03 00:00", "deadline 01-03 12:00", "sweep 01-04 00:00", "sweep 01-05 00:00"],
            world.Services.GetRequiredService<Diary>().Lines);
    }

    [Fact]
    public async Task A_person_acts_after_everything_that_was_due_by_then_has_settled()
    {
        await using var world = await Held.StartAsync();
        await world.SendAsync(HttpMethod.Post, "/deadline/2024-01-03T12:00:00Z");

        await RunAsync(world, "2024-01-03T12:00:00Z");
        await world.SendAsync(HttpMethod.Post, "/act");

        Assert.Equal(
            ["sweep 01-03 00:00", "deadline 01-03 12:00", "act 01-03 12:00"],
            world.Services.GetRequiredService<Diary>().Lines);
    }

    [Fact]
    public async Task The_app_s_own_registration_of_the_system_clock_loses()
    {
        await using var world = await Held
            .With(builder => builder.Services.TryAddSingleton(TimeProvider.System)).StartAsync();

        Assert.Equal(
            new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.Zero),
            world.Services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    [Fact]
    public async Task The_clock_resumes_where_it_stood()
    {
        var folder = World.NewFolder();
        await using (var world = await Held.In(folder).StartAsync())
        {
            await RunAsync(world, "2024-02-01T00:00:00Z");
        }

        await using var again = await Held.In(folder).StartAsync();

        var reading = await again.Http.GetFromJsonAsync<ClockReading>("/.clock", Stop);
        Assert.Equal(DateTimeOffset.Parse("2024-02-01T00:00:00Z", null), reading!.Now);
        Assert.Equal(DateTimeOffset.Parse("2024-02-02T00:00:00Z", null), reading.NextDue);
    }

    [Fact]
    public async Task Not_held_the_clock_runs_from_its_start()
    {
        await using var world = await World.Of(typeof(Office))
            .Set("clock", "2024-01-02T23:59:59.7Z").Set("Sweep", "0 0 0 * * *")
            .With(builder => builder.Services.AddSingleton<Diary>()).StartAsync();

        var diary = world.Services.GetRequiredService<Diary>();
        await diary.Written.Task.WaitAsync(TimeSpan.FromSeconds(20), Stop);

        Assert.Equal(["sweep 01-03 00:00"], diary.Lines);
    }

    [Fact]
    public async Task On_the_real_clock_there_is_no_such_address()
    {
        await using var world = await World.Of(typeof(Office)).Set("Sweep", "0 0 0 * * *")
            .With(builder => builder.Services.AddSingleton<Diary>()).StartAsync();

        Assert.Equal((404, ""), await world.GetAsync("/.clock"));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("{}")]
    public async Task A_move_to_no_instant_is_refused(string body)
    {
        await using var world = await Held.StartAsync();

        using var content = new StringContent(body);

        Assert.Equal(400, (await world.SendAsync(HttpMethod.Post, "/.clock", content)).Status);
    }

    [Fact]
    public async Task A_browser_gets_a_page_whose_buttons_move_the_clock()
    {
        await using var world = await Held.StartAsync();
        await world.SendAsync(HttpMethod.Post, "/deadline/2024-01-03T12:00:00Z");
        await RunAsync(world, "2024-01-02T00:00:00Z");
        var before = await PageAsync(world);
        var hour = await PressAsync(world, "jam");
        var deadline = await PressAsync(world, "tenggat");
        var day = await PressAsync(world, "tanggal", "2024-01-05");
        var back = await PressAsync(world, "tanggal", "2024-01-05");

        Assert.Contains("Selasa, 2 Januari 2024 pukul 08.00 WITA", before, StringComparison.Ordinal);
        Assert.Contains("Tenggat berikutnya: Rabu, 3 Januari 2024 pukul 20.00 WITA", before, StringComparison.Ordinal);
        Assert.Equal((303, 303, 303, 400), (hour, deadline, day, back));
        Assert.Contains("Jumat, 5 Januari 2024 pukul 08.00 WITA", await PageAsync(world), StringComparison.Ordinal);
        Assert.Equal(
            ["sweep 01-03 00:00", "deadline 01-03 12:00", "sweep 01-04 00:00", "sweep 01-05 00:00"],
            world.Services.GetRequiredService<Diary>().Lines);
    }

    [Fact]
    public async Task A_running_clock_can_be_moved_too()
    {
        await using var world = await World.Of(typeof(Office)).Set("clock", "2024-01-02").Set("Sweep", "0 0 0 * * *")
            .With(builder => builder.Services.AddSingleton<Diary>()).StartAsync();
        await world.SendAsync(HttpMethod.Post, "/deadline/2024-01-03T12:00:00Z");

        Assert.Equal(303, await PressAsync(world, "tenggat"));
        var readings = await RunAsync(world, "2024-01-04T06:00:00Z");

        Assert.True(readings[^1].Now >= DateTimeOffset.Parse("2024-01-04T06:00:00Z", null));
        Assert.Equal(
            ["sweep 01-03 00:00", "deadline 01-03 12:00", "sweep 01-04 00:00"],
            world.Services.GetRequiredService<Diary>().Lines);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Host", "sakip.example")]
    [InlineData("Origin", "https://lain.example")]
    public async Task Whoever_is_not_at_this_machine_finds_no_clock(string header, string value)
    {
        await using var world = await Held.StartAsync();
        world.Http.DefaultRequestHeaders.Add(header, value);

        Assert.Equal((404, ""), await world.GetAsync("/.clock"));
    }

    private static async Task<string> PageAsync(World world)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/.clock");
        request.Headers.Add("Accept", "text/html");
        using var answer = await world.Http.SendAsync(request, Stop);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<int> PressAsync(World world, string button, string day = "")
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["maju"] = button, ["sampai"] = day });
        return (await world.SendAsync(HttpMethod.Post, "/.clock", form)).Status;
    }

    private static async Task<List<ClockReading>> RunAsync(World world, string until)
    {
        var readings = new List<ClockReading>();
        do
        {
            using var response = await world.Http.PostAsJsonAsync("/.clock", new { until }, Stop);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            readings.Add((await response.Content.ReadFromJsonAsync<ClockReading>(Stop))!);
        }
        while (!readings[^1].Reached);
        return readings;
    }

    public sealed class Diary(TimeProvider clock)
    {
        private readonly List<string> lines = [];

        public TaskCompletionSource Written { get; } = new();

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (lines) return [.. lines];
            }
        }

        public void Write(string what)
        {
            lock (lines) lines.Add($"{what} {clock.GetUtcNow():MM-dd HH:mm}");
            Written.TrySetResult();
        }
    }

    public sealed class Office(Diary diary)
    {
        [Function("Sweep")]
        public async Task Sweep([TimerTrigger("%Sweep%")] TimerInfo timer)
        {
            await Task.Yield();
            diary.Write("sweep");
        }

        [Function("SetDeadline")]
        public Task<string> SetDeadline(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "deadline/{at}")] HttpRequest request,
            DateTimeOffset at,
            [DurableClient] DurableTaskClient client) =>
            client.ScheduleNewOrchestrationInstanceAsync(nameof(Deadline), at.UtcDateTime);

        [Function("Act")]
        public void Act([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request) => diary.Write("act");

        [Function(nameof(Deadline))]
        public static async Task Deadline([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CreateTimer(context.GetInput<DateTime>(), CancellationToken.None);
            await context.CallActivityAsync(nameof(Note), "deadline");
        }

        [Function(nameof(Note))]
        public void Note([ActivityTrigger] string what) => diary.Write(what);
    }
}
