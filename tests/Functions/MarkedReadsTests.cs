using System.Globalization;
using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Sakip.Functions.Storage;
using Sakip.Storage;

namespace Sakip.Tests.Functions;

/// <summary>What sweeps and runs of two processes remember of one account.</summary>
public sealed class MarkedReadsTests : IDisposable
{
    private readonly Account _account = new();
    private readonly TableClient _here;
    private readonly TableClient _there;

    public MarkedReadsTests()
    {
        (_here, _there) = (Process(), Process());
    }

    public void Dispose() => _account.Dispose();

    [Fact]
    public async Task A_sweep_reads_a_row_once_for_all_sweeps_to_come()
    {
        Sweeps.Begin();
        await ReadAsync(_here);
        await ReadAsync(_here);
        Assert.Equal(1, _account.Reads);
    }

    [Fact]
    public async Task A_row_that_is_missing_is_remembered_as_missing()
    {
        Sweeps.Begin();
        _account.IsMissing = true;
        for (var sweep = 0; sweep < 2; sweep++)
        {
            var answer = await _here.GetEntityIfExistsAsync<TableEntity>(
                "biro|2024|report|q1",
                "claim|submit|0001",
                cancellationToken: Cancellation
            );
            Assert.False(answer.HasValue);
        }

        Assert.Equal(1, _account.Reads);
    }

    [Fact]
    public async Task What_this_process_writes_is_read_again_at_once()
    {
        Sweeps.Begin();
        await ReadAsync(_here);
        await WriteAsync(_here);
        Assert.Equal("2", await ReadAsync(_here));
    }

    [Fact]
    public async Task A_write_elsewhere_in_the_year_leaves_a_subject_as_it_is_known()
    {
        Sweeps.Begin();
        await ReadAsync(_here);
        await WriteAsync(_here, "biro|2024|report|q2");
        Assert.Equal("1", await ReadAsync(_here));
    }

    [Fact]
    public async Task A_list_over_subjects_is_read_again_when_one_of_them_is_written()
    {
        Sweeps.Begin();
        await ListAsync(_here);
        await ListAsync(_here);
        Assert.Equal(1, _account.Reads);
        await WriteAsync(_here, "biro|2024|report|q2");
        await ListAsync(_here);
        Assert.Equal(2, _account.Reads);
    }

    [Fact]
    public async Task What_another_process_writes_is_read_again_by_the_next_sweep()
    {
        Sweeps.Begin();
        await ReadAsync(_here);
        await WriteAsync(_there);
        _account.Passes(TableMemory.Look);
        Assert.Equal("2", await ReadAsync(_here));
    }

    [Fact]
    public async Task A_request_sees_what_another_process_has_just_written()
    {
        using (ReadOnce.Begin())
            await ReadAsync(_here, "biro|2024|plan|");
        await WriteAsync(_there, "biro|2024|plan|");
        using (ReadOnce.Begin())
            Assert.Equal("2", await ReadAsync(_here, "biro|2024|plan|"));
    }

    [Fact]
    public async Task A_request_reads_the_plan_once_for_all_requests_to_come()
    {
        for (var request = 0; request < 3; request++)
        {
            using var run = ReadOnce.Begin();
            Assert.Equal("1", await ReadAsync(_here, "biro|2024|plan|"));
        }
    }

    [Fact]
    public async Task A_request_reads_a_claim_each_time()
    {
        using var run = ReadOnce.Begin();
        await ReadAsync(_here);
        Assert.Equal("2", await ReadAsync(_here));
    }

    [Fact]
    public async Task A_write_whose_outcome_is_not_known_leaves_nothing_remembered()
    {
        Sweeps.Begin();
        await ReadAsync(_here);
        _account.Refuses = HttpStatusCode.InternalServerError;
        await Assert.ThrowsAsync<Azure.RequestFailedException>(() => WriteAsync(_here));
        await ReadAsync(_here);
        await ReadAsync(_here);
        Assert.Equal(3, _account.Reads);
    }

    [Fact]
    public async Task Many_writes_of_a_minute_are_announced_by_one_mark_before_the_first_of_them()
    {
        for (var write = 0; write < 5; write++)
            await WriteAsync(_here, $"biro|2024|report|q{write}");
        Assert.Equal(1, _account.Marks);
        Assert.Equal(5, _account.WritesAfterMark);
    }

