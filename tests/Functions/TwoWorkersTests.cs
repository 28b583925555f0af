using System.Diagnostics;
using System.Globalization;
using System.Net;
using Azure.Data.Tables;
using Sakip.Audit;
using Sakip.Kernel;
using Sakip.Rehearsal;
using Sakip.Storage;
using Sakip.Tests.Functions.Access;

namespace Sakip.Tests.Functions;

/// <summary>Two processes of the app under one host, and many who come at once.</summary>
public sealed class TwoWorkersTests(TwoWorkersOffice office, ITestOutputHelper output) : IClassFixture<TwoWorkersOffice>
{
    private const int AtOnce = 16;

    // One hundred sub-units hand in, and their heads decide.
    private const int Reports = TwoWorkersOffice.SubUnits / 2;

    private static ParallelOptions Crowd =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = RunningOffice.Cancellation };

    [Fact]
    public async Task Two_hundred_behind_one_address_get_in_within_a_minute_and_act_while_each_sweep_runs_twice_at_once()
    {
        await SignAgreementAsync();
        var watch = Stopwatch.StartNew();
        var people = await SignedInAsync();
        var took = watch.Elapsed;
        output.WriteLine($"{people.Count} signed in within {took.TotalSeconds:0.0} s.");
        Assert.True(took < TimeSpan.FromMinutes(1), $"{took}");

        await office.FireTwiceAsync("OpenWindows");
        await WhileSweepingAsync(report => DecideAsync(people["o" + report], report, "submit"));
        await WhileSweepingAsync(report => DecideAsync(people["k" + report], report, "head"));

        foreach (var person in people.Values)
            person.Dispose();
        await AssertOnceAsync();
    }

    [Fact]
    public async Task A_mailboxs_limit_is_counted_once_by_both()
    {
        using var browser = new Person(office);
        using var first = await browser.AskAsync("k0199@gladi.example");
        var asked = await Task.WhenAll(Enumerable.Range(0, 11).Select(_ => browser.AskAsync("k0199@gladi.example")));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(4, asked.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(7, asked.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
    }

    private async Task SignAgreementAsync()
    {
        (string Mail, string Step)[] steps =
        [
            ("v0000@gladi.example", "check"),
            ("satu.wijaya@contoh.example", "first-party"),
            ("dua.pratama@contoh.example", "second-party"),
        ];
        foreach (var (mail, step) in steps)
        {
            using var person = await Person.SignedInAsync(office, mail);
            var link = await office.TaskAsync(person, $"agreement.{TwoWorkersOffice.Unit}.2024.0", step);
            var form = await office.FormAsync(link);
            if (step != "check")
                form["kode"] = await CodeAsync(link, form, mail);
            form["tindakan"] = "setuju";
            var (status, html) = await office.PostAsync(link, form);
            Assert.True(status == 200, html);
        }
    }

    private async Task<string> CodeAsync(Uri link, Dictionary<string, string> form, string mail)
    {
        var before = office.Mailbox.CodeOf(mail);
        await office.PostAsync(link, new Dictionary<string, string>(form) { ["tindakan"] = "minta-kode" });
        while (true)
        {
            if (office.Mailbox.CodeOf(mail) is { } code && code != before)
                return code;
            await office.SettleAsync();
        }
    }

    private async Task<IReadOnlyDictionary<string, Person>> SignedInAsync()
    {
        var people = new System.Collections.Concurrent.ConcurrentDictionary<string, Person>();
        var names = Numbers.SelectMany(number => (string[])["o" + number, "k" + number]);
        await Parallel.ForEachAsync(
            names,
            Crowd,
            async (name, _) =>
            {
                people[name] = await Person.SignedInAsync(office, name + "@gladi.example");
                using var page = await people[name].GetAsync("kantor");
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            }
        );
        return people;
    }

    // Every ten acts, the next sweep.
    private async Task WhileSweepingAsync(Func<string, Task> act)
    {
        var done = 0;
        await Parallel.ForEachAsync(
            Numbers,
            Crowd,
            async (number, _) =>
            {
                if (Interlocked.Increment(ref done) is var count && count % 10 == 0)
                    await office.FireTwiceAsync(TwoWorkersOffice.Sweeps[count / 10 % TwoWorkersOffice.Sweeps.Count]);
                await act(number);
            }
        );
    }

    private async Task DecideAsync(Person person, string report, string step)
    {
        var subject = $"report.{TwoWorkersOffice.Unit}.2024.q1.b{report}.r1";
        var link = await office.TaskAsync(person, subject, step);
        var (_, page) = await office.GetAsync(link);
        var form = PageForm.Read(page)!;
        if (step == "submit")
            Figures.Load(Path.Combine(office.Options.Given, "realisations.json")).Type(form.Fields, 1);
        form.Fields["tindakan"] = "setuju";
        var (status, html) = await office.PostAsync(link, form.Fields);
        Assert.True(status == 200, $"{status}: {html}");
    }

    /// <summary>Each act is on the chain once, the chain is whole, no letter came twice and nothing is left over.</summary>
    private async Task AssertOnceAsync()
    {
        var tables = new TableServiceClient(StoredRows.Connection(office.Options));
        // What came last is put on the chain by one more sweep; which of the two does it does not matter.
        await office.FireTwiceAsync("SettleRecords");
        var open = new List<string>();
        await TwoWorkersOffice.UntilAsync(
            async () => (open = await OpenAsync(tables)) is [],
            () => office.FireTwiceAsync("SettleRecords"),
            () => $"Left open: {string.Join(", ", open)}",
            every: 10
        );

        var (submitted, approved) = (
            await AuditedAsync(tables, AuditAction.Submitted),
            await AuditedAsync(tables, AuditAction.Approved)
        );
        Assert.Equal(Reports, submitted.Distinct().Count());
        Assert.Equal(Reports, submitted.Count);
        Assert.Equal(approved.Count, approved.Distinct().Count());
        Assert.Equal(Reports, approved.Count(entity => entity.Contains("report", StringComparison.Ordinal)));
        var (code, said) = await OperatorCommand.RunAsync(null, "audit", "verify", "--data", office.Options.Data);
        Assert.True(code == 0, said);
        Assert.Contains("utuh", said, StringComparison.Ordinal);
        office.Mailbox.Look();
        Assert.Equal(
            office.Mailbox.Letters.Count,
            office.Mailbox.Letters.Select(letter => letter.Id).Distinct().Count()
        );
        var lines = await RowsAsync(tables, "Inbox")
            .Where(row => row.RowKey.StartsWith("all|", StringComparison.Ordinal))
            .ToListAsync(RunningOffice.Cancellation);
        var sent = lines.Count(line => line.GetDateTimeOffset("SentAt") is not null);
        // The code to sign in with is no letter of a year.
        var came = office.Mailbox.Letters.Where(letter =>
            !letter.Subject.StartsWith("Kode masuk", StringComparison.Ordinal)
        );
        Assert.Equal(came.DistinctBy(letter => letter.File).Count(), sent);
    }

    // What is not on the chain, or has anything left to do. Whoever runs this at night, or on a day without work, finds
    // letters that wait for the morning: what they tell of is on the chain and stays open until then.
    private static async Task<List<string>> OpenAsync(TableServiceClient tables)
    {
        var open = await RowsAsync(tables, "Intents").ToListAsync(RunningOffice.Cancellation);
        if (open.Count == 0)
            return [];
        var now = DateTimeOffset.UtcNow;
        var told = await RowsAsync(tables, "Audit")
            .Select(row => row.RowKey)
            .ToHashSetAsync(cancellationToken: RunningOffice.Cancellation);
        var waiting = await RowsAsync(tables, "Subjects")
            .Where(row => row.GetDateTimeOffset("SentAt") is null && row.GetDateTimeOffset("NextTryAt") > now)
            .Select(row => row.PartitionKey)
            .ToHashSetAsync(cancellationToken: RunningOffice.Cancellation);
        return
        [
            .. open.Where(intent =>
                    !told.Contains("mark|" + intent.RowKey)
                    || !waiting.Contains(Keys.Partition(Subject.Parse(intent.GetString("Subject"))!))
                )
                .Select(intent => intent.RowKey),
        ];
    }

    private static Azure.AsyncPageable<TableEntity> RowsAsync(TableServiceClient tables, string table) =>
        tables.GetTableClient(table).QueryAsync<TableEntity>(cancellationToken: RunningOffice.Cancellation);

    // Entity of every entry of the chain with that action.
    private static async Task<List<string>> AuditedAsync(TableServiceClient tables, AuditAction action) =>
        await RowsAsync(tables, "Audit")
            .Where(row => row.RowKey.StartsWith("entry|", StringComparison.Ordinal))
            .Select(row => SakipJson.Read<AuditEntry>(row.GetString("Entry")).Intent)
            .Where(intent => intent.Action == $"{action}")
            .Select(intent => intent.Entity)
            .ToListAsync(RunningOffice.Cancellation);

    private static IEnumerable<string> Numbers =>
        Enumerable.Range(0, Reports).Select(number => number.ToString("D4", CultureInfo.InvariantCulture));
}
