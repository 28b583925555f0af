using Microsoft.DurableTask;
using Sakip.Embedded.Engine.History;

namespace Sakip.Embedded.Engine.Execution;

/// <summary>
/// Events that nobody has waited for yet, first in first out, and waiters, last in first out. Names are compared
/// without case. A cancelled waiter takes no event.
/// </summary>
internal sealed class ExternalEvents(DataConverter converter)
{
    private readonly Dictionary<string, Stack<IWaiter>> waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<EventRaised> buffer = [];

    private interface IWaiter
    {
        Type EventType { get; }

        DateTime Since { get; }

        bool IsLive { get; }

        void Deliver(EventRaised raised, DataConverter converter);
    }

    public bool HasWaiters => waiters.Values.Any(stack => stack.Any(waiter => waiter.IsLive));

    public IEnumerable<Waiting> Waits => waiters.SelectMany(entry => entry.Value
        .Where(waiter => waiter.IsLive)
        .Select(waiter => new Waiting(WaitingKind.Event, entry.Key, waiter.Since)));

    /// <exception cref="ArgumentException">Another waiter expects another type under this name.</exception>
    public Task<T> Wait<T>(string name, DateTime since, CancellationToken cancellation)
    {
        var waiter = new Waiter<T>(since);
        if (!waiters.TryGetValue(name, out var stack)) waiters.Add(name, stack = []);
        if (stack.TryPeek(out var other) && other.EventType != typeof(T))
        {
            throw new ArgumentException(
                "Events with the same name must have the same type argument. "
                + $"'{name}' is awaited as {other.EventType.FullName} and now as {typeof(T).FullName}.");
        }
        stack.Push(waiter);
        var index = buffer.FindIndex(raised => string.Equals(raised.Name, name, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
        {
            var raised = buffer[index];
            buffer.RemoveAt(index);
            Raise(raised);
        }
        cancellation.Register(() => waiter.TrySetCanceled(cancellation));
        return waiter.Task;
    }

    /// <summary>Gives the event to the newest live waiter of its name, or keeps it.</summary>
    /// <exception cref="EventPayloadException">The payload is not of the type that the waiter expects.</exception>
    public void Raise(EventRaised raised)
    {
        if (waiters.TryGetValue(raised.Name, out var stack))
        {
            while (stack.TryPop(out var waiter))
            {
                if (stack.Count == 0) waiters.Remove(raised.Name);
                if (!waiter.IsLive) continue;
                waiter.Deliver(raised, converter);
                return;
            }
        }
        buffer.Add(raised);
    }

    public IReadOnlyList<EventRaised> TakeBuffer()
    {
        var taken = buffer.ToList();
        buffer.Clear();
        return taken;
    }

    private sealed class Waiter<T>(DateTime since) : TaskCompletionSource<T>, IWaiter
    {
        public Type EventType => typeof(T);

        public DateTime Since => since;

        public bool IsLive => !Task.IsCompleted;

        public void Deliver(EventRaised raised, DataConverter converter)
        {
            T? payload;
            try
            {
                payload = converter.Deserialize<T>(raised.Input);
            }
            catch (Exception exception)
            {
                throw new EventPayloadException(raised.Name, typeof(T), exception);
            }
            SetResult(payload!);
        }
    }
}

/// <summary>An event carried something else than its waiter expects. It fails the orchestration.</summary>
internal sealed class EventPayloadException(string name, Type expected, Exception cause)
    : Exception($"The payload of event '{name}' cannot be read as {expected.FullName}: {cause.Message}", cause);
