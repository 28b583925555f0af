using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;

namespace Sakip.SmallApp.Hosting;

/// <summary>
/// The same app with one mistake in what it declares, by setting <c>Fault</c>. A function that is really written so
/// would break the app's other functions too, disabled or not, since the worker maps the routes of all.
/// </summary>
internal static class Faults
{
    private static readonly Dictionary<string, Func<DefaultFunctionMetadata>> Mistakes = new()
    {
        ["RouteSlash"] = () => Http("Wrong", "/"),
        ["HiddenByAnEarlierName"] = () => Http("WrongUnit", "units/new/{year:int}"),
        ["CatchAllThatSortsFirst"] = () => Http("AaWrong", "{*path}"),
        ["UnknownConstraint"] = () => Http("Wrong", "wrong/{y:year}"),
        ["RouteOfTheHost"] = () => Http("Wrong", "admin/users"),
        ["MissingSetting"] = () => Timer("Wrong", "%NowhereToBeFound%"),
        ["BadSchedule"] = () => Timer("Wrong", "0 0 25 * * *"),
        ["NameUsedTwice"] = () => Http("text", "wrong"),
        ["NotToBeLoaded"] = () => Http("Wrong", "wrong", "Sakip.SmallApp.Nowhere.Run"),
    };

    public static void AddFaults(this FunctionsApplicationBuilder builder, string? fault)
    {
        if (fault is null || !Mistakes.TryGetValue(fault, out var mistake))
            return;
        builder.Services.AddSingleton<IFunctionMetadataProvider>(new Mistaken(mistake()));
    }

    private static DefaultFunctionMetadata Http(
        string name,
        string route,
        string entryPoint = "Sakip.SmallApp.Http.Results.Text"
    ) =>
        Function(
            name,
            entryPoint,
            [
                $$"""
                {
                  "name": "request", "type": "httpTrigger", "direction": "In", "authLevel": "Anonymous",
                  "methods": ["get"], "route": "{{route}}"
                }
                """,
                """{"name":"$return","type":"http","direction":"Out"}""",
            ]
        );

    private static DefaultFunctionMetadata Timer(string name, string schedule) =>
        Function(
            name,
            "Sakip.SmallApp.Timers.Sweeps.Sweep",
            [$$"""{"name":"timer","type":"timerTrigger","direction":"In","schedule":"{{schedule}}"}"""]
        );

    private static DefaultFunctionMetadata Function(string name, string entryPoint, string[] bindings) =>
        new()
        {
            Name = name,
            Language = "dotnet-isolated",
            EntryPoint = entryPoint,
            ScriptFile = "Sakip.SmallApp.dll",
            RawBindings = bindings,
        };

    private sealed class Mistaken(IFunctionMetadata mistake) : IFunctionMetadataProvider
    {
        public async Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory) =>
            (await new GeneratedFunctionMetadataProvider().GetFunctionMetadataAsync(directory)).Add(mistake);
    }
}
