using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Call = Grpc.Core.ServerCallContext;
using RpcException = Grpc.Core.RpcException;

namespace Sakip.Host.Durable;

/// <summary>Serves the app's durable clients. A call returns when what it did is durable.</summary>
internal sealed partial class TaskHubService(DurableEngine durable) : TaskHubSidecarService.TaskHubSidecarServiceBase
{
    private DurableEngine Engine => durable.Running;

    public override Task<Empty> Hello(Empty request, Call context) => Task.FromResult(new Empty());

    public override async Task<CreateInstanceResponse> StartInstance(CreateInstanceRequest request, Call context)
    {
        if (request.ScheduledStartTimestamp is not null)
            throw Refused(StatusCode.Unimplemented, "A start is never later: start now and wait on a durable timer.");
        var started = Events.Start(request.InstanceId, request.Name, request.Version, request.Input);
        started.Tags.Add(request.Tags);
        await StartAsync(started, request.OrchestrationIdReusePolicy?.ReplaceableStatus);
        return new() { InstanceId = request.InstanceId };
    }

    public override async Task<RestartInstanceResponse> RestartInstance(RestartInstanceRequest request, Call context)
    {
        var row = Read(request.InstanceId);
        var id = request.RestartWithNewInstanceId ? Guid.NewGuid().ToString("N") : row.Id;
        if (id == row.Id && !row.IsFinished)
            throw NotOver(row.Id, row.Status, "restarted");
        var started = Events.Start(id, row.Name, row.Version, row.Input);
        started.Tags.Add(Tags(row));
        await StartAsync(started, replaceable: null);
        return new() { InstanceId = id };
    }

    public override Task<GetInstanceResponse> GetInstance(GetInstanceRequest request, Call context) =>
        Task.FromResult(Answer(Engine.Read(reader => reader.Instance(request.InstanceId)), request));

    public override Task<GetInstanceResponse> WaitForInstanceStart(GetInstanceRequest request, Call context) =>
        WaitAsync(request, row => row.Status != OrchestrationStatus.Pending, context.CancellationToken);

    public override Task<GetInstanceResponse> WaitForInstanceCompletion(GetInstanceRequest request, Call context) =>
        WaitAsync(request, row => row.IsFinished, context.CancellationToken);

    public override async Task<RaiseEventResponse> RaiseEvent(RaiseEventRequest request, Call context)
    {
        var raised = Events.Raised(durable.Now, request.Name, request.Input);
        var commit = $"raise {request.InstanceId} {request.Name} {request.Input}";
        await TellAsync(request.InstanceId, commit, raised, durable.Options.ThrowsOnRaiseEvent);
        return new();
    }

    public override async Task<TerminateResponse> TerminateInstance(TerminateRequest request, Call context)
    {
        if (request.Recursive)
            throw Refused(StatusCode.Unimplemented, "A parent is terminated without its children.");
        var (id, output) = (request.InstanceId, request.Output);
        await ControlAsync("terminate", id, e => e.ExecutionTerminated = new() { Input = output });
        return new();
    }

    public override async Task<SuspendResponse> SuspendInstance(SuspendRequest request, Call context)
    {
        await ControlAsync("suspend", request.InstanceId, e => e.ExecutionSuspended = new() { Input = request.Reason });
        return new();
    }

    public override async Task<ResumeResponse> ResumeInstance(ResumeRequest request, Call context)
    {
        await ControlAsync("resume", request.InstanceId, e => e.ExecutionResumed = new() { Input = request.Reason });
        return new();
    }

    private static RpcException Refused(StatusCode code, string reason) => new(new Status(code, reason));

    private static RpcException Missing(string id) => Refused(StatusCode.NotFound, $"There is no instance '{id}'.");

    private static RpcException NotOver(string id, OrchestrationStatus status, string act) =>
        Refused(StatusCode.FailedPrecondition, $"Instance '{id}' is {status} and cannot be {act} before it is over.");

    /// <summary>The instance ids that every supported backend takes.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9_.:-]{1,100}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InstanceId();

    private async Task StartAsync(ExecutionStartedEvent started, RepeatedField<OrchestrationStatus>? replaceable)
    {
        if (started.Name is "")
            throw Refused(StatusCode.InvalidArgument, "An orchestrator has a name.");
        var id = started.OrchestrationInstance.InstanceId;
        const string form = "is no instance id: it takes 1 to 100 letters, digits and the characters _ . : -";
        if (!InstanceId().IsMatch(id))
            throw Refused(StatusCode.InvalidArgument, $"'{id}' {form}");
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

    private Task ControlAsync(string verb, string id, Action<HistoryEvent> fill) =>
        TellAsync(id, $"{verb} {id}", Events.New(durable.Now, fill), throws: true);

    private async Task TellAsync(string id, string commit, HistoryEvent told, bool throws)
    {
        var found = await Engine.SubmitAsync<StoredInstance?>(
            commit,
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
        if (throws && found!.IsFinished)
            throw Refused(StatusCode.FailedPrecondition, $"Instance '{id}' is over: it is {found.Status}.");
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
