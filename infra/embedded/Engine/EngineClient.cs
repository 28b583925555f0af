using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Sakip.Embedded.Engine.History;
using Sakip.Embedded.Engine.Store;

namespace Sakip.Embedded.Engine;

/// <summary>The client of an embedded engine. A call returns when what it did is durable.</summary>
internal sealed class EngineClient(DurableEngine engine, DataConverter converter) : DurableTaskClient("embedded")
{
    private EngineRun Run => engine.Running;

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        if (options?.StartAt is not null)
        {
            throw new NotSupportedException(
                "StartAt is not honoured everywhere: start now and wait on a durable timer.");
        }
        var started = new ExecutionStarted(
            orchestratorName.Name, EngineRun.NewExecutionId(), options?.Version?.Version, converter.Serialize(input),
            Tags: options?.Tags);
        return StartAsync(options?.InstanceId ?? Guid.NewGuid().ToString("N"), started, options?.DedupeStatuses)
            .WaitAsync(cancellation);
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        ArgumentException.ThrowIfNullOrWhiteSpace(eventName);
        return TellAsync(instanceId, new EventRaised(eventName, converter.Serialize(eventPayload)))
            .WaitAsync(cancellation);
    }

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        if (options?.Recursive == true) throw new NotSupportedException("A parent is terminated without its children.");
        return TellAsync(instanceId, new ExecutionTerminated(converter.Serialize(options?.Output)))
            .WaitAsync(cancellation);
    }

    public override Task SuspendInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default)
        => TellAsync(instanceId, new ExecutionSuspended(reason)).WaitAsync(cancellation);

    public override Task ResumeInstanceAsync(
        string instanceId, string? reason = null, CancellationToken cancellation = default)
        => TellAsync(instanceId, new ExecutionResumed(reason)).WaitAsync(cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        => WaitAsync(
            instanceId, row => row.Status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        => WaitAsync(instanceId, row => row.IsFinished, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        => Task.FromResult(Read(instanceId) is { } row ? Describe(row, getInputsAndOutputs) : null);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var query = filter ?? new OrchestrationQuery();
        var wanted = new InstanceFilter(
            query.CreatedFrom, query.CreatedTo, Statuses: query.Statuses?.ToArray(), IdPrefix: query.InstanceIdPrefix,
            WithPayloads: query.FetchInputsAndOutputs);
        return Pageable.Create((token, size, _) => Task.FromResult(Paging.Page(
            Run.Readers, wanted, token ?? query.ContinuationToken, size ?? query.PageSize,
            row => Describe(row, query.FetchInputsAndOutputs))));
    }

    public override Task<Page<string>> ListInstanceIdsAsync(
        IEnumerable<OrchestrationRuntimeStatus>? runtimeStatus = null,
        DateTimeOffset? completedTimeFrom = null,
        DateTimeOffset? completedTimeTo = null,
        int pageSize = OrchestrationQuery.DefaultPageSize,
        string? lastInstanceKey = null,
        CancellationToken cancellation = default)
    {
        var finished = new InstanceFilter(
            UpdatedFrom: completedTimeFrom, UpdatedTo: completedTimeTo,
            Statuses: runtimeStatus?.ToArray() ?? InstanceRow.FinalStatuses);
        return Task.FromResult(Paging.Page(Run.Readers, finished, lastInstanceKey, pageSize, row => row.Id));
    }

    public override Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
        => Run.SubmitAsync<StoredInstance?>($"purge {instanceId}", writer =>
        {
            var found = writer.Find(instanceId);
            if (found is { IsFinished: true }) writer.Remove(found.Number);
            return (found, NoEffect);
        }).ContinueOnSuccess(found => found is null or { IsFinished: true }
            ? new PurgeResult(found is null ? 0 : 1)
            : throw new InvalidOperationException($"Instance '{instanceId}' is not finished and cannot be purged."))
            .WaitAsync(cancellation);

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var purge = new Purge(Run, new InstanceFilter(
            filter.CreatedFrom, filter.CreatedTo,
            Statuses: [.. (filter.Statuses ?? InstanceRow.FinalStatuses).Where(InstanceRow.IsFinal)]));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (filter.Timeout is { } timeout) limit.CancelAfter(timeout);
        var (count, isComplete) = await purge.RunAsync(archive: null, limit.Token);
        cancellation.ThrowIfCancellationRequested();
        return new PurgeResult(count, filter.Timeout is null ? null : isComplete);
    }

    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        var row = Read(instanceId) ?? throw Missing(instanceId);
        var started = new ExecutionStarted(row.Name, EngineRun.NewExecutionId(), null, row.Input, Tags: row.Tags);
        return await StartAsync(restartWithNewInstanceId ? Guid.NewGuid().ToString("N") : instanceId, started, null)
            .WaitAsync(cancellation);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void NoEffect()
    {
        // Everything was done in the store.
    }

    private static InvalidOperationException Missing(string instanceId) => new($"There is no instance '{instanceId}'.");

    private Task<string> StartAsync(string instanceId, ExecutionStarted started, IReadOnlyList<string>? dedupe)
    {
        InstanceIds.Require(instanceId, nameof(instanceId));
        var run = Run;
        return run.SubmitAsync<StoredInstance?>($"start {instanceId}", writer =>
        {
            var present = writer.Find(instanceId);
            if (present is { IsFinished: false } || dedupe?.Contains(present?.Status.ToString()) == true)
            {
                return (present, NoEffect);
            }
            if (present is not null) writer.Remove(present.Number);
            var delivery = writer.Add(instanceId, started, run.Clock.GetUtcNow().UtcDateTime);
            return (null, () => run.Instances.Deliver(delivery));
        }).ContinueOnSuccess(present => present is null
            ? instanceId
            : throw new OrchestrationAlreadyExistsException(
                $"An instance '{instanceId}' with status {present.Status} exists already."));
    }

    private Task<bool> TellAsync(string instanceId, HistoryEvent message)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        var run = Run;
        return run.SubmitAsync<bool>($"tell {instanceId} {message}", writer =>
        {
            if (writer.Find(instanceId) is not { IsFinished: false } target) return (false, NoEffect);
            var delivery = writer.Send(target.Number, instanceId, null, message);
            return (true, () => run.Instances.Deliver(delivery));
        });
    }

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, Func<InstanceRow, bool> reached, bool withPayloads, CancellationToken cancellation)
    {
        using var watching = Run.Watch.Watch(instanceId);
        while (true)
        {
            watching.Reset();
            var row = Read(instanceId) ?? throw Missing(instanceId);
            if (reached(row)) return Describe(row, withPayloads);
            await watching.NextChangeAsync(cancellation);
        }
    }

    private InstanceRow? Read(string instanceId) => Run.Readers.Read(reader => reader.Instance(instanceId));

    private OrchestrationMetadata Describe(InstanceRow row, bool withPayloads) => new(row.Name, row.Id)
    {
        RuntimeStatus = row.Status,
        CreatedAt = new DateTimeOffset(row.Created),
        LastUpdatedAt = new DateTimeOffset(row.Updated),
        FailureDetails = row.Failure?.ToDetails(),
        Tags = row.Tags ?? new Dictionary<string, string>(),
        SerializedInput = withPayloads ? row.Input : null,
        SerializedOutput = withPayloads ? row.Output : null,
        SerializedCustomStatus = withPayloads ? row.CustomStatus : null,
        DataConverter = withPayloads ? converter : null,
    };
}
