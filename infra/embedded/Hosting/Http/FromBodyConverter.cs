using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Sakip.Embedded.Hosting.Http;

/// <summary>Reads the JSON body of a request with the worker's serialiser settings.</summary>
internal sealed class FromBodyConverter : IInputConverter
{
    public async ValueTask<ConversionResult> ConvertAsync(ConverterContext context)
    {
        if (context.FunctionContext.GetHttpContext() is not { } http) return ConversionResult.Unhandled();
        var options = context.FunctionContext.InstanceServices
            .GetRequiredService<IOptions<JsonSerializerOptions>>().Value;
        try
        {
            return ConversionResult.Success(await JsonSerializer.DeserializeAsync(
                http.Request.Body, context.TargetType, options, http.RequestAborted));
        }
        catch (JsonException error)
        {
            return ConversionResult.Failed(new InvalidOperationException(
                $"The body is not a {context.TargetType.Name} in JSON: {error.Message}", error));
        }
    }
}
