using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Call = Grpc.Core.ServerCallContext;

namespace Sakip.Host.Durable;

internal sealed partial class TaskHubService
{
    private const int DefaultPage = 100,
        ChunkBytes = 2 * 1024 * 1024;

    public override Task<QueryInstancesResponse> QueryInstances(QueryInstancesRequest request, Call context)
    {
        var query = request.Query ?? new InstanceQuery();
        var filter = new InstanceFilter(
            query.CreatedTimeFrom?.ToDateTimeOffset(),
            query.CreatedTimeTo?.ToDateTimeOffset(),
            Statuses: query.RuntimeStatus,
            IdPrefix: query.InstanceIdPrefix
        );
        // The token is the number of the last one, so that pages stay right while instances come and go.
        var (token, after) = (query.ContinuationToken, 0L);
        if (token is { Length: > 0 } && !long.TryParse(token, CultureInfo.InvariantCulture, out after))
            throw Refused(StatusCode.InvalidArgument, $"'{token}' is no continuation token.");
        var size = query.MaxInstanceCount > 0 ? query.MaxInstanceCount : DefaultPage;
        var rows = Engine.Read(reader => reader.Instances(filter, after, size));
        var next = rows.Count == size ? rows[^1].Number.ToString(CultureInfo.InvariantCulture) : null;
        var states = rows.Select(row => Describe(row, query.FetchInputsAndOutputs));
        var page = new QueryInstancesResponse { OrchestrationState = { states }, ContinuationToken = next };
        return Task.FromResult(page);
    }

    public override async Task<PurgeInstancesResponse> PurgeInstances(PurgeInstancesRequest request, Call context)
    {
        if (request.Recursive)
            throw Refused(StatusCode.Unimplemented, "A parent is purged without its children.");
        return request.PurgeInstanceFilter is { } filter
            ? await PurgeAsync(filter, context.CancellationToken)
            : await PurgeAsync(request.InstanceId);
    }

    public override async Task StreamInstanceHistory(
        StreamInstanceHistoryRequest request,
        IServerStreamWriter<HistoryChunk> stream,
        Call context
    )
    {
        var number = Read(request.InstanceId).Number;
        var (history, size) = (Engine.Read(reader => reader.History(number)), 0);
        foreach (var chunk in history.GroupBy(happened => (size += happened.CalculateSize()) / ChunkBytes))
            await stream.WriteAsync(new HistoryChunk { Events = { chunk } }, context.CancellationToken);
    }

    private static GetInstanceResponse Answer(InstanceRow? row, GetInstanceRequest request) =>
        row is null ? new() : new() { Exists = true, OrchestrationState = Describe(row, request.GetInputsAndOutputs) };

    /// <summary>As the official host has it: a failure stands in the output, no custom status is "null".</summary>
    private static OrchestrationState Describe(InstanceRow row, bool withPayloads) =>
        new()
        {
            InstanceId = row.Id,
            Name = row.Name,
            Version = row.Version,
            OrchestrationStatus = row.Status,
            CreatedTimestamp = row.Created.ToTimestamp(),
            LastUpdatedTimestamp = row.Updated.ToTimestamp(),
            CompletedTimestamp = row.IsFinished ? row.Updated.ToTimestamp() : null,
            ExecutionId = row.ExecutionId,
            ParentInstanceId = row.Parent,
            Input = withPayloads ? row.Input : null,
            Output = withPayloads ? row.Output : null,
            CustomStatus = withPayloads ? row.CustomStatus ?? "null" : null,
            Tags = { Tags(row) },
        };

    private static Dictionary<string, string> Tags(InstanceRow row) =>
        row.Tags is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(row.Tags)!;

    private async Task<PurgeInstancesResponse> PurgeAsync(string id)
    {
        var found = await Engine.SubmitAsync<StoredInstance?>(
            $"purge {id}",
            writer =>
            {
                var present = writer.Find(id);
                if (present is { IsFinished: true })
                    writer.Remove(present.Number);
                return (present, null);
            }
        );
        if (found is { IsFinished: false })
            throw NotOver(id, found.Status, "purged");
        return new() { DeletedInstanceCount = found is null ? 0 : 1, IsComplete = true };
    }

    private async Task<PurgeInstancesResponse> PurgeAsync(PurgeInstanceFilter filter, CancellationToken cancellation)
    {
        var asked = filter.RuntimeStatus;
        OrchestrationStatus[] statuses = [.. Events.FinalStatuses.Where(end => asked is [] || asked.Contains(end))];
        if (statuses is [])
            return new() { IsComplete = true };
        var wanted = new InstanceFilter(
            filter.CreatedTimeFrom?.ToDateTimeOffset(),
            filter.CreatedTimeTo?.ToDateTimeOffset(),
            Statuses: statuses
        );
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (filter.Timeout is { } timeout)
            limit.CancelAfter(timeout.ToTimeSpan());
        var (count, isComplete) = await Engine.PurgeAsync(wanted, archive: null, limit.Token);
        cancellation.ThrowIfCancellationRequested();
        return new() { DeletedInstanceCount = count, IsComplete = isComplete };
    }
}
