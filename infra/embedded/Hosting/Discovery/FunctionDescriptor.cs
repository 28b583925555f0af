using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Sakip.Embedded.Hosting.Discovery;

/// <summary>A function of the app: its method, its trigger, and how its parameters are filled.</summary>
internal sealed class FunctionDescriptor : FunctionDefinition
{
    public FunctionDescriptor(
        string name,
        MethodInfo method,
        TriggerBindingAttribute trigger,
        ParameterInfo triggerParameter,
        ImmutableArray<ParameterBinder> binders)
    {
        Name = name;
        Method = method;
        Trigger = trigger;
        TriggerParameter = triggerParameter;
        Binders = binders;
        Call = MethodCall.Of(method);
        InputBindings = BindingsOf(method).ToImmutableDictionary(binding => binding.Name);
    }

    public override string Name { get; }

    public override string EntryPoint => $"{Method.DeclaringType!.FullName}.{Method.Name}";

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    public MethodInfo Method { get; }

    public TriggerBindingAttribute Trigger { get; }

    public ParameterInfo TriggerParameter { get; }

    public ImmutableArray<ParameterBinder> Binders { get; }

    public Func<object?, object?[], Task<object?>> Call { get; }

    private static IEnumerable<BindingMetadata> BindingsOf(MethodInfo method) =>
        from parameter in method.GetParameters()
        let attribute = parameter.GetCustomAttribute<BindingAttribute>()
        where attribute is not null
        select new Binding(parameter.Name!, TypeOf(attribute));

    private static string TypeOf(BindingAttribute attribute)
    {
        var name = attribute.GetType().Name;
        return char.ToLowerInvariant(name[0]) + name[1..^nameof(Attribute).Length];
    }

    private sealed class Binding(string name, string type) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => type;
    }
}
