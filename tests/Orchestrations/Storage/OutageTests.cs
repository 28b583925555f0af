using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Sakip.Approvals;
using Sakip.Storage;
using Sakip.Tests.Host.Durable;

namespace Sakip.Tests.Orchestrations.Storage;

/// <summary>Instances whose storage is away, on the real engine and a clock that the tests move.</summary>
public sealed class OutageTests
{
    private const int MostEvents = 1200;
    private const int MostBytes = 200 * 1024;

    /// <summary>What fails just now, by activity.</summary>
    private Func<string, Exception?> _fault = _ => null;

    private int _done;

    [Fact]
    public void Waits_grow_within_the_first_hour_to_ten_minutes_and_are_an_hour_each_then()
    {
        var (waits, lasts) = (new List<TimeSpan>(), TimeSpan.Zero);
        while (lasts < TimeSpan.FromHours(5))
        {
            waits.Add(OutageWaits.After(waits.Count + 1, lasts));
            lasts += waits[^1];
        }

        Assert.Equal([2, 4, 8, 16, 32, 64, 128, 256, 512, 600], waits.Take(10).Select(wait => wait.TotalSeconds));
        Assert.All(waits.Take(13), wait => Assert.InRange(wait, OutageWaits.First, OutageWaits.LongestOfFirstHour));
        Assert.All(waits.TakeLast(3), wait => Assert.Equal(TimeSpan.FromHours(1), wait));
    }

    [Theory]
    [InlineData(1, 16_000, 60)]
    [InlineData(1, 16_000, 6 * 3600)]
    [InlineData(1, 16_000, 5 * 86400)]
    [InlineData(20, 500, 60)]
    [InlineData(20, 500, 6 * 3600)]
    [InlineData(20, 500, 5 * 86400)]
    public async Task An_outage_is_outlasted_with_few_events_however_many_calls_wait(int calls, int bytes, int seconds)
    {
        var input = new Asked(calls, new string('x', bytes));
        await using var calm = await StartAsync();
        await calm.RunAsync("Waits", input);
        await using var world = await StartAsync();
        _done = 0;
        _fault = _ => new StorageAwayException("503 ServerBusy");
        await world.BeginAsync("Waits", input);
        await PassAsync(world, TimeSpan.FromSeconds(seconds));

        var (waiting, before) = (await world.StateAsync(), _done);
        _fault = _ => null;
        await PassAsync(world, TimeSpan.FromHours(1));

        Assert.Contains(Standing.ForStorage, waiting.SerializedCustomStatus, StringComparison.Ordinal);
        Assert.Equal((0, calls), (before, _done));
        var done = await world.StateAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
        Assert.True(done.SerializedCustomStatus is null or "null", done.SerializedCustomStatus);
        Assert.InRange(world.History().Count - calm.History().Count, 1, MostEvents);
        Assert.InRange(Bytes(world) - Bytes(calm), 1, MostBytes);
        Assert.DoesNotContain(
            world.History(),
            happened => happened.TaskFailed is { FailureDetails.StackTrace.Length: > 0 }
        );
        Assert.Equal(
            seconds > OutageWaits.UntilAlert.TotalSeconds,
            world.Log.Has("Error: Instance probe-1 waits for storage")
        );
    }

