using Azure;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Tests.Orchestrations.Storage;

[Collection(EmulatedStorage.Name)]
public sealed class OfficeMemoryTests(EmulatedStorage emulated)
{
    private readonly OfficeMemory _memory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_read_of_a_year_is_forgotten_once_the_year_has_changed_and_no_other_year_with_it()
    {
        await ReadAsync(new OfficeYear("kantor", 2024), "lama");
        await ReadAsync(new OfficeYear("kantor", 2025), "lama");
        Assert.Equal("lama", await ReadAsync(new OfficeYear("kantor", 2024), "baru"));

        _memory.Changed(new OfficeYear("kantor", 2024));

        Assert.Equal("baru", await ReadAsync(new OfficeYear("kantor", 2024), "baru"));
        Assert.Equal("lama", await ReadAsync(new OfficeYear("kantor", 2025), "baru"));
    }

    [Fact]
    public async Task An_answer_whose_year_changed_while_it_was_read_is_given_to_nobody_who_asks_later()
    {
        var slow = new TaskCompletionSource<string>();
        var asked = _memory.ReadAsync(
            "x",
            new OfficeYear("kantor", 2024),
            () => slow.Task,
            Cancellation,
            TimeSpan.FromHours(1)
        );

        _memory.Changed(new OfficeYear("kantor", 2024));
        slow.SetResult("lama");

        Assert.Equal("lama", await asked);
        Assert.Equal("baru", await ReadAsync(new OfficeYear("kantor", 2024), "baru"));
    }

    [Fact]
    public async Task A_read_that_failed_is_tried_again_by_the_next_who_asks()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            _memory.ReadAsync<string>(
                "x",
                new OfficeYear("kantor", 2024),
                () => throw new InvalidDataException(),
                Cancellation
            )
        );
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            _memory.ReadAsync(
                "x",
                new OfficeYear("kantor", 2024),
                () => Task.FromException<string>(new InvalidDataException()),
                Cancellation
            )
        );

        Assert.Equal("baru", await ReadAsync(new OfficeYear("kantor", 2024), "baru"));
    }

    [Fact]
    public void Snapshots_take_no_more_than_the_memory_has_and_a_very_large_one_is_not_kept()
    {
        var content = new byte[3 * 1024 * 1024];
        for (var i = 0; i < 40; i++)
            _memory.Remember($"{i}", content);
        _memory.Remember("besar", new byte[8 * 1024 * 1024]);

        Assert.InRange(_memory.Count, 1, (int)(OfficeMemory.Most / content.Length / 4));
        Assert.Null(_memory.Find("besar"));
    }

    [Fact]
    public async Task A_snapshot_is_read_into_one_record_and_goes_when_it_is_erased()
    {
        var hash = await emulated.Vault.KeepSnapshotAsync(SakipJson.Bytes(new PlanError("$.x", "uji")), Cancellation);
        var first = await RecordAsync(hash);

        Assert.Same(first, await RecordAsync(hash));
        await emulated.Vault.EraseSnapshotAsync(hash, Cancellation);
        await Assert.ThrowsAsync<RequestFailedException>(() => RecordAsync(hash));
    }

    private Task<PlanError> RecordAsync(string hash) =>
        emulated.Vault.SnapshotAsync(hash, json => SakipJson.Read<PlanError>(json), Cancellation);

    private Task<string> ReadAsync(OfficeYear office, string value) =>
        _memory.ReadAsync("x", office, () => Task.FromResult(value), Cancellation, TimeSpan.FromHours(1));
}
