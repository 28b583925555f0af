using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace Sakip.Tests.Orchestrations.Orchestrators;

/// <summary>A mocked context that answers activities and children by name and keeps the calls in their order.</summary>
internal sealed class OrchestratorWorld
{
    private readonly Dictionary<string, TaskCompletionSource> _timers = [];

    public OrchestratorWorld(object input, DateTime now)
    {
        Mock.Setup(context => context.CurrentUtcDateTime).Returns(() => Now);
        Now = now;
        Mock.Setup(context => context.CreateTimer(It.IsAny<DateTime>(), It.IsAny<CancellationToken>()))
            .Returns((DateTime at, CancellationToken token) => Timer(at, token));
        Mock.Setup(context =>
                context.CallActivityAsync(It.IsAny<TaskName>(), It.IsAny<object?>(), It.IsAny<TaskOptions?>())
            )
            .Returns(
                (TaskName name, object? given, TaskOptions? _) =>
                {
                    Calls.Add(name.Name);
                    Given[name.Name] = given;
                    return Task.CompletedTask;
                }
            );
        Mock.Setup(context => context.SendEvent(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<object>()))
            .Callback((string instance, string name, object _) => Sent.Add($"{instance} {name}"));
        Mock.Setup(context => context.CreateReplaySafeLogger(It.IsAny<string>())).Returns(NullLogger.Instance);
        _input = input;
    }

    private readonly object _input;

    public Mock<TaskOrchestrationContext> Mock { get; } = new(MockBehavior.Loose);

    public TaskOrchestrationContext Context => Mock.Object;

    public DateTime Now { get; set; }

    /// <summary>Names of activities and children as they were called, timers as "timer".</summary>
    public List<string> Calls { get; } = [];

    /// <summary>The last input of each.</summary>
    public Dictionary<string, object?> Given { get; } = [];

    public List<string?> ChildIds { get; } = [];

    public List<DateTime> Timers { get; } = [];

    public OrchestratorWorld WithInput<T>()
    {
        Mock.Setup(context => context.GetInput<T>()).Returns((T)_input);
        return this;
    }

    public OrchestratorWorld Activity<T>(string name, params T[] results)
    {
        var queue = new Queue<T>(results);
        Mock.Setup(context =>
                context.CallActivityAsync<T>(
                    It.Is<TaskName>(given => given.Name == name),
                    It.IsAny<object?>(),
                    It.IsAny<TaskOptions?>()
                )
            )
            .ReturnsAsync((TaskName _, object? given, TaskOptions? _) => Called(name, given, queue));
        return this;
    }

    public OrchestratorWorld Child<T>(string name, Func<object?, Task<T>> answer)
    {
        Mock.Setup(context =>
                context.CallSubOrchestratorAsync<T>(
                    It.Is<TaskName>(given => given.Name == name),
                    It.IsAny<object?>(),
                    It.IsAny<TaskOptions?>()
                )
            )
            .Returns(
                (TaskName _, object? given, TaskOptions? options) =>
                {
                    Calls.Add(name);
                    Given[name] = given;
                    ChildIds.Add((options as SubOrchestrationOptions)?.InstanceId);
                    return answer(given);
                }
            );
        return this;
    }

    public OrchestratorWorld Event<T>(string name, Task<T> arrival)
    {
        Mock.Setup(context => context.WaitForExternalEvent<T>(name, It.IsAny<CancellationToken>()))
            .Returns((string _, CancellationToken token) => arrival.WaitAsync(token));
        return this;
    }

    /// <summary>Lets an event that never comes be waited for.</summary>
    public OrchestratorWorld Never<T>(params string[] names)
    {
        foreach (var name in names)
            Event(name, new TaskCompletionSource<T>().Task);
        return this;
    }

    /// <summary>Lets the timer that was made for an instant fire.</summary>
    public void Fire(DateTime at)
    {
        Now = at;
        _timers[at.ToString("O")].TrySetResult();
    }

    /// <summary>Events that were sent on, as "instance event".</summary>
    public List<string> Sent { get; } = [];

    private T Called<T>(string name, object? given, Queue<T> queue)
    {
        Calls.Add(name);
        Given[name] = given;
        return queue.Count > 1 ? queue.Dequeue() : queue.Peek();
    }

    private Task Timer(DateTime at, CancellationToken token)
    {
        Calls.Add("timer");
        Timers.Add(at);
        var timer = new TaskCompletionSource();
        token.Register(() => timer.TrySetCanceled(token));
        _timers[at.ToString("O")] = timer;
        return timer.Task;
    }
}
