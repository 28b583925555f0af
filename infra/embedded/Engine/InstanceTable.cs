using Sakip.Embedded.Clock;
using Sakip.Embedded.Engine.Store;

namespace Sakip.Embedded.Engine;

/// <summary>
/// The instances in memory: those with something to do, and the most recent of the others as far as the memory given to
/// them goes.
/// </summary>
internal sealed class InstanceTable(Func<WorkToken> enter, Action<Instance> schedule, long cacheBytes)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Instance> instances = new(StringComparer.Ordinal);
    private readonly LinkedList<Instance> idle = [];
    private readonly Dictionary<Instance, LinkedListNode<Instance>> idleNodes = [];
    private long idleBytes;

    public void Deliver(Delivery delivery)
    {
        Instance instance;
        lock (gate)
        {
            instance = GetOrAdd(delivery.InstanceId);
            instance.Waiting.Add(delivery.Message);
            if (!Activate(instance)) return;
        }
        schedule(instance);
    }

    /// <summary>
    /// Delivers what a stopped engine left, all of it before the first turn: messages that were stored together come
    /// into one turn again.
    /// </summary>
    public void DeliverAll(IEnumerable<Delivery> deliveries)
    {
        var active = new List<Instance>();
        lock (gate)
        {
            foreach (var delivery in deliveries)
            {
                var instance = GetOrAdd(delivery.InstanceId);
                instance.Waiting.Add(delivery.Message);
                if (Activate(instance)) active.Add(instance);
            }
        }

        foreach (var instance in active) schedule(instance);
    }

    /// <summary>Makes an instance run a turn without a message.</summary>
    public void Poke(string instanceId)
    {
        Instance instance;
        lock (gate)
        {
            instance = GetOrAdd(instanceId);
            instance.IsPoked = true;
            if (!Activate(instance)) return;
        }
        schedule(instance);
    }

    public List<Message> Take(Instance instance)
    {
        lock (gate)
        {
            var taken = instance.Waiting;
            instance.Waiting = [];
            instance.IsPoked = false;
            return taken;
        }
    }

    /// <summary>Ends a turn, or lets the next one follow.</summary>
    public void Done(Instance instance)
    {
        WorkToken? finished = null;
        lock (gate)
        {
            if (instance.Waiting.Count == 0 && !instance.IsPoked)
            {
                (finished, instance.Token) = (instance.Token, null);
                Rest(instance);
            }
        }
        if (finished is null) schedule(instance);
        else finished.Dispose();
    }

    private Instance GetOrAdd(string id)
    {
        if (!instances.TryGetValue(id, out var instance)) instances.Add(id, instance = new Instance(id));
        return instance;
    }

    private bool Activate(Instance instance)
    {
        if (instance.Token is not null) return false;
        instance.Token = enter();
        if (idleNodes.Remove(instance, out var node))
        {
            idle.Remove(node);
            idleBytes -= instance.Live!.Bytes;
        }
        return true;
    }

    private void Rest(Instance instance)
    {
        if (instance.Live is null)
        {
            instances.Remove(instance.Id);
            return;
        }
        idleNodes.Add(instance, idle.AddLast(instance));
        idleBytes += instance.Live.Bytes;
        while (idleBytes > cacheBytes)
        {
            var oldest = idle.First!.Value;
            idle.RemoveFirst();
            idleNodes.Remove(oldest);
            idleBytes -= oldest.Live!.Bytes;
            instances.Remove(oldest.Id);
        }
    }
}
