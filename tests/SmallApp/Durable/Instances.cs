using System.Text.Json;
using DurableTask.Core.Exceptions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace Sakip.SmallApp.Durable;

/// <summary>What the durable client can do, each by an address; what it throws is answered by name.</summary>
public sealed class Instances
{
    private const string One = "instances/{id}";

    [Function("StartInstance")]
    public Task<IResult> Start(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "start/{name}/{id}")] HttpRequest request,
        string name,
        string id,
        [DurableClient] DurableTaskClient client
    ) =>
        TriedAsync(async () =>
        {
            var options = new StartOrchestrationOptions(id, At(request))
            {
                Tags = request
                    .Query.Where(pair => pair.Key != "at")
                    .ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
            };
            return await client.ScheduleNewOrchestrationInstanceAsync(name, await BodyAsync(request), options);
        });

    [Function("GetInstance")]
    public Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One)] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client
    ) =>
        TriedAsync(async () =>
            State.Of(await client.GetInstanceAsync(id, getInputsAndOutputs: !request.Query.ContainsKey("bare")))
        );

    [Function("WaitForInstance")]
    public Task<IResult> Wait(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One + "/end")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client
    ) =>
        TriedAsync(async () =>
            State.Of(await client.WaitForInstanceCompletionAsync(id, true, request.HttpContext.RequestAborted))
        );

    [Function("WaitForInstanceStart")]
    public Task<IResult> WaitForStart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One + "/begin")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client
    ) =>
        TriedAsync(async () =>
            State.Of(await client.WaitForInstanceStartAsync(id, true, request.HttpContext.RequestAborted))
        );

    [Function("RaiseEvent")]
    public Task<IResult> Raise(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = One + "/events/{name}")] HttpRequest request,
        string id,
        string name,
        [DurableClient] DurableTaskClient client
    ) =>
        TriedAsync(async () =>
        {
            await client.RaiseEventAsync(id, name, await BodyAsync(request));
            return name;
        });

    [Function("ControlInstance")]
    public Task<IResult> Control(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = One + "/{verb:alpha}")] HttpRequest request,
        string id,
        string verb,
        [DurableClient] DurableTaskClient client
    ) =>
        TriedAsync(async () =>
        {
            if (verb == "restart")
                return await client.RestartAsync(id);
            if (verb == "repeat")
                return await client.RestartAsync(id, restartWithNewInstanceId: true);
            await (
                verb switch
                {
                    "suspend" => client.SuspendInstanceAsync(id, "because"),
                    "resume" => client.ResumeInstanceAsync(id, "because"),
                    "terminate" => client.TerminateInstanceAsync(id, "ended by hand"),
                    "rewind" => client.RewindInstanceAsync(id, "because"),
                    "signal" => client.Entities.SignalEntityAsync(new("thing", id), "touch"),
                    _ => throw new ArgumentException(verb),
                }
            );
            return verb;
        });

    [Function("PurgeInstance")]
    public Task<IResult> Purge(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = One)] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client
    ) => TriedAsync(async () => (await client.PurgeInstanceAsync(id)).PurgedInstanceCount);

    [Function("PurgeInstances")]
    public Task<IResult> PurgeMany(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "instances")] HttpRequest request,
        [DurableClient] DurableTaskClient client
    ) =>
        TriedAsync(async () =>
        {
            var filter = new PurgeInstancesFilter(
                At(request),
                null,
                [Enum.Parse<OrchestrationRuntimeStatus>(request.Query["status"].ToString())]
            );
            return (await client.PurgeAllInstancesAsync(filter)).PurgedInstanceCount;
        });

    [Function("ListInstances")]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "instances")] HttpRequest request,
        [DurableClient] DurableTaskClient client
    ) =>
        TriedAsync(async () =>
        {
            var query = new OrchestrationQuery
            {
                InstanceIdPrefix = request.Query["prefix"],
                Statuses = request.Query.TryGetValue("status", out var status)
                    ? [Enum.Parse<OrchestrationRuntimeStatus>(status.ToString())]
                    : null,
                PageSize = 2,
                FetchInputsAndOutputs = false,
            };
            var pages = new List<string[]>();
            await foreach (var page in client.GetAllInstancesAsync(query).AsPages())
                pages.Add([.. page.Values.Select(instance => instance.InstanceId)]);
            return pages;
        });

    [Function("HistoryOfInstance")]
    public Task<IResult> History(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = One + "/history")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client
    ) =>
        TriedAsync(async () =>
            (await client.GetOrchestrationHistoryAsync(id)).Select(happened => happened.GetType().Name).ToArray()
        );

    private static DateTimeOffset? At(HttpRequest request) =>
        request.Query["at"].FirstOrDefault() is { } at
            ? DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static async Task<object?> BodyAsync(HttpRequest request) =>
        request.ContentLength is null or 0 ? null : await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);

    private static async Task<IResult> TriedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work() is { } result ? HttpResults.Json(result) : HttpResults.NotFound();
        }
        catch (Grpc.Core.RpcException error)
        {
            return HttpResults.Text($"{nameof(Grpc.Core.RpcException)} {error.StatusCode}", statusCode: 409);
        }
        catch (Exception error)
            when (error
                    is InvalidOperationException
                        or ArgumentException
                        or NotSupportedException
                        or NotImplementedException
                        or OrchestrationAlreadyExistsException
            )
        {
            return HttpResults.Text(error.GetType().Name, statusCode: 409);
        }
    }
}
