using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sakip.Functions.Hosting;
using Sakip.Storage;

namespace Sakip.Tests.House;

/// <summary>Capabilities register themselves: nothing that a function or a service asks for is left out.</summary>
public sealed class CompositionTests
{
    [Fact]
    public void Every_function_and_every_service_can_be_made()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
                ["Signing:Method"] = "Trial",
                ["Mail:Transport"] = "Folder",
                ["Mail:Folder"] = "letters",
            }
        );
        builder.AddCapabilities();
        foreach (var type in FunctionClasses())
            builder.Services.AddTransient(type);

        var failure = Record.Exception(() =>
            builder
                .Services.BuildServiceProvider(
                    new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
                )
                .Dispose()
        );

        Assert.Null(failure);
    }

    private static IEnumerable<Type> FunctionClasses() =>
        from assembly in new[] { typeof(Composition).Assembly, typeof(OfficeStorage).Assembly }
        from type in assembly.GetTypes()
        where !type.IsAbstract
        where type.GetMethods().Any(method => method.IsDefined(typeof(FunctionAttribute), inherit: false))
        select type;
}
