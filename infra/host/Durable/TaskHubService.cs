using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Sakip.Host.Durable;

/// <summary>Serves the app's durable clients. A call returns when what it did is durable.</summary>
internal sealed partial class TaskHubService(DurableEngine durable) : TaskHubSidecarService.TaskHubSidecarServiceBase
{
    private DurableEngine Engine => durable.Running;

    public override Task<Empty> Hello(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override async Task<CreateInstanceResponse> StartInstance(
        CreateInstanceRequest request,
        ServerCallContext context
    )
    {
        if (request.ScheduledStartTimestamp is not null)
            throw Refused(StatusCode.Unimplemented, "A start is never later: start now and wait on a durable timer.");
        var started = Events.Start(request.Name, request.Version, request.Input, request.Tags);
        await StartAsync(request.InstanceId, started, request.OrchestrationIdReusePolicy?.ReplaceableStatus);
        return new CreateInstanceResponse { InstanceId = request.InstanceId };
    }

    public override async Task<RestartInstanceResponse> RestartInstance(
        RestartInstanceRequest request,
        ServerCallContext context
    )
    {
        var row = Read(request.InstanceId);
        var id = request.RestartWithNewInstanceId ? Guid.NewGuid().ToString("N") : row.Id;
        if (id == row.Id && !row.IsFinished)
            throw NotOver(row.Id, row.Status, "restarted");
        await StartAsync(id, Events.Start(row.Name, row.Version, row.Input, Tags(row)), replaceable: null);
        return new RestartInstanceResponse { InstanceId = id };
    }

    public override Task<GetInstanceResponse> GetInstance(GetInstanceRequest request, ServerCallContext context) =>
        Task.FromResult(
            Engine.Read(reader => reader.Instance(request.InstanceId)) is { } row
                ? Answer(row, request)
                : new GetInstanceResponse()
        );

    public override Task<GetInstanceResponse> WaitForInstanceStart(
        GetInstanceRequest request,
        ServerCallContext context
    ) => WaitAsync(request, row => row.Status != OrchestrationStatus.Pending, context.CancellationToken);

    public override Task<GetInstanceResponse> WaitForInstanceCompletion(
        GetInstanceRequest request,
        ServerCallContext context
    ) => WaitAsync(request, row => row.IsFinished, context.CancellationToken);

    public override Task<RaiseEventResponse> RaiseEvent(RaiseEventRequest request, ServerCallContext context) =>
        TellAsync(
            request.InstanceId,
            $"raise {request.InstanceId} {request.Name} {request.Input}",
            message => message.EventRaised = new() { Name = request.Name, Input = request.Input },
            new RaiseEventResponse(),
            durable.Options.ThrowsOnRaiseEvent
        );

    public override Task<TerminateResponse> TerminateInstance(TerminateRequest request, ServerCallContext context) =>
        request.Recursive
            ? throw Refused(StatusCode.Unimplemented, "A parent is terminated without its children.")
            : TellAsync(
                request.InstanceId,
                $"terminate {request.InstanceId}",
                message => message.ExecutionTerminated = new() { Input = request.Output },
                new TerminateResponse()
            );

    public override Task<SuspendResponse> SuspendInstance(SuspendRequest request, ServerCallContext context) =>
        TellAsync(
            request.InstanceId,
            $"suspend {request.InstanceId}",
            message => message.ExecutionSuspended = new() { Input = request.Reason },
            new SuspendResponse()
        );

    public override Task<ResumeResponse> ResumeInstance(ResumeRequest request, ServerCallContext context) =>
        TellAsync(
            request.InstanceId,
            $"resume {request.InstanceId}",
            message => message.ExecutionResumed = new() { Input = request.Reason },
            new ResumeResponse()
        );

    private static Grpc.Core.RpcException Refused(StatusCode code, string reason) => new(new Status(code, reason));

    private static Grpc.Core.RpcException Missing(string id) =>
        Refused(StatusCode.NotFound, $"There is no instance '{id}'.");

    private static Grpc.Core.RpcException NotOver(string id, OrchestrationStatus status, string act) =>
        Refused(StatusCode.FailedPrecondition, $"Instance '{id}' is {status} and cannot be {act} before it is over.");

    /// <summary>The instance ids that every supported backend takes.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9_.:-]{1,100}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InstanceId();

    private async Task StartAsync(
        string id,
        ExecutionStartedEvent started,
        RepeatedField<OrchestrationStatus>? replaceable
    )
    {
        if (started.Name is "")
            throw Refused(StatusCode.InvalidArgument, "An orchestrator has a name.");
        const string form = "is no instance id: it takes 1 to 100 letters, digits and the characters _ . : -";
        if (!InstanceId().IsMatch(id))
            throw Refused(StatusCode.InvalidArgument, $"'{id}' {form}");
        started.OrchestrationInstance = Events.Reference(id, Events.NewExecutionId());
        var kept = await Engine.SubmitAsync<StoredInstance?>(
            $"start {id}",
            writer =>
            {
                var present = writer.Find(id);
                if (present is not null)
                {
                    if (!present.IsFinished || replaceable?.Contains(present.Status) == false)
                        return (present, null);
                    writer.Remove(present.Number);
                }
                var message = writer.Add(started, durable.Now);
                return (null, () => durable.Instances.Deliver(message));
            }
        );
        if (kept is not null)
            throw Refused(StatusCode.AlreadyExists, $"An instance '{id}' with status {kept.Status} exists already.");
    }

    private async Task<T> TellAsync<T>(string id, string name, Action<HistoryEvent> fill, T answer, bool throws = true)
    {
        var told = Events.New(durable.Now, fill);
        var found = await Engine.SubmitAsync<StoredInstance?>(
            name,
            writer =>
            {
                if (writer.Find(id) is not { IsFinished: false } target)
                    return (writer.Find(id), null);
                var message = writer.Send(target.Number, new Message(id, null, told));
                return (target, () => durable.Instances.Deliver(message));
            }
        );
        if (throws && found is null)
            throw Missing(id);
        return throws && found!.IsFinished
            ? throw Refused(StatusCode.FailedPrecondition, $"Instance '{id}' is over: it is {found.Status}.")
            : answer;
    }

    private async Task<GetInstanceResponse> WaitAsync(
        GetInstanceRequest request,
        Func<InstanceRow, bool> reached,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            var change = Engine.Watch.NextChange(request.InstanceId);
            var row = Read(request.InstanceId);
            if (reached(row))
                return Answer(row, request);
            await change.WaitAsync(cancellation);
        }
    }

    private InstanceRow Read(string id) => Engine.Read(reader => reader.Instance(id)) ?? throw Missing(id);
}
