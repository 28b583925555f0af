using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Access;
using Sakip.Kernel;

namespace Sakip.Functions.Home;

/// <summary>Whether the app lives, and whether it can work.</summary>
internal sealed class HealthApi(ReadinessCheck check)
{
    [Allow(Who.Public)]
    [Function("HealthLive")]
    public static IResult HealthLive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/live")] HttpRequest request
    ) => Results.Ok(new { status = "alive", version = AppVersion.Text });

    /// <summary>200 when tables and blobs answer and the clock agrees with theirs, else 503 with the reasons.</summary>
    [Allow(Who.Public)]
    [Function("HealthReady")]
    public async Task<IResult> HealthReady(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health/ready")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var readiness = await check.LookAsync(cancellation);
        return Results.Json(
            readiness,
            statusCode: readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }
}
