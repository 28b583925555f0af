namespace Sakip.Tests.House.ApiSurface;

/// <summary>Writes the line that declares a type, as the listing of the real packages does.</summary>
internal static class TypeLine
{
    public static string Of(Type type)
    {
        var name = TypeText.Declaring(type);
        var usage = Usage(type) + (type.IsDefined(typeof(ObsoleteAttribute), false) ? "[Obsolete] " : "");
        if (type.IsEnum)
            return $"{usage}public enum {name} : {TypeText.Of(type.GetEnumUnderlyingType(), Annotations.None)}";
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"public delegate {MemberText.Return(invoke)} {name}({MemberText.Parameters(invoke)})";
        }
        var bases = Bases(type).ToList();
        return $"{usage}public {Kind(type)} {name}" + (bases.Count == 0 ? "" : " : " + string.Join(", ", bases))
            + TypeText.Constraints(type.GetGenericArguments());
    }

    private static string Kind(Type type)
    {
        if (type.IsInterface) return "interface";
        if (type.IsValueType)
        {
            var isReadOnly = type.CustomAttributes.Any(a => a.AttributeType.Name == "IsReadOnlyAttribute");
            return isReadOnly ? "readonly struct" : "struct";
        }
        var modifier = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => "",
        };
        return modifier + (type.GetMethod("<Clone>$") is null ? "class" : "record");
    }

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            yield return TypeText.Of(parent, Annotations.None);
        var contracts = type.GetInterfaces().Select(contract => TypeText.Of(contract, Annotations.None));
        foreach (var contract in contracts.Order(StringComparer.Ordinal)) yield return contract;
    }

    private static string Usage(Type type)
    {
        var usage = type.GetCustomAttributesData()
            .FirstOrDefault(attribute => attribute.AttributeType == typeof(AttributeUsageAttribute));
        if (usage is null) return "";
        var named = usage.NamedArguments.Select(argument => $", {argument.MemberName}={argument.TypedValue.Value}");
        return $"[AttributeUsage({(int)usage.ConstructorArguments[0].Value!}{string.Concat(named)})] ";
    }
}
