using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Sakip.AnnualCycle;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Functions.Access;

/// <summary>Refuses what comes too late for its year, and says how to go on.</summary>
internal sealed class YearRules(CycleDesk cycles, PageRenderer pages) : IFunctionsWorkerMiddleware
{
    private const string Title = "Tahun sudah selesai";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (await AnswerAsync(context) is { } refused)
            context.GetInvocationResult().Value = refused;
        else
            await next(context);
    }

    private async Task<IResult?> AnswerAsync(FunctionContext context)
    {
        if (
            context.GetHttpContext() is not { } http
            || HttpMethods.IsGet(http.Request.Method)
            || HttpMethods.IsHead(http.Request.Method)
            || YearActs.Of(context.FunctionDefinition.Name) is not { } span
            || span == YearSpan.Always
            || http.Request.RouteValues.GetValueOrDefault("unit") is not string unit
            || !int.TryParse(
                Convert.ToString(http.Request.RouteValues.GetValueOrDefault("year"), CultureInfo.InvariantCulture),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var year
            )
            || await cycles.FindAsync(new OfficeYear(unit, year), http.RequestAborted) is not { } row
            || YearActs.IsTaken(span, row.State)
        )
        {
            return null;
        }

        var (what, remedy) = Words(row.State, year);
        return http.Request.Path.StartsWithSegments("/api")
            ? Answers.Problem(StatusCodes.Status409Conflict, Title, $"{what} {remedy}")
            : await pages.RenderAsync<MessagePage>(new MessageView(Title, what, remedy), StatusCodes.Status409Conflict);
    }

    private static (string What, string Remedy) Words(OfficeYearState state, int year) =>
        state == OfficeYearState.Correcting
            ? (
                $"Siklus tahun {year} sudah ditutup dan hanya laporan tahunannya yang sedang diperbaiki; rencana, perjanjian, "
                    + "anggaran, dan triwulannya tidak berubah lagi. Tidak ada yang disimpan.",
                "Tuliskan yang perlu diperbaiki pada laporan tahunannya, atau kerjakan perubahan ini pada tahun yang berjalan."
            )
            : (
                $"Siklus tahun {year} sudah ditutup. Tidak ada yang disimpan.",
                "Bila laporan tahunannya keliru, perencana memulai perbaikan laporan di halaman Laporan tahunan (API: "
                    + "annual-report/corrections); selain itu kerjakan perubahan ini pada tahun yang berjalan."
            );
}
