using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Sakip.Kernel;

namespace Sakip.Functions.Hosting;

/// <summary>
/// One span for each run of a function, in the trace that the host hands over; everything logged inside bears the trace's
/// id. Turns and activities are measured.
/// </summary>
internal sealed class FunctionTraces(SakipMeter meter, ILogger<FunctionTraces> log) : IFunctionsWorkerMiddleware
{
    private static readonly ActivitySource Source = new(Telemetry.Source);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var name = context.FunctionDefinition.Name;
        var trigger =
            context
                .FunctionDefinition.InputBindings.Values.Select(binding => binding.Type)
                .FirstOrDefault(type => type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase))
            ?? "";
        using var span = Start($"{Kind(trigger)} {name}", context.TraceContext.TraceParent);
        if (context.BindingContext.BindingData.TryGetValue("instanceId", out var instance))
            span?.SetTag("sakip.instance", instance);
        using var scope = Activity.Current is { } current
            ? log.BeginScope(new Dictionary<string, object> { ["Correlation"] = current.TraceId.ToHexString() })
            : null;
        var began = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (Exception failure)
        {
            span?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            throw;
        }
        finally
        {
            Measure(trigger, name, Stopwatch.GetElapsedTime(began));
        }
    }

    // The host's trace counts: what is current here may be the worker's own long call of the host. It is kept in the
    // audit also where nobody listens to spans.
    private static Activity? Start(string name, string? parent) =>
        Activity.Current is { } current && Traces.IdOf(parent) == current.TraceId.ToHexString()
            ? Source.StartActivity(name)
            : Traces.Continue(name, parent) ?? Source.StartActivity(name);

    private static string Kind(string trigger) =>
        trigger.ToUpperInvariant() switch
        {
            "HTTPTRIGGER" => "http",
            "TIMERTRIGGER" => "timer",
            "ORCHESTRATIONTRIGGER" => "orchestration",
            "ACTIVITYTRIGGER" => "activity",
            _ => "function",
        };

    private void Measure(string trigger, string name, TimeSpan took)
    {
        switch (Kind(trigger))
        {
            case "orchestration":
                meter.Turn(name, took);
                break;
            case "activity":
                meter.Activity(name, took);
                break;
        }
    }
}
