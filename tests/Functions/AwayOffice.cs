using Sakip.Faults;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions;

/// <summary>The app in this process with the sample office, which waits for its agreement to be checked.</summary>
public class AwayOffice : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sakip-").FullName;
    private RehearsalOptions _options = null!;
    private Mailbox _mailbox = null!;
    private AppInProcess _app = null!;
    private Office _office = null!;
    private Func<Task> _stop = null!;

    internal static string Year => "api/offices/biro-organisasi/2024";

    internal StorageOutages Outages { get; } = new() { Slowness = TimeSpan.FromSeconds(1.5) };

    /// <summary>In which way storage is away when the app starts; then no year is begun.</summary>
    internal virtual Outage AtStart => Outage.None;

    /// <summary>How long a request may wait for storage.</summary>
    internal virtual string Budget => "00:00:01";

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        _options = RehearsalOptions.Read([
            "--out",
            Path.Combine(_folder, "out"),
            "--data",
            Path.Combine(_folder, "data"),
        ]) with
        {
            Settings =
            [
                ("StorageTries:RequestBudget", Budget),
                // As in production, with an hour between sweeps.
                ("RecoverySchedule", "0 0 * * * *"),
                ("ReminderSchedule", "0 0 * * * *"),
                ("WindowSchedule", "0 0 * * * *"),
                ("RetentionSchedule", "0 0 17 * * *"),
            ],
        };
        Stage.Set(_options);
        (var connection, _stop) = await HostOfApps.StartStorage(Path.Combine(_folder, "storage"));
        Outages.Now = AtStart;
        _app = new AppInProcess(_options, connection, FaultPlan.Nothing(), Outages);
        await _app.StartAsync(cancellation);
        _office = new Office(_app);
        _mailbox = new Mailbox(_options.Mailbox);
        if (AtStart == Outage.None)
            await StartYearAsync();
    }

    internal async Task StartYearAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var plan = await File.ReadAllTextAsync(Path.Combine(_options.Given, "plan.json"), cancellation);
        using var taken = await _office.PlanAsync(HttpMethod.Post, _options.Year, plan, cancellation);
        taken.EnsureSuccessStatusCode();
        await _office.StepAsync(DateTimeOffset.MinValue, cancellation);
    }

    /// <summary>The sample's plan for an office of another name.</summary>
    internal string PlanOf(string unit) =>
        File.ReadAllText(Path.Combine(_options.Given, "plan.json"))
            .Replace("\"biro-organisasi\"", $"\"{unit}\"", StringComparison.Ordinal);

    internal Letter Letter()
    {
        _mailbox.Look();
        return _mailbox.Letters.Last(letter => letter.Link is not null);
    }

    internal async Task MoveToAsync(DateTimeOffset instant)
    {
        while ((await _office.StepAsync(instant, TestContext.Current.CancellationToken)).Now < instant)
        {
            // The clock stops at every due instant on the way.
        }
    }

    /// <summary>Sends as it is, once.</summary>
    internal async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.Add("x-functions-key", _app.FunctionKey);
        using var http = new HttpClient { BaseAddress = _app.Address };
        return await http.SendAsync(request, cancellation);
    }

    internal Task<HttpResponseMessage> GetAsync(string path) =>
        _office.PlanAsync(HttpMethod.Get, path.TrimStart('/'), null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _office.Dispose();
        await _app.DisposeAsync();
        await _stop();
        Directory.Delete(_folder, recursive: true);
    }
}
