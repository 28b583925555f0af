using System.Diagnostics;
using System.Text.Json.Nodes;
using Sakip.Rehearsal.Generated;
using Sakip.Tests.Functions.Access;

namespace Sakip.Tests.Functions;

/// <summary>
/// A large office whose app runs in two processes under one host, as Azure runs it, on the machine's clock and with the
/// limits of production.
/// </summary>
public sealed class TwoWorkersOffice() : RunningOffice(SubUnits)
{
    internal const int SubUnits = 200;

    // Far longer than a slow machine needs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const string MasterKey = "kunci-induk-uji-bagi-dua-pekerja-aplikasi";

    /// <summary>Every sweep that the app has.</summary>
    internal static IReadOnlyList<string> Sweeps { get; } =
    ["OpenWindows", "SendReminders", "SettleRecords", "WatchYears", "ApplyRetention"];

    internal static string Unit => GeneratedOffice.Unit;

    // With what a process remembers of the tables, as in production: nothing here edits them past the app.
    protected override IReadOnlyList<(string Name, string Value)> Settings =>
        [("AzureWebJobsMasterKey", MasterKey), ("StorageTries:Memory", "7.00:00:00")];

    protected override int Workers => 2;

    protected override bool IsLimited => true;

    /// <summary>Time passes by itself: another call of the app is a turn.</summary>
    internal override async Task SettleAsync()
    {
        using var live = await Http.GetAsync(new Uri("health/live", UriKind.Relative), Cancellation);
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var plan = WithOpenWindow(await File.ReadAllTextAsync(Path.Combine(Options.Given, "plan.json"), Cancellation));
        using var content = new StringContent(plan, System.Text.Encoding.UTF8, "application/json");
        var (started, said) = await JsonAsync(HttpMethod.Post, $"api/offices/{GeneratedOffice.Unit}/2024", content);
        Assert.True(started == 201, $"{said}");
    }

    /// <summary>Fires a sweep twice at once, as an administrator does; the host gives each to another worker.</summary>
    internal async Task FireTwiceAsync(string sweep) => await Task.WhenAll(FireAsync(sweep), FireAsync(sweep));

    /// <summary>The page of somebody's own step, once it is open, found as a signed-in person finds it: by the list of his tasks.</summary>
    internal async Task<Uri> TaskAsync(Person person, string subject, string step)
    {
        Uri? found = null;
        await UntilAsync(async () =>
        {
            using var answer = await person.GetAsync($"kantor/{Unit}/2024/tugas/{subject}/{step}/1");
            found = answer.Headers.Location is { } link ? new Uri(Http.BaseAddress!, link) : null;
            return found is not null;
        });
        return found!;
    }

    /// <summary>Looks until something has come about; each look is a turn that gives the app its time.</summary>
    /// <param name="again">What is done again after every so many looks.</param>
    /// <param name="left">What is still missing, to be told when patience ends.</param>
    internal static async Task UntilAsync(
        Func<Task<bool>> hasCome,
        Func<Task>? again = null,
        Func<string>? left = null,
        int every = 100
    )
    {
        var waited = Stopwatch.StartNew();
        for (var look = 1; waited.Elapsed < Patience; look++)
        {
            if (await hasCome())
                return;
            if (again is not null && look % every == 0)
                await again();
        }

        throw new TimeoutException($"It has not come about within {Patience}. {left?.Invoke()}");
    }

    private async Task FireAsync(string sweep)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"admin/functions/{sweep}");
        request.Headers.Add("x-functions-key", MasterKey);
        using var answer = await Http.SendAsync(request, Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
    }

    // The app lives by the machine's clock: the first quarter's window is open today, the others open far later.
    private static string WithOpenWindow(string text)
    {
        var plan = JsonNode.Parse(text)!;
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        foreach (var (window, at) in plan["windows"]!.AsArray().Select((window, at) => (window!, at)))
        {
            var opens = today.AddDays((at * 90) - 3);
            foreach (var (name, days) in new[] { ("opens", 0), ("due", 30), ("closes", 40), ("verificationDue", 50) })
                window[name] = $"{opens.AddDays(days):yyyy-MM-dd}";
        }

        return plan.ToJsonString();
    }
}
