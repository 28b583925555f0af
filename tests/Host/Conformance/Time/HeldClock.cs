using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Sakip.Tests.Host.Conformance.Running;

namespace Sakip.Tests.Host.Conformance.Time;

/// <summary>The virtual clock that stands until it is moved; the sweep runs at every midnight.</summary>
[Collection(OnASweptClock.Name)]
public sealed class HeldClock(SweptApp shared)
{
    private RunningApp App => shared.App;

    [Fact]
    public async Task Time_stops_at_everything_that_is_due_and_all_of_it_has_settled_there()
    {
        var midnight = await MidnightAsync();
        var deadline = midnight.AddHours(12);
        await App.StartInstanceAsync("Deadline", "stops", $"\"{deadline:s}Z\"");

        var readings = await App.MoveToAsync(midnight.AddDays(2));

        Assert.Equal([deadline, midnight.AddDays(1), midnight.AddDays(2)], readings.Select(reading => reading.Now));
        Assert.Equal([false, false, true], readings.Select(reading => reading.Reached));
        Assert.Equal(
            [$"deadline of stops @ {deadline:MM-dd HH:mm:ss}", Sweep(midnight.AddDays(1)), Sweep(midnight.AddDays(2))],
            App.Folder.Notes().TakeLast(3)
        );
    }

    [Fact]
    public async Task The_functions_live_by_this_clock_whatever_clock_the_app_registers()
    {
        var now = (await App.ClockAsync()).Now;

        Assert.Equal((200, $"{now:u}"), await App.GetAsync("/api/now"));
        Assert.True(now.Year == 2024);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("{}")]
    [InlineData("{\"until\":\"tomorrow\"}")]
    public async Task A_move_to_no_instant_is_refused(string body)
    {
        using var content = new StringContent(body);

        Assert.Equal(400, (await App.SendAsync(HttpMethod.Post, "/.clock", content)).Status);
    }

    [Fact]
    public async Task A_browser_gets_a_page_whose_buttons_move_the_clock()
    {
        var midnight = await MidnightAsync();
        var deadline = midnight.AddHours(12);
        await App.StartInstanceAsync("Deadline", "buttons", $"\"{deadline:s}Z\"");
        await App.SettleAsync();
        var before = await PageAsync();
        var hour = await PressAsync("jam");
        var due = await PressAsync("tenggat");
        var day = await PressAsync("tanggal", $"{midnight.AddDays(3):yyyy-MM-dd}");
        var back = await PressAsync("tanggal", $"{midnight.AddDays(3):yyyy-MM-dd}");

        Assert.Contains(Said(midnight), before, StringComparison.Ordinal);
        Assert.Contains($"Tenggat berikutnya: {Said(deadline)}", before, StringComparison.Ordinal);
        Assert.Equal((303, 303, 303, 400), (hour, due, day, back));
        Assert.Contains(Said(midnight.AddDays(3)), await PageAsync(), StringComparison.Ordinal);
        Assert.Equal(
            [
                $"deadline of buttons @ {deadline:MM-dd HH:mm:ss}",
                .. Enumerable.Range(1, 3).Select(later => Sweep(midnight.AddDays(later))),
            ],
            App.Folder.Notes().TakeLast(4)
        );
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Via", "1.1 perantara")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Host", "sakip.example")]
    [InlineData("Host", "127.1")]
    [InlineData("Host", "0x7f000001")]
    [InlineData("Host", "localhost.")]
    [InlineData("Origin", "https://lain.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Whoever_is_not_at_this_machine_finds_no_clock(string header, string value) =>
        Assert.Equal((404, ""), await App.GetAsync("/.clock", (header, value)));

    [Fact]
    public async Task What_was_not_posted_from_the_page_or_as_JSON_moves_nothing()
    {
        var before = (await App.ClockAsync()).Now;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["maju"] = "jam" });
        using var forged = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["maju"] = "jam", ["penanda"] = new string('0', 64) }
        );
        using var text = new StringContent($"{{\"until\":\"{before.AddHours(1):O}\"}}");
        using var parts = new MultipartFormDataContent { { new StringContent("jam"), "maju" } };

        Assert.Equal(403, (await App.SendAsync(HttpMethod.Post, "/.clock", form)).Status);
        Assert.Equal(403, (await App.SendAsync(HttpMethod.Post, "/.clock", forged)).Status);
        Assert.Equal(400, (await App.SendAsync(HttpMethod.Post, "/.clock", text)).Status);
        Assert.Equal(400, (await App.SendAsync(HttpMethod.Post, "/.clock", parts)).Status);
        Assert.Equal(before, (await App.ClockAsync()).Now);
    }

    [Fact]
    public async Task A_request_that_is_on_its_way_holds_the_clock()
    {
        var before = (await App.ClockAsync()).Now;
        var slow = App.GetAsync("/api/slow/holds-the-clock");
        await App.Folder.NotedAsync("slow holds-the-clock begun");
        var move = App.Http.PostAsJsonAsync("/.clock", new { until = before.AddMinutes(1) }, Patience.Cancellation);

        var during = (await App.ClockAsync()).Now;
        App.Folder.Put("holds-the-clock");
        using var moved = await move;

        Assert.Equal(before, during);
        Assert.Equal(200, (await slow).Status);
        Assert.True((await App.ClockAsync()).Now > before);
    }

    private static string Sweep(DateTimeOffset at) => $"sweep on time, next {at:MM-dd HH:mm} @ {at:MM-dd HH:mm:ss}";

    private static string Said(DateTimeOffset instant) =>
        instant
            .ToOffset(TimeSpan.FromHours(8))
            .ToString("dddd, d MMMM yyyy 'pukul' HH.mm 'WITA'", CultureInfo.GetCultureInfo("id-ID"));

    // The tests move one clock: each begins at a midnight, whose sweep has run.
    private async Task<DateTimeOffset> MidnightAsync()
    {
        var now = (await App.ClockAsync()).Now;
        var midnight = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        await App.MoveToAsync(midnight);
        return midnight;
    }

    private async Task<string> PageAsync()
    {
        var (status, body) = await App.GetAsync("/.clock", ("Accept", "text/html"));
        Assert.Equal(200, status);
        return WebUtility.HtmlDecode(body);
    }

    private async Task<int> PressAsync(string button, string day = "")
    {
        var mark = System.Text.RegularExpressions.Regex.Match(await PageAsync(), "name=\"penanda\" value=\"([^\"]+)\"");
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["maju"] = button,
                ["sampai"] = day,
                ["penanda"] = mark.Groups[1].Value,
            }
        );
        return (await App.SendAsync(HttpMethod.Post, "/.clock", form)).Status;
    }
}
