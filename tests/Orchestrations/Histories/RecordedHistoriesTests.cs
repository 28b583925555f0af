using System.Runtime.CompilerServices;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Sakip.Approvals;
using Sakip.Host.Durable.History;
using Sakip.Host.Durable.Store;
using Sakip.Kernel;
using Sakip.Tests.Host.Durable.Sdk;

namespace Sakip.Tests.Orchestrations.Histories;

/// <summary>
/// Instances outlive deployments: the orchestrators of today must replay what those of each release have recorded. A
/// change that breaks this is made as a new function beside the old one.
/// </summary>
public sealed class RecordedHistoriesTests
{
    private static readonly JsonDataConverter Converter = new(SakipJson.Options);

    public static TheoryData<string> Files =>
        [
            .. Directory
                .GetFiles(Folder, "*.json", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Folder, file))
                .Order(StringComparer.Ordinal),
        ];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Histories");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_recorded_history_replays_on_the_orchestrators_of_today(string file)
    {
        var history = HistoryFile.Read(File.ReadAllText(Path.Combine(Folder, file)));
        using var orchestrators = new SdkOrchestrators(AppOrchestrators.All(), Converter);

        Assert.Null(HistoryReplay.Difference(orchestrators, history));
    }

    [Fact]
    public void Every_orchestrator_has_a_recorded_history()
    {
        var recorded = Files.Select(row => Path.GetFileName(row.Data).Split('.')[0]).Distinct();

        Assert.Equal(AppOrchestrators.All().Keys.Order(), recorded.Order());
    }

    [Fact]
    public void A_changed_orchestrator_is_found_out()
    {
        var history = HistoryFile.Read(File.ReadAllText(Path.Combine(Folder, "v1", "Approval.short.json")));
        var another = "RemindTwice";
        var changed = new Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>>
        {
            [nameof(Approval)] = async context =>
            {
                await context.CallActivityAsync(another);
                return await Approval.Run(context);
            },
        };

        using var orchestrators = new SdkOrchestrators(changed, Converter);
        var difference = HistoryReplay.Difference(orchestrators, history)!;

        Assert.Contains(nameof(ApprovalActivities.OpenApproval), difference, StringComparison.Ordinal);
        Assert.Contains(another, difference, StringComparison.Ordinal);
    }

    /// <summary>
    /// Run by hand for a release, after a rehearsal: <c>SAKIP_RECORD_FROM</c> names the engine's database,
    /// <c>SAKIP_RECORD_AS</c> the folder. Of each orchestrator the shortest and the longest history are kept.
    /// </summary>
    [Fact(Explicit = true)]
    public void Record()
    {
        var database = Environment.GetEnvironmentVariable("SAKIP_RECORD_FROM")!;
        var folder = Path.Combine(SourceFolder(), Environment.GetEnvironmentVariable("SAKIP_RECORD_AS")!);
        var histories = EngineDatabase
            .Read(database, store => store.All().ConvertAll(row => HistoryFile.Read(store.Export(row))))
            .GroupBy(history => history.Name);
        Directory.CreateDirectory(folder);
        foreach (var ofOrchestrator in histories)
        {
            var byLength = ofOrchestrator.OrderBy(history => history.Events.Count).ToList();
            Write($"{ofOrchestrator.Key}.short.json", byLength[0]);
            if (byLength.Count > 1)
                Write($"{ofOrchestrator.Key}.long.json", byLength[^1]);
        }

        void Write(string file, HistoryFile history) => File.WriteAllText(Path.Combine(folder, file), history.Write());
    }

    private static string SourceFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "Histories"));
}
