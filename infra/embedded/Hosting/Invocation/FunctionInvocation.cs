using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Sakip.Embedded.Hosting.Discovery;

namespace Sakip.Embedded.Hosting.Invocation;

/// <summary>The context of one invocation.</summary>
/// <param name="function">The function that runs.</param>
/// <param name="triggerValue">What its trigger parameter receives.</param>
/// <param name="services">The invocation's scope.</param>
/// <param name="stopping">Fires when the host stops.</param>
internal sealed class FunctionInvocation(
    FunctionDescriptor function,
    object? triggerValue,
    IServiceProvider services,
    CancellationToken stopping)
    : FunctionContext
{
    private readonly Data data = new();

    public object? TriggerValue => triggerValue;

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override TraceContext TraceContext { get; } = new CurrentTrace();

    public override BindingContext BindingContext => data;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new FeatureSet();

    public override CancellationToken CancellationToken => stopping;

    public void SetData(IEnumerable<KeyValuePair<string, object?>> values) =>
        data.Values = values.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    private sealed class Data : BindingContext
    {
        public ImmutableDictionary<string, object?> Values { get; set; } = ImmutableDictionary<string, object?>.Empty;

        public override IReadOnlyDictionary<string, object?> BindingData => Values;
    }

    private sealed class CurrentTrace : TraceContext
    {
        public override string TraceParent { get; } = Activity.Current?.Id ?? string.Empty;
    }

    private sealed class FeatureSet : IInvocationFeatures
    {
        private readonly Dictionary<Type, object> features = [];

        public void Set<T>(T instance) => features[typeof(T)] = instance!;

        public T? Get<T>() => features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

        public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => features.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