    [Fact]
    public async Task Where_the_probe_is_answered_and_the_calls_are_not_one_of_them_tries_for_all()
    {
        await using var world = await StartAsync();
        _fault = task => task == "Work" ? new StorageAwayException("503 ServerBusy") : null;
        await world.BeginAsync("Waits", new Asked(20, new string('x', 200)));

        await PassAsync(world, TimeSpan.FromDays(5));

        Assert.InRange(world.History().Count, 1, MostEvents);
        Assert.InRange(Bytes(world), 1, MostBytes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_time_does_not_mend_waits_for_a_person_and_goes_on_when_it_is_mended(bool isTold)
    {
        await using var world = await StartAsync();
        _fault = _ => new NoBearerException("The plan names no planner.");
        await world.BeginAsync("Waits", new Asked(1, ""));
        var held = await world.StateAsync();
        await PassAsync(world, TimeSpan.FromDays(3));
        Assert.Equal(0, _done);

        _fault = _ => null;
        if (isTold)
            await world.RaiseAsync(InstanceIds.Mended(4), new MendedSignal("p13"));
        else
            await PassAsync(world, TimeSpan.FromDays(1));

        Assert.Contains(Standing.ForMending, held.SerializedCustomStatus, StringComparison.Ordinal);
        Assert.Contains(nameof(NoBearerException), held.SerializedCustomStatus, StringComparison.Ordinal);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await world.StateAsync()).RuntimeStatus);
        Assert.Equal(1, _done);
    }

    [Fact]
    public async Task What_nobody_foresaw_is_tried_a_few_times_and_then_waits_for_a_person()
    {
        await using var world = await StartAsync();
        var tries = 0;
        _fault = _ => tries++ >= 0 ? ActivityFaults.Lean(new InvalidOperationException("broken")) : null;
        await world.BeginAsync("Waits", new Asked(1, ""));
        await PassAsync(world, TimeSpan.FromHours(1));

        Assert.Equal(6, tries);
        Assert.Contains(
            Standing.ForMending,
            (await world.StateAsync()).SerializedCustomStatus,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_the_orchestrator_hands_back_itself_reaches_it_and_an_outage_takes_none_of_its_tries()
    {
        await using var world = await StartAsync();
        var (tries, refused) = (0, new UnforeseenException("refused"));
        _fault = task =>
            task != "Work" ? null
            : ++tries is > 2 and <= 30 ? new StorageAwayException("503")
            : refused;
        await world.BeginAsync("HandsBack");
        await PassAsync(world, TimeSpan.FromDays(10));

        Assert.Equal("\"handed back\"", (await world.StateAsync()).SerializedOutput);
        Assert.Equal(31, tries);
    }

    [Fact]
    public void Children_are_started_in_the_form_that_lasts() =>
        Assert.Equal(Approval.V2, LastingContext.NameOf(nameof(Approval)));

    private Task<World> StartAsync() =>
        new World()
            .Orchestrator(
                "Waits",
                context =>
                {
                    var lasting = new LastingContext(context);
                    var asked = context.GetInput<Asked>()!;
                    return Task.WhenAll(
                        Enumerable
                            .Range(0, asked.Calls)
                            .Select(n => lasting.CallActivityAsync("Work", $"{n}{asked.Text}", Retries.Storage))
                    );
                }
            )
            .Orchestrator(
                "HandsBack",
                async context =>
                {
                    try
                    {
                        await new LastingContext(context).CallActivityAsync("Work", "", Retries.Sections);
                        return "done";
                    }
                    catch (TaskFailedException)
                    {
                        return "handed back";
                    }
                }
            )
            .Activity("Work", _ => _fault("Work") is { } fault ? throw fault : Interlocked.Increment(ref _done))
            .Activity(
                nameof(StorageProbe.ProbeStorage),
                _ => _fault(nameof(StorageProbe.ProbeStorage)) is { } fault ? throw fault : null
            )
            .StartAsync();

    private static async Task PassAsync(World world, TimeSpan time)
    {
        for (var end = world.Clock.GetUtcNow() + time; world.Clock.GetUtcNow() < end; )
        {
            var left = end - world.Clock.GetUtcNow();
            var step = time > TimeSpan.FromHours(1) ? TimeSpan.FromMinutes(10) : TimeSpan.FromSeconds(10);
            await world.AdvanceAsync(step < left ? step : left);
        }
    }

    private static int Bytes(World world) => world.History().Sum(happened => happened.CalculateSize());

    private sealed record Asked(int Calls, string Text);
}
