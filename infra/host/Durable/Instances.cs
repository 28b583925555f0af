namespace Sakip.Host.Durable;

/// <summary>An instance in memory. It runs one turn at a time.</summary>
internal sealed class Instance(string id)
{
    public string Id => id;

    public List<Message> Waiting { get; set; } = [];

    /// <summary>Held from the first waiting message to the end of the last turn.</summary>
    public WorkToken? Token { get; set; }

    public Execution? Execution { get; set; }

    public LinkedListNode<Instance>? Resting { get; set; }
}

/// <summary>Those with something to do, and the most recent of the others as far as their memory goes.</summary>
internal sealed class Instances(Func<WorkToken> enter, Action<Instance> schedule, long cacheBytes)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Instance> _instances = new(StringComparer.Ordinal);
    private readonly LinkedList<Instance> _resting = [];
    private long _restingBytes;

    /// <summary>Delivers messages, all of them before the first turn: what is stored together is heard so.</summary>
    public void Deliver(params IEnumerable<Message> messages)
    {
        var active = new List<Instance>();
        lock (_gate)
        {
            foreach (var message in messages)
            {
                if (!_instances.TryGetValue(message.InstanceId, out var instance))
                    _instances.Add(message.InstanceId, instance = new Instance(message.InstanceId));
                instance.Waiting.Add(message);
                if (instance.Token is not null)
                    continue;
                instance.Token = enter();
                Remove(instance);
                active.Add(instance);
            }
        }
        foreach (var instance in active)
            schedule(instance);
    }

    /// <summary>Takes what the next turn is to hear. A suspension waits for a turn of its own: what the orchestrator
    /// sends in a turn in which it is suspended and ends is dropped by the SDK.</summary>
    public List<Message> Take(Instance instance)
    {
        lock (_gate)
        {
            List<Message> waiting = [.. instance.Waiting.OrderBy(message => message.Rank)];
            var suspension = waiting.FindIndex(1, message => message.Event.ExecutionSuspended is not null);
            var count = suspension < 0 ? waiting.Count : suspension;
            instance.Waiting = waiting[count..];
            return waiting[..count];
        }
    }

    public void Done(Instance instance)
    {
        WorkToken? finished = null;
        lock (_gate)
        {
            if (instance.Waiting.Count == 0)
            {
                (finished, instance.Token) = (instance.Token, null);
                Rest(instance);
            }
        }
        if (finished is null)
            schedule(instance);
        else
            finished.Dispose();
    }

    private void Rest(Instance instance)
    {
        if (instance.Execution is null)
        {
            _instances.Remove(instance.Id);
            return;
        }
        instance.Resting = _resting.AddLast(instance);
        _restingBytes += instance.Execution.Bytes;
        while (_restingBytes > cacheBytes)
        {
            var oldest = _resting.First!.Value;
            Remove(oldest);
            _instances.Remove(oldest.Id);
        }
    }

    private void Remove(Instance instance)
    {
        if (instance.Resting is null)
            return;
        _resting.Remove(instance.Resting);
        instance.Resting = null;
        _restingBytes -= instance.Execution!.Bytes;
    }
}
