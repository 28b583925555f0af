using System.Diagnostics;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Sakip.Rehearsal;

namespace Sakip.Tests.Functions;

/// <summary>
/// The real process under the load of a quarter's reports: killed again and again, and told to stop. Each of the two
/// has sub-units of its own.
/// </summary>
public sealed partial class LoadTests(LoadTests.QuarterOpen office) : IClassFixture<LoadTests.QuarterOpen>
{
    private const int Kills = 20;
    private const int Killed = 20;
    private const int Stopped = 8;
    private const int Persons = 6;

    private static readonly DateTimeOffset WindowOpen = new(2024, 4, 1, 2, 0, 0, TimeSpan.Zero);

    private readonly HashSet<Uri> _accepted = [];

    [Fact]
    public async Task Twenty_kills_under_load_and_every_accepted_request_takes_effect_once()
    {
        var seed = Environment.TickCount;
        var killer = new Killer(office, new Random(seed));
        var day = WindowOpen;
        foreach (var request in (string[])["Mohon diisi", "Mohon persetujuan", "Mohon verifikasi"])
        {
            var letters = Requests(request, isStopped: false);
            Assert.True(letters.Count == Killed, $"{letters.Count} letters '{request}' (seed {seed})");
            await Parallel.ForEachAsync(letters, AtOnce, async (letter, _) => await DecideAsync(letter, killer));
            // What a kill cut off between a decision and its event is finished by the sweep of the day.
            await office.MoveToAsync(day = day.AddDays(1));
        }

        // And what the last day brought is on the chain.
        await office.MoveToAsync(day.AddHours(8));

        Assert.True(killer.Kills >= Kills, $"Only {killer.Kills} kills (seed {seed}).");
        Assert.Equal(3 * Killed, _accepted.Count);
        foreach (var link in _accepted)
            Assert.Null(PageForm.Read((await office.GetAsync(link)).Html));
        await OnceAsync(seed);
    }

    [Fact]
    public async Task A_process_that_is_told_to_stop_answers_what_it_began_and_is_gone_within_ten_seconds()
    {
        var letters = Requests("Mohon diisi", isStopped: true);
        using var process = office.Process();
        var (told, gone, requests) = (new Stopwatch(), Task.CompletedTask, 0);
        await Parallel.ForEachAsync(
            letters,
            AtOnce,
            async (letter, _) =>
            {
                if (Interlocked.Increment(ref requests) == Stopped / 2)
                {
                    told.Start();
                    gone = process
                        .WaitForExitAsync(RunningOffice.Cancellation)
                        .ContinueWith(_ => told.Stop(), TaskScheduler.Default);
                    using var term = Process.Start("kill", ["-TERM", $"{process.Id}"]);
                }

                if (requests > Stopped / 2)
                    return;
                await DecideAsync(letter, killer: null);
            }
        );
        await gone;

        Assert.True(told.Elapsed < TimeSpan.FromSeconds(10), $"{told.Elapsed}");
        Assert.NotEmpty(_accepted);
        foreach (var link in _accepted)
            Assert.Null(PageForm.Read((await office.GetAsync(link)).Html));
    }

    private static ParallelOptions AtOnce =>
        new() { MaxDegreeOfParallelism = Persons, CancellationToken = RunningOffice.Cancellation };

    private List<Letter> Requests(string begins, bool isStopped)
    {
        office.Mailbox.Look();
        return
        [
            .. office.Mailbox.Letters.Where(letter =>
                letter.Subject.StartsWith(begins, StringComparison.Ordinal)
                && letter.Link is not null
                && NumberOf(letter) > Killed == isStopped
            ),
        ];
    }

    private static int NumberOf(Letter letter) =>
        int.TryParse(Number().Match(letter.Subject).Groups[1].ValueSpan, out var number) ? number : 0;

    [GeneratedRegex(@"Layanan (\d+)")]
    private static partial Regex Number();

    // Somebody who gets no answer opens the link again; a page without a form says that it was decided.
    private async Task DecideAsync(Letter letter, Killer? killer)
    {
        var (shown, page) = await office.GetAsync(letter.Link!);
        Assert.True(shown == 200, $"{shown}: {page}");
        var form = PageForm.Read(page);
        killer?.Count();
        if (form is not null)
        {
            if (Script.QuarterIn(form.Title) is > 0 and var quarter)
                Figures.Load(Path.Combine(office.Options.Given, "realisations.json")).Type(form.Fields, quarter);
            form.Fields["tindakan"] = "setuju";
            var posting = office.PostAsync(letter.Link!, form.Fields);
            killer?.Count();
            var (status, html) = await posting;
            Assert.True(status == 200, $"{status}: {html}");
        }

        lock (_accepted)
            _accepted.Add(letter.Link!);
    }

    /// <summary>Each message was sent, and lies in the mailbox once; nothing is left to be finished.</summary>
    private async Task OnceAsync(int seed)
    {
        var tables = new TableServiceClient(StoredRows.Connection(office.Options));
        // A message is a row of its change; its line in everybody's list is the mark that it went out.
        var messages = await RowsAsync(tables, "Subjects", "message|");
        var lines = await RowsAsync(tables, "Inbox", "all|");

        office.Mailbox.Look();
        Assert.All(lines, line => Assert.NotNull(line.GetDateTimeOffset("SentAt")));
        Assert.True(
            messages.Count == lines.Count && lines.Count == office.Mailbox.Letters.Count,
            $"{messages.Count} messages, {lines.Count} sent, {office.Mailbox.Letters.Count} came (seed {seed})"
        );
        Assert.Equal(
            office.Mailbox.Letters.Count,
            office.Mailbox.Letters.Select(letter => letter.Id).Distinct().Count()
        );
        Assert.False(
            await tables
                .GetTableClient("Intents")
                .QueryAsync<TableEntity>(cancellationToken: RunningOffice.Cancellation)
                .AnyAsync(RunningOffice.Cancellation),
            $"seed {seed}"
        );
    }

    private static async Task<List<TableEntity>> RowsAsync(TableServiceClient tables, string table, string prefix)
    {
        var rows = tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: RunningOffice.Cancellation);
        return await rows.Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal))
            .ToListAsync(RunningOffice.Cancellation);
    }

    /// <summary>An office whose first quarter is open; what a crash cut off is finished the same day.</summary>
    public sealed class QuarterOpen() : RunningOffice(Killed + Stopped)
    {
        protected override IReadOnlyList<(string Name, string Value)> Settings =>
            [("RecoverySchedule", "0 30 9 * * *")];

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await StartYearAsync();
            await SignAgreementAsync();
            await MoveToAsync(WindowOpen);
        }
    }

    /// <summary>Kills the app after every few requests, while others are under way.</summary>
    private sealed class Killer(RunningOffice office, Random random)
    {
        private readonly Lock _access = new();
        private int _left = 3;

        public int Kills { get; private set; }

        public void Count()
        {
            lock (_access)
            {
                if (Kills == LoadTests.Kills || --_left > 0)
                    return;
                _left = random.Next(1, 5);
                try
                {
                    using var process = office.Process();
                    process.Kill();
                    process.WaitForExit();
                    Kills++;
                }
                catch (ArgumentException)
                {
                    // It is dead already, and nobody has started it again yet.
                }
            }
        }
    }
}
