using System.Net;
using System.Net.Http.Json;

namespace Sakip.Tests.Host.Conformance.Running;

/// <content>The virtual clock.</content>
internal sealed partial class RunningApp
{
    public async Task<ClockReading> ClockAsync() =>
        (await Http.GetFromJsonAsync<ClockReading>("/.clock", Patience.Cancellation))!;

    /// <summary>Moves the clock there by its steps; everything due by then has settled when this returns.</summary>
    public async Task<IReadOnlyList<ClockReading>> MoveToAsync(DateTimeOffset until)
    {
        var readings = new List<ClockReading>();
        do
        {
            using var response = await Http.PostAsJsonAsync("/.clock", new { until }, Patience.Cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            readings.Add((await response.Content.ReadFromJsonAsync<ClockReading>(Patience.Cancellation))!);
        } while (!readings[^1].Reached);
        return readings;
    }

    public async Task AdvanceAsync(TimeSpan time) => await MoveToAsync((await ClockAsync()).Now + time);

    /// <summary>Returns when no work is left to do at the clock's present instant.</summary>
    public Task SettleAsync() => AdvanceAsync(TimeSpan.Zero);
}

/// <summary>Where the virtual clock stands, as the host tells it.</summary>
internal sealed record ClockReading(DateTimeOffset Now, DateTimeOffset? NextDue, bool Reached);
