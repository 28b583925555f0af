using System.Collections.ObjectModel;
using System.Reflection;

namespace Sakip.Tests.House.ApiSurface;

/// <summary>
/// The compiler's nullable flags of one type use, read in the order of its parts: 2 means annotated with a question
/// mark. Unlike NullabilityInfo it tells <c>T</c> from <c>T?</c>.
/// </summary>
internal sealed class Annotations
{
    private const byte Annotated = 2;
    private readonly byte[] flags;
    private int next;

    private Annotations(byte[] flags) => this.flags = flags;

    /// <summary>Flags that say nothing: for base types and constraints, which the listing writes bare.</summary>
    public static Annotations None => new([0]);

    public static Annotations Of(ParameterInfo parameter) => new(
        Flags(parameter.CustomAttributes, "NullableAttribute") ?? Context(parameter.Member));

    public static Annotations Of(MemberInfo member) => new(
        Flags(member.CustomAttributes, "NullableAttribute") ?? Context(member));

    /// <summary>Whether a type parameter stands under <c>notnull</c>, if it has no other constraint.</summary>
    public static bool IsNotNull(Type parameter)
    {
        var flags = Flags(parameter.CustomAttributes, "NullableAttribute")
            ?? Context((MemberInfo?)parameter.DeclaringMethod ?? parameter.DeclaringType!);
        return flags[0] == 1;
    }

    /// <summary>Reads the flag of the next part; true when it has a question mark.</summary>
    public bool Read(Type part)
    {
        if (part.IsValueType && !part.IsGenericType) return false;
        var flag = flags.Length == 1 ? flags[0] : flags[next++];
        return flag == Annotated && !part.IsValueType;
    }

    private static byte[] Context(MemberInfo member)
    {
        for (var place = member; place is not null; place = place.DeclaringType)
            if (Flags(place.CustomAttributes, "NullableContextAttribute") is { } flags) return flags;
        return Flags(member.Module.CustomAttributes, "NullableContextAttribute") ?? [0];
    }

    private static byte[]? Flags(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes
            .FirstOrDefault(attribute => attribute.AttributeType.Name == name)
            ?.ConstructorArguments[0]
            .Value switch
        {
            byte flag => [flag],
            ReadOnlyCollection<CustomAttributeTypedArgument> flags => [.. flags.Select(flag => (byte)flag.Value!)],
            _ => null,
        };
}
