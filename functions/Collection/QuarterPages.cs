using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Collection;
using Sakip.Documents;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions.Collection;

/// <summary>Quarters for the people of the office: the matrix, one quarter, one report with its revisions and evidence.</summary>
internal sealed class QuarterPages(
    QuarterBook book,
    ReportHistories histories,
    EvidenceBook evidence,
    EvidenceDesk files,
    QuarterPosts posts,
    ReminderPosts reminders,
    WindowBook windows,
    QuarterReportDesk reports,
    PlanStore plans,
    PageRenderer pages,
    TimeProvider clock
)
{
    private const string Year = Routes.Office + "/triwulan";
    private const string OfQuarter = Year + "/{quarter:int:range(1,4)}";

    [Allow(Who.Staff)]
    [Function("QuartersPage")]
    public async Task<IResult> Quarters(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Year)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var standings = await Task.WhenAll(
            Kernel.Quarters.All.Select(quarter => book.ReadAsync(plan, quarter, cancellation))
        );
        return await pages.RenderAsync<QuartersPage>(ReportModels.OfYear(plan, standings, clock.GetUtcNow()));
    }

    [Allow(Who.Staff)]
    [Function("QuarterPage")]
    public async Task<IResult> Quarter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OfQuarter)] HttpRequest request,
        OfficeYear office,
        int quarter,
        CancellationToken cancellation
    )
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var mayManage = request.Caller().IsAny(Who.Planner, Who.Administrator);
        return await posts.ShowAsync(
            plan,
            (Quarter)quarter,
            mayManage,
            QuarterPosts.Said(request.Query["hasil"]) ?? ReminderPosts.Said(request.Query["hasil"]),
            null,
            StatusCodes.Status200OK,
            cancellation
        );
    }

    /// <summary>Extends the window, asks for a reopening, has a held-up quarter checked again, or reminds somebody.</summary>
    [Allow(Who.Planner, Who.Administrator)]
    [Function("QuarterPost")]
    public async Task<IResult> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OfQuarter)] HttpRequest request,
        OfficeYear office,
        int quarter,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var caller = request.Caller();
        var form = await request.ReadFormAsync(cancellation);
        if (form["tindakan"] == ReminderPosts.Act)
            return await reminders.HandleAsync(office, (Quarter)quarter, caller, form, cancellation);
        return await posts.HandleAsync(
            plan,
            (Quarter)quarter,
            caller.As(Who.Planner, Who.Administrator),
            form,
            client,
            cancellation
        );
    }

    [Allow(
        Who.Planner,
        Who.Administrator,
        Who.Verifier,
        Who.Inspector,
        Who.BudgetManager,
        Who.OfficeHead,
        Who.Superior,
        Who.Operator,
        Who.SubUnitHead
    )]
    [Function("ReportPage")]
    public async Task<IResult> Report(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OfQuarter + "/{subUnit}")]
            HttpRequest request,
        OfficeYear office,
        int quarter,
        string subUnit,
        CancellationToken cancellation
    )
    {
        var plan = await plans.PlanAsync(office, cancellation);
        if (plan.SubUnits.All(one => one.Code != subUnit))
            return Results.NotFound();
        var rounds = (await windows.RoundsAsync(office, (Quarter)quarter, cancellation))
            .Where(row => row.Opens is not null && row.Codes().Contains(subUnit))
            .Select(row => row.Round)
            .ToList();
        var last = rounds.Count == 0 ? 1 : rounds[^1];
        var history = await histories.ReadAsync(
            new SubUnitReportSubject(office, (Quarter)quarter, subUnit, RoundOf(request, last)),
            cancellation
        );
        return await pages.RenderAsync<ReportPage>(ReportModels.Of(plan, history, last));
    }

    [Allow(
        Who.Planner,
        Who.Administrator,
        Who.Verifier,
        Who.Inspector,
        Who.BudgetManager,
        Who.OfficeHead,
        Who.Superior,
        Who.Operator,
        Who.SubUnitHead
    )]
    [Function("ReportEvidence")]
    public async Task<IResult> Evidence(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = OfQuarter + "/{subUnit}/bukti/{id:length(32)}"
        )]
            HttpRequest request,
        OfficeYear office,
        int quarter,
        string subUnit,
        string id,
        CancellationToken cancellation
    )
    {
        var report = new SubUnitReportSubject(office, (Quarter)quarter, subUnit, RoundOf(request, 1));
        return await evidence.FindAsync(report, id, cancellation) is { Counts: true } file
            ? Results.Stream(
                await files.OpenAsync(report, id, cancellation),
                file.Type,
                file.FileName,
                enableRangeProcessing: true
            )
            : Results.NotFound();
    }

    /// <summary>The quarter's report: PDF, or every table on a sheet.</summary>
    [Allow(Who.Staff)]
    [Function("QuarterReportFile")]
    public async Task<IResult> ReportFile(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = OfQuarter + "/laporan/{format:regex(^(pdf|xlsx)$)}"
        )]
            HttpRequest request,
        OfficeYear office,
        int quarter,
        string format,
        CancellationToken cancellation
    )
    {
        const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        var content = await reports.PrintAsync(
            office,
            (Quarter)quarter,
            format == "pdf" ? FileFormat.Pdf : FileFormat.Xlsx,
            cancellation
        );
        return content is null
            ? Results.NotFound()
            : new OwnFile(
                content,
                format == "pdf" ? "application/pdf" : Workbook,
                $"laporan-triwulan-{quarter}-{office.Year}.{format}"
            );
    }

    private static int RoundOf(HttpRequest request, int otherwise) =>
        int.TryParse(request.Query["putaran"], NumberStyles.None, CultureInfo.InvariantCulture, out var round)
        && round is >= 1 and < 100
            ? round
            : otherwise;
}
