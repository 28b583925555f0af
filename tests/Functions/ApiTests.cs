using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;

namespace Sakip.Tests.Functions;

/// <summary>What holds for every call under /api, whatever it is about.</summary>
public sealed partial class ApiTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    [Theory]
    [InlineData("GET", "api/tidak-ada", 404, "Alamat tidak dikenal")]
    [InlineData("GET", "api/offices/biro-organisasi/dua-ribu", 404, "Alamat tidak dikenal")]
    [InlineData("DELETE", "api/offices/biro-organisasi/2024", 405, "Metode tidak diizinkan")]
    [InlineData("PATCH", "api/offices/biro-organisasi/2024/annual-report/pdf", 405, "Metode tidak diizinkan")]
    public async Task What_nobody_takes_is_answered_with_a_problem(string method, string path, int status, string title)
    {
        using var answer = await office.Http.SendAsync(
            new HttpRequestMessage(new HttpMethod(method), path),
            RunningOffice.Cancellation
        );
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(RunningOffice.Cancellation));

        Assert.Equal(
            (status, "application/problem+json"),
            ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType)
        );
        Assert.Equal(title, problem.RootElement.GetProperty("title").GetString());
        if (status == 405)
            Assert.Contains("GET", answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_body_of_another_type_or_too_large_is_refused_before_it_is_read()
    {
        using var text = await PostAsync("api/offices/dinas-uji/2024", "{}", "text/plain");
        using var large = await PostAsync(
            "api/offices/dinas-uji/2024",
            new string(' ', 11 * 1024 * 1024),
            "application/json"
        );

        Assert.Equal((415, 413), ((int)text.StatusCode, (int)large.StatusCode));
        Assert.Equal("application/problem+json", text.Content.Headers.ContentType!.MediaType);
        Assert.Equal("application/problem+json", large.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("tanpa-ukuran")]
    public async Task A_body_that_does_not_say_its_size_is_cut_off_where_it_becomes_too_large(string? key)
    {
        await office.StartYearAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, RunningOffice.Year + "/findings/explanations")
        {
            Content = new StringContent(
                $$"""{"text":"{{new string('x', 3 * 1024 * 1024)}}"}""",
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("x-functions-key", office.FunctionKey);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await office.Http.SendAsync(request, RunningOffice.Cancellation);

        Assert.Equal(
            (413, "application/problem+json"),
            ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType)
        );
    }

    [Fact]
    public async Task The_same_request_under_a_key_is_answered_once_and_then_repeated()
    {
        var plan = PlanOf("dinas-kunci");
        using var first = await PostAsync("api/offices/dinas-kunci/2024", plan, key: "mulai-1");
        using var again = await PostAsync("api/offices/dinas-kunci/2024", plan, key: "mulai-1");
        using var other = await PostAsync("api/offices/dinas-kunci/2024", plan + " ", key: "mulai-1");
        using var unkeyed = await PostAsync("api/offices/dinas-kunci/2024", plan);
        using var wrong = await PostAsync("api/offices/dinas-kunci/2024", plan, key: new string('x', 201));

        Assert.Equal(
            (201, 201, 422, 409, 400),
            (
                (int)first.StatusCode,
                (int)again.StatusCode,
                (int)other.StatusCode,
                (int)unkeyed.StatusCode,
                (int)wrong.StatusCode
            )
        );
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(await TextAsync(first), await TextAsync(again));
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.True(again.Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task Of_equal_requests_at_the_same_time_one_runs_and_the_others_wait_or_get_its_answer()
    {
        var plan = PlanOf("dinas-serentak");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => PostAsync("api/offices/dinas-serentak/2024", plan, key: "serentak"))
        );

        var ran = answers.Where(one =>
            one.StatusCode == HttpStatusCode.Created && !one.Headers.Contains("Idempotency-Replayed")
        );
        Assert.Single(ran);
        foreach (var answer in answers)
        {
            Assert.True(
                answer.StatusCode is HttpStatusCode.Created
                    || (await TextAsync(answer)).Contains("masih dikerjakan", StringComparison.Ordinal),
                $"{answer.StatusCode}"
            );
            answer.Dispose();
        }
    }

    [Fact]
    public async Task What_was_read_and_has_not_changed_is_not_sent_again()
    {
        await office.StartYearAsync();
        using var first = await GetAsync(RunningOffice.Year, tag: null);
        using var same = await GetAsync(RunningOffice.Year, first.Headers.ETag);
        using var other = await GetAsync(RunningOffice.Year, new EntityTagHeaderValue("\"lain\""));

        Assert.Equal((200, 304, 200), ((int)first.StatusCode, (int)same.StatusCode, (int)other.StatusCode));
        Assert.Empty(await TextAsync(same));
        Assert.Equal(await TextAsync(first), await TextAsync(other));
    }

    [Fact]
    public async Task The_app_says_that_it_lives_and_that_it_is_ready()
    {
        using var live = await office.Http.GetAsync(
            new Uri("health/live", UriKind.Relative),
            RunningOffice.Cancellation
        );
        using var ready = await office.Http.GetAsync(
            new Uri("health/ready", UriKind.Relative),
            RunningOffice.Cancellation
        );
        using var told = JsonDocument.Parse(await TextAsync(ready));

        Assert.Equal((200, 200), ((int)live.StatusCode, (int)ready.StatusCode));
        Assert.Equal("ready", told.RootElement.GetProperty("status").GetString());
        Assert.InRange(told.RootElement.GetProperty("driftSeconds").GetDouble(), -5, 5);
    }

    [Fact]
    public async Task One_correlation_id_goes_from_the_request_through_orchestration_and_activity_to_what_is_stored()
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        var request = new HttpRequestMessage(HttpMethod.Post, "api/offices/dinas-jejak/2024")
        {
            Content = new StringContent(PlanOf("dinas-jejak"), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("x-functions-key", office.FunctionKey);
        request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
        using var started = await office.Http.SendAsync(request, RunningOffice.Cancellation);
        await office.SettleAsync();

        var changes = new TableServiceClient(StoredRows.Connection(office.Options)).GetTableClient("Subjects");
        var traced = new List<string>();
        await foreach (
            var row in changes.QueryAsync<TableEntity>(
                row =>
                    row.PartitionKey.CompareTo("dinas-jejak|") >= 0 && row.PartitionKey.CompareTo("dinas-jejak}") < 0,
                cancellationToken: RunningOffice.Cancellation
            )
        )
        {
            if (row.TryGetValue("Entry", out var entry) && ((string)entry).Contains(Trace, StringComparison.Ordinal))
                traced.Add((string)entry);
        }

        Assert.Equal(201, (int)started.StatusCode);
        // By the request itself, and by the first activity of the orchestration that it started.
        Assert.Contains(traced, entry => entry.Contains("ImportPlan", StringComparison.Ordinal));
        Assert.Contains(traced, entry => entry.Contains("DraftAgreement", StringComparison.Ordinal));
    }

    private string PlanOf(string unit) =>
        office.Sample("plan.json").Replace("\"biro-organisasi\"", $"\"{unit}\"", StringComparison.Ordinal);

    private Task<HttpResponseMessage> PostAsync(
        string path,
        string body,
        string type = "application/json",
        string? key = null
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        };
        request.Headers.Add("x-functions-key", office.FunctionKey);
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return office.Http.SendAsync(request, RunningOffice.Cancellation);
    }

    private Task<HttpResponseMessage> GetAsync(string path, EntityTagHeaderValue? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("x-functions-key", office.FunctionKey);
        if (tag is not null)
            request.Headers.IfNoneMatch.Add(tag);
        return office.Http.SendAsync(request, RunningOffice.Cancellation);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(RunningOffice.Cancellation);
}
