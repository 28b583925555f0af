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
        Parameters = [.. method.GetParameters().Select(parameter => new FunctionParameter(
            parameter.Name!, parameter.ParameterType, parameter.HasDefaultValue,
            parameter.HasDefaultValue ? parameter.DefaultValue : null))];
    }

    public override string Name { get; }

    public override string Id => EntryPoint;

    public override string EntryPoint => $"{Method.DeclaringType!.FullName}.{Method.Name}";

    public override string PathToAssembly => Method.Module.FullyQualifiedName;

    public override ImmutableArray<FunctionParameter> Parameters { get; }

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty;

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

        public override BindingDirection Direction => BindingDirection.In;
    }
}
