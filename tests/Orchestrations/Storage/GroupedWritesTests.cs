using Azure;
using Azure.Data.Tables;
using Moq;
using Sakip.Storage;

namespace Sakip.Tests.Orchestrations.Storage;

/// <summary>Whatever is handed in, nobody waits for ever.</summary>
public sealed class GroupedWritesTests
{
    private readonly Mock<TableClient> _table = new();

    public GroupedWritesTests()
    {
        _table.Setup(one => one.Name).Returns("Uji");
        _table
            .Setup(one =>
                one.SubmitTransactionAsync(
                    It.IsAny<IEnumerable<TableTransactionAction>>(),
                    It.IsAny<CancellationToken>()
                )
            )
            .ReturnsAsync(Response.FromValue<IReadOnlyList<Response>>([], Mock.Of<Response>()));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_no_batch_can_hold_is_refused_and_what_comes_after_it_is_written()
    {
        var writes = new GroupedWrites(TimeProvider.System);

        Assert.Throws<ArgumentException>(() =>
        {
            _ = writes.TogetherAsync(_table.Object, Row(0), Rows(1, 100));
        });
        Assert.Throws<ArgumentException>(() =>
        {
            _ = writes.TogetherAsync(_table.Object, Row(1), [Row(2), Row(1)]);
        });
        Assert.Throws<ArgumentException>(() =>
        {
            _ = writes.TogetherAsync(_table.Object, Row(1), [new WaitingRow { PartitionKey = "lain", RowKey = "2" }]);
        });
        await writes.TogetherAsync(_table.Object, Row(0), Rows(1, 99)).WaitAsync(Cancellation);
        await writes.UpsertAsync(_table.Object, Row(0)).WaitAsync(Cancellation);
    }

    [Fact]
    public async Task Two_hundred_writes_at_once_to_few_rows_all_end()
    {
        var writes = new GroupedWrites(TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => writes.UpsertAsync(_table.Object, Row(i % 7))))
            .WaitAsync(Cancellation);
    }

    [Fact]
    public async Task A_loop_that_fails_tells_everybody_who_waits_and_the_next_write_goes_on()
    {
        var clock = new BrokenClock();
        var writes = new GroupedWrites(clock);
        var (one, other) = (writes.UpsertAsync(_table.Object, Row(1)), writes.UpsertAsync(_table.Object, Row(2)));

        await Assert.ThrowsAsync<InvalidOperationException>(() => one.WaitAsync(Cancellation));
        // Told with the first, or by a loop of its own where it came after that one's end.
        await Assert.ThrowsAsync<InvalidOperationException>(() => other.WaitAsync(Cancellation));
        clock.IsBroken = false;
        await writes.UpsertAsync(_table.Object, Row(3)).WaitAsync(Cancellation);
    }

    private static WaitingRow Row(int number) => new() { PartitionKey = "satu", RowKey = $"{number}" };

    private static IEnumerable<WaitingRow> Rows(int from, int count) => Enumerable.Range(from, count).Select(Row);

    private sealed class BrokenClock : TimeProvider
    {
        public bool IsBroken { get; set; } = true;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            IsBroken
                ? throw new InvalidOperationException("Jam rusak.")
                : base.CreateTimer(callback, state, dueTime, period);
    }
}
