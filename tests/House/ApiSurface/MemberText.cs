using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sakip.Tests.House.ApiSurface;

/// <summary>Writes public and protected members as the listing of the real packages does.</summary>
internal static class MemberText
{
    /// <summary>The texts of a type's own visible members, each with the name that overloads share.</summary>
    public static IEnumerable<(string Name, string Text)> Of(Type type)
    {
        const BindingFlags own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
            | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsSubclassOf(typeof(Delegate))) return [];
        if (type.IsEnum) return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(EnumValue);
        return type.GetConstructors(own).Where(IsVisible).Select(Constructor)
            .Concat(type.GetMethods(own).Where(method => IsVisible(method) && !IsAccessor(method)).Select(Method))
            .Concat(type.GetProperties(own).Where(IsVisible).Select(Property))
            .Concat(type.GetFields(own).Where(field => field.IsPublic || field.IsFamily).Select(Field));
    }

    public static string Parameters(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute), false);
        return string.Join(", ", method.GetParameters().Select(parameter =>
            (isExtension && parameter.Position == 0 ? "this " : "") + Parameter(parameter)));
    }

    public static string Return(MethodInfo method) =>
        TypeText.Of(method.ReturnType, Annotations.Of(method.ReturnParameter));

    private static (string, string) EnumValue(FieldInfo field) => (field.Name, string.Create(
        CultureInfo.InvariantCulture, $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), null)}"));

    private static (string, string) Constructor(ConstructorInfo constructor) =>
        (".ctor", $"{Access(constructor)} .ctor({Parameters(constructor)})");

    private static (string, string) Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
            : "";
        var constraints =
            method.IsGenericMethod && method.GetBaseDefinition() == method
                ? TypeText.Constraints(method.GetGenericArguments())
                : "";
        return (
            method.Name,
            $"{Obsolete(method)}{Access(method)} {Modifiers(method)}{Return(method)} {method.Name}{generic}"
                + $"({Parameters(method)}){constraints}");
    }

    private static (string, string) Property(PropertyInfo property)
    {
        var accessor = property.GetAccessors(true).First(IsVisible);
        var index = property.GetIndexParameters() is { Length: > 0 } parameters
            ? $"[{string.Join(", ", parameters.Select(Parameter))}]"
            : "";
        var type = TypeText.Of(property.PropertyType, Annotations.Of(property));
        var get = property.GetMethod is { } getter && IsVisible(getter) ? Narrower(getter, accessor) + "get; " : "";
        var set = property.SetMethod is { } setter && IsVisible(setter)
            ? Narrower(setter, accessor) + (IsInit(setter) ? "init; " : "set; ")
            : "";
        return (property.Name, $"{Obsolete(property)}{Access(accessor)} {Modifiers(accessor)}{type} "
            + $"{property.Name}{index} {{ {get}{set}}}");
    }

    private static (string, string) Field(FieldInfo field)
    {
        var kind = field.IsLiteral ? "const " : field.IsStatic ? "static " : "";
        var readOnly = field.IsInitOnly ? "readonly " : "";
        var value = !field.IsLiteral ? "" : " = " + Constant(field.GetRawConstantValue(), field.FieldType);
        return (field.Name, $"{(field.IsPublic ? "public" : "protected")} {kind}{readOnly}"
            + $"{TypeText.Of(field.FieldType, Annotations.Of(field))} {field.Name}{value}");
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var way = parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "";
        var many = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var value = parameter.HasDefaultValue
            ? " = " + Constant(parameter.RawDefaultValue, parameter.ParameterType)
            : "";
        return way + many + TypeText.Of(parameter.ParameterType, Annotations.Of(parameter))
            + $" {parameter.Name}{value}";
    }

    private static string Constant(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };

    private static string Modifiers(MethodInfo method)
    {
        if (method.IsStatic) return "static ";
        if (method.DeclaringType!.IsInterface) return "";
        var overrides = method.GetBaseDefinition() != method;
        if (method.IsAbstract) return overrides ? "abstract override " : "abstract ";
        if (overrides) return method.IsFinal ? "sealed override " : "override ";
        return method.IsVirtual && !method.IsFinal ? "virtual " : "";
    }

    private static string Obsolete(MemberInfo member) =>
        member.IsDefined(typeof(ObsoleteAttribute)) ? "[Obsolete] " : "";

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static string Narrower(MethodBase accessor, MethodBase widest) =>
        Access(accessor) == Access(widest) ? "" : Access(accessor) + " ";

    private static bool IsVisible(MethodBase method) =>
        (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly)
        && !method.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsVisible(PropertyInfo property) => property.GetAccessors(true).Any(IsVisible);

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
