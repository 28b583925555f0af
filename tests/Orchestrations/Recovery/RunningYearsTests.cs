using Azure.Data.Tables;
using Sakip.AnnualCycle;
using Sakip.Kernel;
using Sakip.Storage;
using Sakip.Tests.Orchestrations.Storage;

namespace Sakip.Tests.Orchestrations.Recovery;

/// <summary>Sweeps go through every running year, whatever becomes of the others.</summary>
[Collection(EmulatedStorage.Name)]
public sealed class RunningYearsTests(EmulatedStorage emulated)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_year_that_fails_keeps_no_other_from_its_turn_and_is_told_at_the_end()
    {
        var units = Enumerable.Range(1, 12).Select(number => $"sapu-{number:D2}").ToArray();
        foreach (var unit in units)
            await KeepAsync(unit, OfficeYearState.Running);
        await KeepAsync("sapu-selesai", OfficeYearState.Closed);
        var seen = new System.Collections.Concurrent.ConcurrentBag<string>();

        Task ActAsync(string failing) =>
            new CycleDesk(emulated.Storage, null!, null!, emulated.Clock).ForEachRunningAsync(
                async (year, token) =>
                {
                    if (!year.Unit.StartsWith("sapu-", StringComparison.Ordinal))
                        return;
                    seen.Add(year.Unit);
                    await Task.Yield();
                    if (failing.Contains(year.Unit, StringComparison.Ordinal))
                        throw new InvalidOperationException(year.Unit);
                },
                Cancellation
            );

        var one = await Assert.ThrowsAsync<InvalidOperationException>(() => ActAsync("sapu-01"));
        Assert.Equal("sapu-01", one.Message);
        Assert.Equal(units, seen.Order(StringComparer.Ordinal));
        seen.Clear();
        var two = await Assert.ThrowsAsync<AggregateException>(() => ActAsync("sapu-03 sapu-12"));
        Assert.Equal(["sapu-03", "sapu-12"], two.InnerExceptions.Select(failure => failure.Message).Order());
        Assert.Equal(units, seen.Order(StringComparer.Ordinal));
        foreach (var unit in units)
            await KeepAsync(unit, OfficeYearState.Closed);
    }

    private async Task KeepAsync(string unit, OfficeYearState state) =>
        await emulated.Storage.Years.UpsertEntityAsync(
            new OfficeYearRow
            {
                PartitionKey = OfficeYearRow.Partition,
                RowKey = Keys.Partition(new OfficeYear(unit, 2024)),
                Unit = unit,
                Year = 2024,
                State = state,
            },
            TableUpdateMode.Replace,
            Cancellation
        );
}
