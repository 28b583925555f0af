using Azure.Data.Tables;

namespace Sakip.Tests.Functions;

/// <summary>Calls that reach an instance after its end, or before its beginning: whoever makes them sees nothing of it.</summary>
public sealed class EndedInstanceTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    [Fact]
    public async Task The_same_decision_sent_twice_is_answered_as_the_first_time_by_page_and_by_API()
    {
        await StartAsync("dinas-dua-kali");
        var letter = office.Letter("Mohon diperiksa");
        var form = await office.FormAsync(letter.Link!);
        form["tindakan"] = "setuju";
        var step = "api/steps/" + letter.Link!.Segments[^1];
        var (_, read) = await office.JsonAsync(HttpMethod.Get, step);
        var asked = new { action = "approve", actionToken = read.GetProperty("actionToken").GetString() };

        var first = await office.PostAsync(letter.Link!, form);
        // The step's instance hears it and ends.
        await office.SettleAsync();
        var again = await office.PostAsync(letter.Link!, form);
        var byApi = await office.JsonAsync(HttpMethod.Post, step, asked);
        var byApiAgain = await office.JsonAsync(HttpMethod.Post, step, asked);

        Assert.Equal((200, 200, 200, 200), (first.Status, again.Status, byApi.Status, byApiAgain.Status));
        Assert.Equal(Said(first.Html), Said(again.Html));
        Assert.Equal("Approved", byApi.Json.GetProperty("decided").GetProperty("decision").GetString());
        Assert.Equal(byApi.Json.GetRawText(), byApiAgain.Json.GetRawText());
    }

    [Fact]
    public async Task A_recheck_before_the_report_runs_is_kept_accepted_and_settled_by_the_next_sweep()
    {
        const string Unit = "dinas-dini";
        await StartAsync(Unit);
        const string Path = $"api/offices/{Unit}/2024/annual-report/rechecks/1";

        var asked = await office.JsonAsync(HttpMethod.Post, Path);
        var again = await office.JsonAsync(HttpMethod.Post, Path);
        var kept = await RowsAsync("Subjects", Unit, "recheck|");
        var now = (await office.Office.StepAsync(DateTimeOffset.MinValue, RunningOffice.Cancellation)).Now;
        await office.MoveToAsync(now.AddDays(8));

        Assert.Equal((202, 202), (asked.Status, again.Status));
        var row = Assert.Single(kept);
        Assert.Equal("api", row["By"]);
        Assert.DoesNotContain(
            await RowsAsync("Intents", Unit, ""),
            intent => intent.RowKey.Contains("recheck", StringComparison.Ordinal)
        );
        var (_, trail) = await office.JsonAsync(HttpMethod.Get, $"api/offices/{Unit}/2024/audit?size=200");
        Assert.Contains("RecheckReport", trail.GetRawText(), StringComparison.Ordinal);
        // Nothing has begun that could have heard it: it still waits for the report.
        Assert.False(Assert.Single(await RowsAsync("Subjects", Unit, "recheck|")).ContainsKey("Told"));
    }

    private async Task StartAsync(string unit)
    {
        var plan = office.Sample("plan.json").Replace("\"biro-organisasi\"", $"\"{unit}\"", StringComparison.Ordinal);
        using var answer = await office.Office.PlanAsync(
            HttpMethod.Post,
            $"api/offices/{unit}/2024",
            plan,
            RunningOffice.Cancellation
        );
        Assert.Equal(201, (int)answer.StatusCode);
        await office.SettleAsync();
    }

    private async Task<List<TableEntity>> RowsAsync(string table, string unit, string prefix)
    {
        var rows = new List<TableEntity>();
        await foreach (
            var row in new TableServiceClient(StoredRows.Connection(office.Options))
                .GetTableClient(table)
                .QueryAsync<TableEntity>(cancellationToken: RunningOffice.Cancellation)
        )
        {
            if (
                row.PartitionKey.Contains(unit, StringComparison.Ordinal)
                && row.RowKey.StartsWith(prefix, StringComparison.Ordinal)
            )
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    // What the page says: its frame holds a token of its own for each answer.
    private static string Said(string html) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelector("main")!.TextContent;
}
