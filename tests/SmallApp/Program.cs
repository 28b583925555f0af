using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sakip.SmallApp.Hosting;

var fault = Environment.GetEnvironmentVariable("Fault");
if (fault == "EndsBeforeItConnects")
    return;
if (fault == "NeverConnects")
    Thread.Sleep(Timeout.Infinite);

var builder = FunctionsApplication.CreateBuilder(args);
if (fault != "NoWeb")
    builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<Stamp>();
builder.AddJson();
builder.AddFaults(fault);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Desk>();
builder.Services.AddScoped<Notes>();
builder.Services.AddHostedService<StartsWithTheApp>();
builder.Services.Configure<KestrelServerOptions>(kestrel =>
    kestrel.Limits.MaxRequestBodySize = builder.Configuration.GetValue("BodyLimit", 30_000_000L)
);
await builder.Build().RunAsync();