    [Fact]
    public async Task Sessions_are_not_announced()
    {
        await Process("Access").UpsertEntityAsync(new TableEntity("session", "1"), cancellationToken: Cancellation);
        Assert.Equal(0, _account.Marks);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<string?> ReadAsync(TableClient process, string partition = "biro|2024|report|q1") =>
        (
            await process.GetEntityAsync<TableEntity>(partition, "state", cancellationToken: Cancellation)
        ).Value.GetString("Value");

    private static async Task ListAsync(TableClient process)
    {
        var (first, after) = ("biro|2024|report|", Keys.After("biro|2024|report|"));
        await foreach (
            var row in process.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey ge {first} and PartitionKey lt {after} and RowKey eq {"state"}"
                ),
                cancellationToken: Cancellation
            )
        )
        {
            Assert.NotNull(row);
        }
    }

    private static Task<Azure.Response> WriteAsync(TableClient process, string partition = "biro|2024|report|q1") =>
        process.UpsertEntityAsync(new TableEntity(partition, "state"), cancellationToken: Cancellation);

    private TableClient Process(string table = "Subjects")
    {
        TableClient? access = null;
        var marks = new WriteMarks(() => access!);
        var memory = new TableMemory(marks, TimeSpan.FromDays(1));
        var options = new TableClientOptions { Transport = new HttpClientTransport(_account) };
        options.Retry.MaxRetries = 0;
        options.AddPolicy(new MarkedWrites(marks, memory), HttpPipelinePosition.PerCall);
        options.AddPolicy(new MarkedReads(memory, marks), HttpPipelinePosition.PerCall);
        access = Table("Access");
        return Table(table);

        TableClient Table(string name) =>
            new(
                new Uri($"http://account.example/{name}"),
                name,
                new TableSharedKeyCredential("account", Convert.ToBase64String(new byte[32])),
                options
            );
    }

    /// <summary>Answers each read with how many there were, and keeps marks with the time at which they were set.</summary>
    private sealed class Account : HttpMessageHandler
    {
        private readonly Dictionary<string, string> _marks = [];
        private DateTimeOffset _now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        public int Reads { get; private set; }

        public int Marks { get; private set; }

        public int WritesAfterMark { get; private set; }

        public bool IsMissing { get; set; }

        public HttpStatusCode? Refuses { get; set; }

        public void Passes(TimeSpan time) => _now += time;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var answer = await AnswerAsync(request, cancellationToken);
            answer.Headers.Date = _now;
            return answer;
        }

        private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellation)
        {
            var address = Uri.UnescapeDataString(request.RequestUri!.ToString());
            var isMark = address.Contains("/Access", StringComparison.Ordinal);
            if (request.Method == HttpMethod.Get && isMark)
                return Json($$"""{"value":[{{string.Join(',', _marks.Values)}}]}""");
            if (request.Method == HttpMethod.Get)
                return Row(++Reads, address.Contains("$filter", StringComparison.Ordinal));
            if (isMark && address.Contains("written", StringComparison.Ordinal))
            {
                Marks++;
                var body = await request.Content!.ReadAsStringAsync(cancellation);
                _marks[address] = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{body.TrimEnd('}')},\"Timestamp\":\"{_now:O}\"}}"
                );
                return new HttpResponseMessage(HttpStatusCode.NoContent);
            }

            if (Marks > 0)
                WritesAfterMark++;
            return new HttpResponseMessage(Refuses ?? HttpStatusCode.NoContent);
        }

        private HttpResponseMessage Row(int number, bool isList)
        {
            if (IsMissing)
                return new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("") };
            var row =
                $$"""{"PartitionKey":"biro|2024|report|q1","RowKey":"state","odata.etag":"W/\"1\"","Value":"{{number}}"}""";
            return Json(isList ? $$"""{"value":[{{row}}]}""" : row);
        }

        private static HttpResponseMessage Json(string text) =>
            new(HttpStatusCode.OK) { Content = new StringContent(text, System.Text.Encoding.UTF8, "application/json") };
    }
}
