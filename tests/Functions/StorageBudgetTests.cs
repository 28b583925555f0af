using System.Diagnostics;
using System.Net;
using Sakip.Faults;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions;

/// <summary>Requests that find storage away: answered within their budget, with when to come again.</summary>
public sealed class StorageBudgetTests(StorageBudgetTests.AwayOffice office)
    : IClassFixture<StorageBudgetTests.AwayOffice>
{
    // One second for storage, as the office sets it, and what else a request takes on a busy machine.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    [Theory]
    [InlineData(Outage.Refuses)]
    [InlineData(Outage.IsSlow)]
    [InlineData(Outage.Hangs)]
    [InlineData(Outage.LosesAnswers)]
    public async Task A_page_and_a_call_are_answered_503_in_time_and_as_ever_afterwards(object outage)
    {
        var letter = office.Letter();
        foreach (var path in (string[])[letter.Link!.PathAndQuery, AwayOffice.Year + "/agreements"])
        {
            office.Outages.Now = (Outage)outage;
            var watch = Stopwatch.StartNew();
            using var away = await office.GetAsync(path);
            watch.Stop();
            office.Outages.Now = Outage.None;
            using var back = await office.GetAsync(path);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
            Assert.Equal(30, away.Headers.RetryAfter?.Delta?.TotalSeconds);
            Assert.Contains(
                "Penyimpanan sedang tidak menjawab",
                await away.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
            Assert.True(watch.Elapsed < Longest, $"{watch.Elapsed}");
            Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        }
    }

    /// <summary>The app in this process with a generated office that waits for its agreement to be checked.</summary>
    public sealed class AwayOffice : IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("sakip-").FullName;
        private Mailbox _mailbox = null!;
        private AppInProcess _app = null!;
        private Office _office = null!;
        private Func<Task> _stop = null!;

        internal static string Year => "api/offices/biro-organisasi/2024";

        internal StorageOutages Outages { get; } = new() { Slowness = TimeSpan.FromSeconds(1.5) };

        public async ValueTask InitializeAsync()
        {
            var cancellation = TestContext.Current.CancellationToken;
            var options = RehearsalOptions.Read([
                "--out",
                Path.Combine(_folder, "out"),
                "--data",
                Path.Combine(_folder, "data"),
            ]) with
            {
                Settings = [("StorageTries:RequestBudget", "00:00:01")],
            };
            Stage.Set(options);
            (var connection, _stop) = await HostOfApps.StartStorage(Path.Combine(_folder, "storage"));
            _app = new AppInProcess(options, connection, FaultPlan.Nothing(), Outages);
            await _app.StartAsync(cancellation);
            _office = new Office(_app);
            _mailbox = new Mailbox(options.Mailbox);
            var plan = await File.ReadAllTextAsync(Path.Combine(options.Given, "plan.json"), cancellation);
            using var taken = await _office.PlanAsync(HttpMethod.Post, options.Year, plan, cancellation);
            taken.EnsureSuccessStatusCode();
            await _office.StepAsync(DateTimeOffset.MinValue, cancellation);
        }

        internal Letter Letter()
        {
            _mailbox.Look();
            return _mailbox.Letters.Last(letter => letter.Link is not null);
        }

        internal Task<HttpResponseMessage> GetAsync(string path) =>
            _office.PlanAsync(HttpMethod.Get, path.TrimStart('/'), null, TestContext.Current.CancellationToken);

        public async ValueTask DisposeAsync()
        {
            _office.Dispose();
            await _app.DisposeAsync();
            await _stop();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
