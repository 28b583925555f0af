using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Sakip.Functions.Storage;
using Sakip.Storage;

namespace Sakip.Tests.Functions;

/// <summary>What one run of a function reads of the tables.</summary>
public sealed class RememberedReadsTests : IDisposable
{
    private readonly Account _account = new();
    private readonly TableClient _table;

    public RememberedReadsTests() => _table = TableOf(isTable: true);

    public void Dispose() => _account.Dispose();

    private TableClient TableOf(bool isTable)
    {
        var options = new TableClientOptions { Transport = new HttpClientTransport(_account) };
        options.AddPolicy(new RememberedReads(isTable), Azure.Core.HttpPipelinePosition.PerCall);
        return new TableClient(
            new Uri("http://account.example/Subjects"),
            "Subjects",
            new TableSharedKeyCredential("account", Convert.ToBase64String(new byte[32])),
            options
        );
    }

    private async Task<string?> ReadAsync(string row = "state", string partition = "biro|2024|plan|") =>
        (await _table.GetEntityAsync<TableEntity>(partition, row, cancellationToken: Cancellation)).Value.GetString(
            "Value"
        );

    [Fact]
    public async Task A_row_is_read_once_in_a_run()
    {
        using var run = ReadOnce.Begin();
        Assert.Equal("1", await ReadAsync());
        Assert.Equal("1", await ReadAsync());
        Assert.Equal(1, _account.Reads);
    }

    [Fact]
    public async Task Another_row_is_another_read()
    {
        using var run = ReadOnce.Begin();
        await ReadAsync();
        Assert.Equal("2", await ReadAsync("other"));
    }

    [Theory]
    [InlineData("biro|2024|quarter|q1", "state")]
    [InlineData("biro|2024|report|q1:tata-usaha:r1", "claim|submit|1")]
    public async Task What_tells_who_was_first_is_read_each_time(string partition, string row)
    {
        using var run = ReadOnce.Begin();
        await ReadAsync(row, partition);
        Assert.Equal("2", await ReadAsync(row, partition));
    }

    [Fact]
    public async Task Whoever_has_written_reads_what_stands_now()
    {
        using var run = ReadOnce.Begin();
        await ReadAsync();
        await _table.UpsertEntityAsync(new TableEntity("office", "else"), cancellationToken: Cancellation);
        Assert.Equal("2", await ReadAsync());
    }

    [Fact]
    public async Task A_write_through_another_client_counts_as_well()
    {
        using var run = ReadOnce.Begin();
        await ReadAsync();
        await TableOf(isTable: false)
            .UpsertEntityAsync(new TableEntity("office", "else"), cancellationToken: Cancellation);
        Assert.Equal("2", await ReadAsync());
    }

    [Fact]
    public async Task A_write_that_fails_counts_as_well()
    {
        using var run = ReadOnce.Begin();
        await ReadAsync();
        _account.Refuses = true;
        await Assert.ThrowsAsync<Azure.RequestFailedException>(() =>
            _table.UpsertEntityAsync(new TableEntity("office", "else"), cancellationToken: Cancellation)
        );
        Assert.Equal("2", await ReadAsync());
    }

    [Fact]
    public async Task Nothing_is_known_from_the_run_before()
    {
        using (ReadOnce.Begin())
            await ReadAsync();
        using (ReadOnce.Begin())
            Assert.Equal("2", await ReadAsync());
    }

    [Fact]
    public async Task Nothing_is_kept_outside_a_run()
    {
        await ReadAsync();
        Assert.Equal("2", await ReadAsync());
    }

    [Fact]
    public async Task What_goes_on_after_its_run_keeps_nothing()
    {
        var end = new TaskCompletionSource();
        Task<string?> later;
        using (ReadOnce.Begin())
        {
            await ReadAsync();
            later = LaterAsync();
        }

        end.SetResult();
        Assert.Equal("2", await later);

        async Task<string?> LaterAsync()
        {
            await end.Task;
            return await ReadAsync();
        }
    }

    [Fact]
    public void An_answer_that_was_under_way_when_the_run_wrote_is_not_kept()
    {
        using var run = ReadOnce.Begin();
        var writes = run.Writes;
        run.Forget();
        run.Keep("row", "before", writes);
        Assert.Null(run.Find<string>("row"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Answers each read with how many there were.</summary>
    private sealed class Account : HttpMessageHandler
    {
        public int Reads { get; private set; }

        public bool Refuses { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.Method != HttpMethod.Get)
            {
                return Task.FromResult(
                    new HttpResponseMessage(Refuses ? HttpStatusCode.PreconditionFailed : HttpStatusCode.NoContent)
                );
            }

            return Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent(
                        $$"""{"PartitionKey":"office","RowKey":"state","odata.etag":"W/\"1\"","Value":"{{++Reads}}"}""",
                        System.Text.Encoding.UTF8,
                        "application/json"
                    ),
                }
            );
        }
    }
}
