using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;

namespace Sakip.Functions.Api;

/// <summary>Schemas of what goes over the wire, read from the serialiser's own view of the types.</summary>
internal sealed class SchemaBuilder(JsonSerializerOptions json, OpenApiDocument document)
{
    private readonly NullabilityInfoContext _nullability = new();

    private readonly Dictionary<Type, string> _names = [];

    public IOpenApiSchema Of(Type type, bool isNullable = false)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        isNullable |= bare != type;
        if (Plain(bare) is { } plain)
            return OrNull(plain, isNullable);
        var info = json.GetTypeInfo(bare);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Enumerable:
                return OrNull(
                    new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(info.ElementType!) },
                    isNullable
                );
            case JsonTypeInfoKind.Dictionary:
                return OrNull(
                    new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Of(info.ElementType!) },
                    isNullable
                );
            case JsonTypeInfoKind.Object:
                var reference = new OpenApiSchemaReference(Declare(bare, info), document);
                return isNullable
                    ? new OpenApiSchema { OneOf = [reference, new OpenApiSchema { Type = JsonSchemaType.Null }] }
                    : reference;
            default:
                // A converter of its own decides: any value.
                return new OpenApiSchema();
        }
    }

    private string Declare(Type type, JsonTypeInfo info)
    {
        if (_names.TryGetValue(type, out var known))
            return known;
        var name = NameOf(type);
        if (_names.ContainsValue(name))
            name = type.Namespace!.Split('.')[^1] + name;
        _names[type] = name;
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(),
            Required = new HashSet<string>(),
        };
        document.AddComponent(name, (IOpenApiSchema)schema);
        foreach (
            var property in info.Properties.Where(property => property.Get is not null || property.Set is not null)
        )
        {
            var isNullable = IsNullable(property);
            schema.Properties[property.Name] = Of(property.PropertyType, isNullable);
            if (!isNullable && property.AssociatedParameter is not { HasDefaultValue: true })
                schema.Required.Add(property.Name);
        }

        return name;
    }

    private bool IsNullable(JsonPropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (
            property.AttributeProvider is PropertyInfo declared
            && !declared.PropertyType.IsValueType
            && _nullability.Create(declared).ReadState == NullabilityState.Nullable
        );

    private static string NameOf(Type type) =>
        type.IsGenericType
            ? type.Name.Split('`')[0] + "Of" + string.Concat(type.GetGenericArguments().Select(NameOf))
            : type.Name;

    private static OpenApiSchema OrNull(OpenApiSchema schema, bool isNullable)
    {
        if (isNullable)
            schema.Type |= JsonSchemaType.Null;
        return schema;
    }

    private static OpenApiSchema? Plain(Type type)
    {
        if (type.IsEnum)
        {
            return new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. Enum.GetNames(type).Select(name => JsonValue.Create(name)!)],
            };
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => Text(JsonSchemaType.Boolean),
            TypeCode.Int32 or TypeCode.Int16 or TypeCode.Byte => Text(JsonSchemaType.Integer, "int32"),
            TypeCode.Int64 => Text(JsonSchemaType.Integer, "int64"),
            TypeCode.Decimal => Text(JsonSchemaType.Number, "decimal"),
            TypeCode.Double or TypeCode.Single => Text(JsonSchemaType.Number, "double"),
            TypeCode.String or TypeCode.Char => Text(JsonSchemaType.String),
            TypeCode.DateTime => Text(JsonSchemaType.String, "date-time"),
            _ when type == typeof(DateTimeOffset) => Text(JsonSchemaType.String, "date-time"),
            _ when type == typeof(DateOnly) => Text(JsonSchemaType.String, "date"),
            _ when type == typeof(TimeSpan) => Text(JsonSchemaType.String, "duration"),
            _ when type == typeof(Uri) => Text(JsonSchemaType.String, "uri"),
            _ when type == typeof(Guid) => Text(JsonSchemaType.String, "uuid"),
            _ when type == typeof(byte[]) => Text(JsonSchemaType.String, "byte"),
            _ => null,
        };
    }

    private static OpenApiSchema Text(JsonSchemaType type, string? format = null) =>
        new() { Type = type, Format = format };
}
