using Sakip.Embedded.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a Functions app begins.</summary>
// The package declares a class that can be made, with one static method.
#pragma warning disable CA1052
public class FunctionsApplication
#pragma warning restore CA1052
{
    /// <summary>
    /// Starts to build the app. Settings come from local.settings.json, the environment and the arguments.
    /// </summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => EmbeddedHost.CreateBuilder(args);
}
