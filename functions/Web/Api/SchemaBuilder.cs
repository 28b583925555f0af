using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Sakip.Functions.Web.Api;

/// <summary>
/// Schemas of what goes over the wire, as the serialiser itself exports them. Every object becomes a component, so that
/// it is described once and a type that holds itself ends.
/// </summary>
internal sealed class SchemaBuilder(JsonSerializerOptions json, OpenApiDocument document)
{
    private const string Components = "#/components/schemas/";

    /// <summary>The formats of OpenAPI that a JSON schema does not have.</summary>
    private static readonly Dictionary<Type, string> Formats = new()
    {
        [typeof(int)] = "int32",
        [typeof(long)] = "int64",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(TimeSpan)] = "duration",
        [typeof(byte[])] = "byte",
    };

    private readonly Dictionary<Type, string> _names = [];

    public IOpenApiSchema Of(Type type) =>
        Read(
            json.GetJsonSchemaAsNode(
                type,
                new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform }
            )
        );

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var isNullable = context.PropertyInfo?.IsGetNullable ?? type != context.TypeInfo.Type;
        var info = json.GetTypeInfo(type);
        if (node is not JsonObject schema)
            return node;
        if (info.Kind == JsonTypeInfoKind.Object)
        {
            Declare(info, schema);
            return isNullable
                ? new JsonObject { ["oneOf"] = new JsonArray(Reference(type), new JsonObject { ["type"] = "null" }) }
                : Reference(type);
        }

        // The exporter points to a list that it has met before by its place, which a component does not have.
        if (schema.ContainsKey("$ref") && info.Kind == JsonTypeInfoKind.Enumerable)
            schema = new JsonObject { ["type"] = "array", ["items"] = Reference(info.ElementType!) };
        if (schema.TryGetPropertyValue("default", out var value) && value is null)
            schema.Remove("default");
        if (type.IsEnum)
            schema["type"] = isNullable ? new JsonArray("string", "null") : "string";
        if (Formats.TryGetValue(type, out var format))
            schema["format"] = format;
        return schema;
    }

    private void Declare(JsonTypeInfo info, JsonObject schema)
    {
        var name = Name(info.Type);
        if (schema.ContainsKey("$ref") || document.Components?.Schemas?.ContainsKey(name) == true)
            return;
        var own = (JsonObject)schema.DeepClone();
        own.Remove("default");
        own["type"] = "object";
        own["required"] = new JsonArray([
            .. info.Properties.Where(IsRequired).Select(one => JsonValue.Create(one.Name)),
        ]);
        document.AddComponent(name, Read(own));
    }

    private JsonObject Reference(Type type) => new() { ["$ref"] = Components + Name(type) };

    private string Name(Type type)
    {
        if (_names.TryGetValue(type, out var known))
            return known;
        var name = Plain(type);
        return _names[type] = _names.ContainsValue(name) ? type.Namespace!.Split('.')[^1] + name : name;
    }

    private IOpenApiSchema Read(JsonNode node) =>
        node switch
        {
            JsonObject schema when (string?)schema["$ref"] is { } reference => new OpenApiSchemaReference(
                reference[Components.Length..],
                document
            ),
            JsonObject schema => OpenApiModelFactory.Parse<OpenApiSchema>(
                schema.ToJsonString(),
                OpenApiSpecVersion.OpenApi3_1,
                document,
                out _,
                OpenApiConstants.Json
            )!,
            // "true": a converter of its own decides, and any value may come.
            _ => new OpenApiSchema(),
        };

    private static bool IsRequired(JsonPropertyInfo property) =>
        !property.IsExtensionData
        && !property.IsGetNullable
        && property.AssociatedParameter is not { HasDefaultValue: true };

    private static string Plain(Type type) =>
        type.IsGenericType
            ? type.Name.Split('`')[0] + "Of" + string.Concat(type.GetGenericArguments().Select(Plain))
            : type.Name;
}
