using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.OpenApi;
using Sakip.Kernel;

namespace Sakip.Functions.Web.Api;

/// <summary>Describes the HTTP functions under <c>/api</c> and <c>/health</c>, as their attributes and types say.</summary>
internal static class OpenApiBuilder
{
    private const string Key = "functionKey";
    private const string ProblemType = "application/problem+json";

    public static OpenApiDocument Build(ApiCatalog catalog, Uri server)
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo
            {
                Title = "SAKIP",
                Version = "1",
                Description =
                    "Siklus akuntabilitas kinerja satu kantor: rencana, perjanjian, triwulan, evaluasi, laporan.",
            },
            Servers = [new OpenApiServer { Url = server.ToString() }],
            Paths = [],
            Components = new OpenApiComponents(),
        };
        document.AddComponent(
            Key,
            (IOpenApiSecurityScheme)
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Header,
                    Name = "x-functions-key",
                    Description = "Kunci fungsi dari pengelola.",
                }
        );
        var schemas = new SchemaBuilder(SakipJson.Options, document);
        foreach (var function in catalog.Functions.Where(IsDescribed))
            Add(document, schemas, function);
        return document;
    }

    public static bool IsDescribed(ApiFunction function) =>
        (function.IsApi || function.Route.StartsWith("health/", StringComparison.Ordinal))
        && function.Name != UnknownApi.Name;

    /// <summary>The path as the description writes it: parameters without their constraints.</summary>
    public static string PathOf(ApiFunction function) =>
        "/"
        + string.Join(
            '/',
            TemplateParser
                .Parse(function.Route)
                .Segments.Select(segment =>
                    string.Concat(segment.Parts.Select(part => part.IsParameter ? $"{{{part.Name}}}" : part.Text))
                )
        );

    private static void Add(OpenApiDocument document, SchemaBuilder schemas, ApiFunction function)
    {
        var path = PathOf(function);
        if (!document.Paths.TryGetValue(path, out var item))
            document.Paths[path] = item = new OpenApiPathItem();
        foreach (var method in function.Methods)
        {
            var isFirst = method == function.Methods[0];
            ((OpenApiPathItem)item).AddOperation(
                HttpMethod.Parse(method),
                Operation(document, schemas, function, method, isFirst ? function.Name : function.Name + Titled(method))
            );
        }
    }

    private static OpenApiOperation Operation(
        OpenApiDocument document,
        SchemaBuilder schemas,
        ApiFunction function,
        string method,
        string id
    )
    {
        var told = function.Operation ?? new ApiOperationAttribute(function.Name);
        var isPost = method.Equals("post", StringComparison.OrdinalIgnoreCase);
        var operation = new OpenApiOperation
        {
            OperationId = id,
            Summary = told.Summary,
            Parameters = [.. Parameters(function, told, isPost)],
            Responses = Answers(schemas, function, told, isPost),
        };
        if (method.ToUpperInvariant() is "PUT" or "DELETE")
        {
            operation.Parameters.Add(
                new OpenApiParameter
                {
                    Name = "If-Match",
                    In = ParameterLocation.Header,
                    Description = "ETag yang dibaca; bila yang tersimpan sudah lain, tidak ada yang diubah (412).",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                }
            );
            operation.Responses["412"] = new OpenApiResponse
            {
                Description = "Data sudah berubah sejak dibaca.",
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [ProblemType] = Media(schemas, ProblemType, typeof(ProblemDetails)),
                },
            };
        }

        if (function.NeedsKey)
        {
            operation.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] },
            ];
        }

        if (told.Body is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = told.BodyTypes.ToDictionary(
                    type => type,
                    IOpenApiMediaType (type) => Media(schemas, type, body)
                ),
            };
        }

        return operation;
    }

    private static IEnumerable<IOpenApiParameter> Parameters(
        ApiFunction function,
        ApiOperationAttribute told,
        bool isPost
    )
    {
        IEnumerable<IOpenApiParameter> all =
        [
            .. TemplateParser.Parse(function.Route).Parameters.Select(InPath),
            .. (told.Paged ? ["size", "after", .. told.Query] : told.Query).Select(InQuery),
        ];
        return isPost && function.IsApi ? all.Append(IdempotencyKey()) : all;
    }

    private static OpenApiParameter InPath(TemplatePart part)
    {
        var constraints = part.InlineConstraints.Select(constraint => constraint.Constraint).ToArray();
        return new OpenApiParameter
        {
            Name = part.Name,
            In = ParameterLocation.Path,
            Required = true,
            Schema = new OpenApiSchema
            {
                Type =
                    constraints.Contains("int") || constraints.Contains("long")
                        ? JsonSchemaType.Integer
                        : JsonSchemaType.String,
                Pattern = constraints
                    .Where(one => one.StartsWith("regex(", StringComparison.Ordinal))
                    .Select(one =>
                        one[6..^1]
                            .Replace("[[", "[", StringComparison.Ordinal)
                            .Replace("]]", "]", StringComparison.Ordinal)
                    )
                    .FirstOrDefault(),
            },
            Example = part.Name switch
            {
                "unit" => "biro-organisasi",
                "year" => 2024,
                _ => null,
            },
        };
    }

    private static OpenApiParameter InQuery(string name) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Schema =
                name == "size"
                    ? new OpenApiSchema
                    {
                        Type = JsonSchemaType.Integer,
                        Minimum = "1",
                        Maximum = $"{ListWindow.LargestPage}",
                    }
                    : new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static OpenApiParameter IdempotencyKey() =>
        new()
        {
            Name = IdempotencyKeys.Header,
            In = ParameterLocation.Header,
            Description = "Permintaan yang sama dengan kunci yang sama dijawab sama selama satu hari.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 },
        };

    private static OpenApiResponses Answers(
        SchemaBuilder schemas,
        ApiFunction function,
        ApiOperationAttribute told,
        bool isPost
    )
    {
        var answers = new OpenApiResponses { [$"{told.Status}"] = Success(schemas, told) };
        if (!function.IsApi)
        {
            answers["503"] = new OpenApiResponse { Description = "Belum siap." };
            return answers;
        }

        void Refused(string status, string why) =>
            answers[status] = new OpenApiResponse
            {
                Description = why,
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [ProblemType] = Media(schemas, ProblemType, typeof(ProblemDetails)),
                },
            };

        if (!isPost && told.AnswerTypes is [ApiOperationAttribute.Json] && told.Answer is not null)
            answers["304"] = new OpenApiResponse { Description = "Tidak berubah sejak dibaca." };
        if (function.NeedsKey)
            answers["401"] = new OpenApiResponse { Description = "Kunci fungsi tidak ada atau salah." };
        if (told.Paged || told.Body is not null || isPost)
            Refused("400", "Permintaan tidak dapat dibaca.");
        Refused("404", "Tidak ditemukan.");
        if (isPost)
            Refused("409", "Bertentangan dengan yang tersimpan, atau masih dikerjakan.");
        if (told.Body is not null)
        {
            Refused("413", "Isi terlalu besar.");
            Refused("415", "Jenis isi tidak didukung.");
        }

        if (isPost)
            Refused("422", "Isi tidak dapat diterima; kesalahannya disebut satu per satu.");
        Refused("default", "Kesalahan lain.");
        return answers;
    }

    private static OpenApiResponse Success(SchemaBuilder schemas, ApiOperationAttribute told) =>
        new()
        {
            Description = told.Summary,
            Content =
                told.Answer is not null || told.AnswerTypes is not [ApiOperationAttribute.Json]
                    ? told.AnswerTypes.ToDictionary(
                        type => type,
                        IOpenApiMediaType (type) => Media(schemas, type, told.Answer)
                    )
                    : null,
        };

    private static OpenApiMediaType Media(SchemaBuilder schemas, string type, Type? of) =>
        new OpenApiMediaType
        {
            Schema =
                type.EndsWith("json", StringComparison.Ordinal) && of is not null
                    ? schemas.Of(of)
                    : new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
        };

    private static string Titled(string method) => char.ToUpperInvariant(method[0]) + method[1..];
}
