using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Sakip.Functions.Hosting;

/// <summary>Answers what an HTTP function throws with a problem in Indonesian; durable and timer failures pass.</summary>
public sealed partial class FunctionErrors(ILogger<FunctionErrors> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        try
        {
            await next(context);
        }
        catch (Exception failure) when (context.GetHttpContext() is not null)
        {
            if (Unwrap(failure) is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
            {
                context.GetInvocationResult().Value = Problem(413, "Berkas terlalu besar", "Berkas yang diterima paling besar 10 MB.");
                return;
            }

            if (Unwrap(failure) is JsonException or BadHttpRequestException or InvalidOperationException { InnerException: JsonException })
            {
                context.GetInvocationResult().Value = Problem(
                    400, "Isi permintaan tidak dapat dibaca", "Kirim JSON yang sah dengan Content-Type application/json.");
                return;
            }

            LogFailed(context.FunctionDefinition.Name, context.InvocationId, failure);
            context.GetInvocationResult().Value = Problem(
                500, "Terjadi kesalahan pada sistem",
                $"Coba lagi beberapa saat lagi. Bila tetap gagal, sampaikan nomor {context.InvocationId} kepada pengelola.");
        }
    }

    public static IResult Problem(int status, string title, string detail, object? errors = null) =>
        Results.Problem(new ProblemDetails
        {
            Status = status,
            Title = title,
            Detail = detail,
            Extensions = { ["errors"] = errors },
        });

    private static Exception Unwrap(Exception failure) =>
        failure is AggregateException { InnerException: { } inner } ? inner : failure;

    [LoggerMessage(1001, LogLevel.Error, "Function {Function} failed (invocation {Invocation}).")]
    private partial void LogFailed(string function, string invocation, Exception failure);
}
