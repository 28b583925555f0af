using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Sakip.Embedded.Hosting.Discovery;

namespace Sakip.Embedded.Hosting.Http;

/// <summary>Fills a parameter from the route value of the same name.</summary>
internal static class RouteValueBinder
{
    private static readonly HashSet<Type> Simple =
    [
        typeof(string), typeof(int), typeof(long), typeof(short), typeof(bool), typeof(double), typeof(decimal),
        typeof(Guid), typeof(DateTime), typeof(DateTimeOffset),
    ];

    /// <summary>Null when a route value cannot become the parameter's type.</summary>
    public static ParameterBinder? For(ParameterInfo parameter)
    {
        var name = parameter.Name!;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (!Simple.Contains(type)) return null;
        var converter = TypeDescriptor.GetConverter(type);
        return invocation =>
        {
            var text = invocation.GetHttpContext()?.Request.RouteValues[name] as string;
            if (text is null) return new(parameter.HasDefaultValue ? parameter.DefaultValue : null);
            return new(type == typeof(string) ? text : Convert(converter, text, name));
        };
    }

    private static object? Convert(TypeConverter converter, string text, string name)
    {
        try
        {
            return converter.ConvertFrom(null, CultureInfo.InvariantCulture, text);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or NotSupportedException)
        {
            throw new FunctionInputConverterException(
                $"Route value '{name}' cannot be converted: {error.Message}",
                error);
        }
    }
}
