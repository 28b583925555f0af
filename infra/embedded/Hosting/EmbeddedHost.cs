using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Sakip.Embedded.Clock;
using Sakip.Embedded.Engine;
using Sakip.Embedded.Hosting.Control;
using Sakip.Embedded.Hosting.Http;
using Sakip.Embedded.Hosting.Invocation;
using Sakip.Embedded.Hosting.Storage;
using Sakip.Embedded.Hosting.Timers;

namespace Sakip.Embedded.Hosting;

/// <summary>Puts the one-process runtime together.</summary>
internal static class EmbeddedHost
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var web = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
        });
        RuntimeSettings.AddFiles(web.Configuration, AppContext.BaseDirectory);
        var data = new DataFolder(web.Configuration);
        var azurite = Azurite.IsReplaced(web.Configuration) ? null : new Azurite(web.Configuration, data);
        if (azurite is not null) web.Configuration["AzureWebJobsStorage"] = azurite.ConnectionString;
        web.Services.AddSingleton(data).AddRouting().AddMvcCore();
        web.Services.AddHostedService(_ => new RuntimeFoundation(data, azurite));
        web.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Drain.Limit);
        AddClock(web.Services, RuntimeSettings.Clock(web.Configuration));
        return new FunctionsApplicationBuilder(web);
    }

    public static IHost Build(
        WebApplicationBuilder web,
        IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware,
        bool webEnabled)
    {
        web.Services.AddSingleton(services => new FunctionSet(
            services.GetService<FunctionSource>() ?? FunctionSource.OfApp(Assembly.GetEntryAssembly()!),
            web.Configuration,
            services.GetRequiredService<IInlineConstraintResolver>(),
            webEnabled));
        web.Services.AddSingleton<Drain>();
        web.Services.AddSingleton(services =>
            ActivatorUtilities.CreateInstance<FunctionInvoker>(services, middleware));
        web.Services.AddSingleton(Engine);
        web.Services.AddSingleton(services => services.GetRequiredService<FunctionSet>().Routes);
        web.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<TimerFunctions>(
            services, services.GetRequiredService<FunctionSet>().Timers));
        web.Services.AddSingleton<FunctionKeys>().AddSingleton<HttpFunctions>().AddSingleton<AdminEndpoint>();
        web.Services.AddHostedService<FunctionsRuntime>();
        var app = web.Build();
        _ = app.Services.GetRequiredService<FunctionSet>();
        Serve(app);
        return app;
    }

    private static void AddClock(IServiceCollection services, VirtualClock? clock)
    {
        services.AddSingleton<WorkGate>();
        services.AddSingleton<TimeProvider>(_ => clock ?? TimeProvider.System);
        if (clock is null) return;
        services.AddSingleton(provider =>
        {
            var engine = provider.GetRequiredService<DurableEngine>();
            return new ClockMemory(
                clock, () => engine.GetMetaAsync(ClockMemory.Key), text => engine.SetMetaAsync(ClockMemory.Key, text));
        });
        services.AddSingleton(provider => new ClockSteps(
            clock, provider.GetRequiredService<WorkGate>(), provider.GetRequiredService<ClockMemory>().RecordAsync));
        services.AddSingleton(clock).AddSingleton<ClockEndpoint>();
    }

    private static DurableEngine Engine(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var options = new EngineOptions
        {
            DatabasePath = services.GetRequiredService<DataFolder>().Path("engine.db"),
            Converter = new JsonDataConverter(services.GetRequiredService<IOptions<JsonSerializerOptions>>().Value),
            MaximumConcurrentActivities = int.TryParse(
                RuntimeSettings.Host(configuration, "extensions:durableTask:maxConcurrentActivityFunctions"),
                out var activities) ? activities : 16,
            OnCommit = services.GetService<CommitWatch>(),
        };
        return ActivatorUtilities.CreateInstance<DurableEngine>(services, options);
    }

    private static void Serve(WebApplication app)
    {
        var functions = app.Services.GetRequiredService<HttpFunctions>();
        var admin = app.Services.GetRequiredService<AdminEndpoint>();
        var clock = app.Services.GetService<ClockEndpoint>();
        app.Run(http =>
        {
            var path = http.Request.Path;
            if (clock is not null && path.Equals("/.clock")) return clock.HandleAsync(http);
            return path.StartsWithSegments("/admin/functions", out var name) && name.HasValue
                ? admin.HandleAsync(http, name.Value![1..])
                : functions.HandleAsync(http);
        });
    }
}
