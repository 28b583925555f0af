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
    private const string ComeAgain = "30";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        // An operator's call, which may read a whole year, takes the time that it needs.
        if (context.GetHttpContext() is { } http && !http.Request.Path.StartsWithSegments("/api/operations"))
            StorageBudget.Begin(storage.Value.RequestBudget);
        try
        {
            await next(context);
        }
        catch (Exception failure) when (context.GetHttpContext() is not null)
        {
            var isPage = !context.GetHttpContext()!.Request.Path.StartsWithSegments("/api");
            if (Unwrap(failure) is UnknownYearException unknown)
            {
                context.GetInvocationResult().Value = isPage
                    ? await Answers.UnknownYearAsync(pages, unknown.Office)
                    : Answers.UnknownYear(unknown.Office);
                return;
            }

            if (!isPage && Unwrap(failure) is BadInputException bad)
            {
                context.GetInvocationResult().Value = Answers.Problem(
                    400,
                    "Permintaan tidak dapat dibaca",
                    bad.Message
                );
                return;
            }

            if (Unwrap(failure) is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
            {
                context.GetInvocationResult().Value = isPage
                    ? await PageAsync(
                        413,
                        "Berkas terlalu besar",
                        "Berkas yang diterima paling besar 10 MB; tidak ada yang disimpan.",
                        "Perkecil berkasnya atau bagi menjadi beberapa berkas, lalu kirim sekali lagi."
                    )
                    : Answers.Problem(413, "Berkas terlalu besar", "Berkas yang diterima paling besar 10 MB.");
                return;
            }

            if (
                Unwrap(failure)
                is JsonException
                    or BadHttpRequestException
                    or InvalidOperationException { InnerException: JsonException }
            )
            {
                context.GetInvocationResult().Value = isPage
                    ? await PageAsync(
                        400,
                        "Isian tidak dapat dibaca",
                        "Isian atau berkas yang dikirim rusak atau terlalu besar; tidak ada yang disimpan.",
                        "Kembali ke halaman sebelumnya, periksa berkasnya, lalu kirim sekali lagi."
                    )
                    : Answers.Problem(
                        400,
                        "Isi permintaan tidak dapat dibaca",
                        "Kirim JSON yang sah dengan Content-Type application/json."
                    );
                return;
            }

            if (Unwrap(failure) is FileReadingBusyException)
            {
                context.GetHttpContext()!.Response.Headers.RetryAfter = FileReadingBusyException.RetrySeconds.ToString(
                    CultureInfo.InvariantCulture
                );
                context.GetInvocationResult().Value = isPage
                    ? await PageAsync(
                        503,
                        "Berkas lain sedang dibaca",
                        "Sistem sedang membaca berkas orang lain; berkas Anda belum dibaca dan tidak ada yang disimpan.",
                        "Tunggu beberapa detik, lalu kirim sekali lagi."
                    )
                    : Answers.Problem(
                        503,
                        "Berkas lain sedang dibaca",
                        "Tunggu beberapa detik, lalu kirim sekali lagi."
                    );
                return;
            }

            // Nobody waits for the answer, and nothing went wrong.
            if (
                Unwrap(failure) is OperationCanceledException
                && context.GetHttpContext()!.RequestAborted.IsCancellationRequested
            )
            {
                context.GetInvocationResult().Value = Results.StatusCode(StatusCodes.Status499ClientClosedRequest);
                return;
            }

            if (IsStorageAway(failure) && !context.GetHttpContext()!.RequestAborted.IsCancellationRequested)
            {
                LogAway(context.FunctionDefinition.Name, context.InvocationId, ActivityFaults.Lean(failure).Message);
                context.GetHttpContext()!.Response.Headers.RetryAfter = ComeAgain;
                context.GetInvocationResult().Value = isPage
                    ? await PageAsync(
                        503,
                        "Penyimpanan sedang tidak menjawab",
                        "Permintaan Anda belum dapat diselesaikan. Yang sudah tercatat sebelumnya tetap aman.",
                        "Tunggu setengah menit, lalu buka halaman ini sekali lagi dan periksa apakah isian Anda sudah tercatat."
                    )
                    : Answers.Problem(
                        503,
                        "Penyimpanan sedang tidak menjawab",
                        "Ulangi permintaan ini sesudah waktu pada Retry-After; yang sudah tercatat tidak tercatat dua kali."
                    );
                return;
            }

            LogFailed(context.FunctionDefinition.Name, context.InvocationId, failure);
            var remedy =
                $"Coba lagi beberapa saat lagi. Bila tetap gagal, sampaikan nomor {context.InvocationId} kepada pengelola.";
            context.GetInvocationResult().Value = isPage
                ? await PageAsync(
                    500,
                    "Terjadi kesalahan pada sistem",
                    "Permintaan Anda belum selesai. Yang sudah tercatat sebelumnya tetap aman.",
                    remedy
                )
                : Answers.Problem(500, "Terjadi kesalahan pada sistem", remedy);
        }
    }

    private Task<IResult> PageAsync(int status, string title, string what, string remedy) =>
        pages.RenderAsync<MessagePage>(new MessageView(title, what, remedy), status);

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
