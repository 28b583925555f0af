using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Sakip.SmallApp.Hosting;

/// <summary>Gives the three users of JSON in a Functions app the same settings.</summary>
internal static class Json
{
    public static void AddJson(this FunctionsApplicationBuilder builder)
    {
        builder.Services.Configure<JsonSerializerOptions>(Apply);
        builder.Services.ConfigureHttpJsonOptions(options => Apply(options.SerializerOptions));
        builder.Services.Configure<Microsoft.AspNetCore.Mvc.JsonOptions>(options =>
            Apply(options.JsonSerializerOptions)
        );
    }

    private static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = true;
        options.Converters.Add(new JsonStringEnumConverter());
    }
}
