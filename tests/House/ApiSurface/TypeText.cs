using System.Reflection;

namespace Sakip.Tests.House.ApiSurface;

/// <summary>Writes types as the listing of the real packages does.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(byte)] = "byte",
    };

    public static string Of(Type type, Annotations annotations)
    {
        if (type.IsByRef) type = type.GetElementType()!;
        if (Nullable.GetUnderlyingType(type) is { } value) return Of(value, annotations) + "?";
        var mark = annotations.Read(type) ? "?" : "";
        return Name(type, annotations) + mark;
    }

    /// <summary>The name without the type arguments' nullability: how the listing names a declaring type.</summary>
    public static string Declaring(Type type) =>
        type.IsGenericTypeDefinition
            ? $"{Bare(type)}<{string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name))}>"
            : Bare(type);

    public static string Constraints(Type[] parameters) => string.Concat(parameters.Select(Constraint));

    private static string Name(Type type, Annotations annotations)
    {
        if (type.IsGenericParameter) return type.Name;
        if (type.IsArray) return Of(type.GetElementType()!, annotations) + "[]";
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (!type.IsGenericType) return Bare(type);
        var arguments = type.GetGenericArguments().Select(argument => Of(argument, annotations));
        return $"{Bare(type)}<{string.Join(", ", arguments)}>";
    }

    private static string Bare(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type.DeclaringType is { } outer ? $"{Bare(outer)}.{name}" : $"{type.Namespace}.{name}";
    }

    private static string Constraint(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        var words = new List<string>();
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            words.Add("class");
        else if (attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            words.Add("struct");
        else if (parameter.GetGenericParameterConstraints().Length == 0 && Annotations.IsNotNull(parameter))
            words.Add("notnull");
        words.AddRange(
            parameter.GetGenericParameterConstraints().Select(constraint => Of(constraint, Annotations.None)));
        return words.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", words)}";
    }
}
