using System.Globalization;
using System.Text.Json;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sakip.Functions.Storage;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Functions.Hosting;

/// <summary>
/// Answers what an HTTP function throws in Indonesian, machines with a problem and people with a page; durable and timer
/// failures pass.
/// </summary>
internal sealed partial class FunctionErrors(
    PageRenderer pages,
    StorageSetup setup,
    IOptions<StorageTryOptions> storage,
    ILogger<FunctionErrors> log
) : IFunctionsWorkerMiddleware
{
    /// <summary>When whoever found storage away may come again, in seconds.</summary>
    private const int ComeAgain = 30;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        // An operator's call, which may read a whole year, takes the time that it needs.
        if (context.GetHttpContext() is { } http && !http.Request.Path.StartsWithSegments("/api/operations"))
            StorageBudget.Begin(storage.Value.RequestBudget);
        try
        {
            await next(context);
        }
        catch (Exception failure) when (context.GetHttpContext() is { } given)
        {
            context.GetInvocationResult().Value = await AnswerAsync(context, given, failure);
        }
    }

    private Task<IResult> AnswerAsync(FunctionContext context, HttpContext http, Exception failure)
    {
        var isPage = !http.Request.Path.StartsWithSegments("/api");
        switch (Unwrap(failure))
        {
            case UnknownYearException unknown:
                return isPage
                    ? Answers.UnknownYearAsync(pages, unknown.Office)
                    : Task.FromResult(Answers.UnknownYear(unknown.Office));
            case BadInputException bad when !isPage:
                return Task.FromResult(Answers.Problem(400, "Permintaan tidak dapat dibaca", bad.Message));
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return SayAsync(isPage, FailureWords.TooLarge);
            case JsonException
            or BadHttpRequestException
            or InvalidOperationException { InnerException: JsonException }:
                return SayAsync(isPage, FailureWords.Unreadable);
            case FileReadingBusyException:
                return LaterAsync(http, isPage, FileReadingBusyException.RetrySeconds, FailureWords.Busy);
            // Nobody waits for the answer, and nothing went wrong.
            case OperationCanceledException when http.RequestAborted.IsCancellationRequested:
                return Task.FromResult(Results.StatusCode(StatusCodes.Status499ClientClosedRequest));
        }

        if (IsStorageAway(failure) && !http.RequestAborted.IsCancellationRequested)
        {
            LogAway(context.FunctionDefinition.Name, context.InvocationId, ActivityFaults.Lean(failure).Message);
            return LaterAsync(http, isPage, ComeAgain, FailureWords.StorageAway);
        }

        LogFailed(context.FunctionDefinition.Name, context.InvocationId, failure);
        return SayAsync(isPage, FailureWords.Failed(context.InvocationId));
    }

    private Task<IResult> LaterAsync(HttpContext http, bool isPage, int seconds, FailureWords words)
    {
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return SayAsync(isPage, words);
    }

    private Task<IResult> SayAsync(bool isPage, FailureWords words) =>
        isPage
            ? pages.RenderAsync<MessagePage>(new MessageView(words.Title, words.What, words.Remedy), words.Status)
            : Task.FromResult(Answers.Problem(words.Status, words.MachineTitle ?? words.Title, words.ForMachines));

    private static Exception Unwrap(Exception failure) =>
        failure is AggregateException { InnerException: { } inner } ? inner : failure;

    // A mail server or a signing service that is away answers for itself.
    private bool IsStorageAway(Exception failure) =>
        failure switch
        {
            // Storage has been away since the app's start, and what is missing is not made yet.
            RequestFailedException { ErrorCode: "TableNotFound" or "ContainerNotFound" } when !setup.IsDone => true,
            StorageAwayException => true,
            AggregateException { InnerException: { } inner } => IsStorageAway(inner),
            RequestFailedException => ActivityFaults.IsAway(failure),
            // The client's own words for a try that took too long.
            TaskCanceledException { InnerException: TimeoutException or TaskCanceledException } => true,
            _ => false,
        };

    [LoggerMessage(
        EventIds.FunctionWithoutStorage,
        LogLevel.Warning,
        "Function {Function} found storage away (invocation {Invocation}): {Reason}"
    )]
    private partial void LogAway(string function, string invocation, string reason);

    [LoggerMessage(EventIds.FunctionFailed, LogLevel.Error, "Function {Function} failed (invocation {Invocation}).")]
    private partial void LogFailed(string function, string invocation, Exception failure);
}
