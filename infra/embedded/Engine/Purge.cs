using Sakip.Embedded.Engine.History;
using Sakip.Embedded.Engine.Store;

namespace Sakip.Embedded.Engine;

/// <summary>Removes finished instances page by page, each after it has been archived.</summary>
internal sealed class Purge(EngineRun run, InstanceFilter filter)
{
    private const int PageSize = 200;

    public async Task<(int Count, bool IsComplete)> RunAsync(
        Func<string, string, CancellationToken, Task>? archive, CancellationToken ct)
    {
        var (count, after) = (0, 0L);
        while (!ct.IsCancellationRequested)
        {
            var page = run.Readers.Read(reader => reader.Instances(filter, after, PageSize));
            foreach (var row in page)
            {
                if (archive is not null) await archive(row.Id, Export(row), ct);
            }
            count += await RemoveAsync(page);
            if (page.Count < PageSize) return (count, true);
            after = page[^1].Number;
        }
        return (count, false);
    }

    private string Export(InstanceRow row) => HistoryJson.Write(
        new ExportedHistory(row.Id, row.Name, run.Readers.Read(reader => reader.History(row.Number))));

    private Task<int> RemoveAsync(List<InstanceRow> page) => run.SubmitAsync<int>("purge", writer =>
    {
        var removed = 0;
        foreach (var row in page)
        {
            // An instance of the same id may have been started since.
            if (writer.Find(row.Id) is not { IsFinished: true } present || present.Number != row.Number) continue;
            writer.Remove(row.Number);
            removed++;
        }
        return (removed, () => { });
    });
}
