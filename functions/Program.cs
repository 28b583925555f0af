using System.Globalization;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Storage;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;

// What is Indonesian asks for it; everything else is the same whatever language the machine speaks.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<FunctionTraces>();
builder.UseMiddleware<ReadsOnce>();
builder.UseMiddleware<Sweeps>();
builder.UseMiddleware<SecurityHeaders>();
builder.UseMiddleware<CanonicalLink>();
builder.UseMiddleware<FunctionErrors>();
builder.UseMiddleware<CleanForms>();
builder.UseMiddleware<AccessMiddleware>();
builder.UseMiddleware<ApiRules>();
builder.UseMiddleware<YearRules>();
builder.UseMiddleware<TimerLog>();
builder.Configuration.RefuseWrongSettings();
builder.AddTelemetry();
builder.AddCapabilities();
builder.AddLeanFailures();
await builder.Build().RunAsync();
