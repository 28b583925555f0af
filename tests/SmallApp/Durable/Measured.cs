using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace Sakip.SmallApp.Durable;

/// <summary>What the benchmarks measure: orchestrations begun and waited for by the app itself.</summary>
public static class Measured
{
    [Function(nameof(Steps))]
    public static async Task<int> Steps([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        for (var left = context.GetInput<int>(); left > 0; left--)
            await context.CallActivityAsync<int>("Double", left);
        return 0;
    }

    /// <summary>The least that a page can be.</summary>
    [Function("Page")]
    public static IResult Page(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "measure")] HttpRequest request
    ) => HttpResults.Text("page");

    /// <summary>Runs so many instances at once, each with one input, and answers in how many milliseconds they ended.</summary>
    [Function("Measure")]
    public static async Task<IResult> MeasureAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "measure/{name:alpha}/{input:int}/{instances:int}")]
            HttpRequest request,
        string name,
        int input,
        int instances,
        [DurableClient] DurableTaskClient client
    )
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, instances)
                .Select(async _ =>
                {
                    var id = await client.ScheduleNewOrchestrationInstanceAsync(name, input);
                    await client.WaitForInstanceCompletionAsync(id, request.HttpContext.RequestAborted);
                })
        );
        return HttpResults.Text(
            Stopwatch.GetElapsedTime(began).TotalMilliseconds.ToString(CultureInfo.InvariantCulture)
        );
    }
}
