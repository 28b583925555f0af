using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<SecurityHeaders>();
builder.UseMiddleware<FunctionErrors>();
builder.UseMiddleware<AccessMiddleware>();
builder.UseMiddleware<TimerLog>();
builder.Configuration.RefuseUnanswered();
builder.AddTelemetry();
builder.AddJson();
builder.AddStorage();
builder.AddCapabilities();
builder.AddAccess();
await builder.Build().RunAsync();
