using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace Sakip.Embedded.Hosting;

/// <summary>Puts the one-process runtime together.</summary>
internal static class EmbeddedHost
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) =>
        new(WebApplication.CreateSlimBuilder(args));

    public static IHost Build(
        WebApplicationBuilder web,
        IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware,
        bool webEnabled)
    {
        _ = middleware;
        _ = webEnabled;
        return web.Build();
    }
}
