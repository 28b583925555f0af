using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Collection;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>The plan as a page, and as files to take away.</summary>
internal sealed class PlanPages(PlanStore plans, WindowBook windows, PageRenderer pages, TimeProvider clock)
{
    private const string Root = Routes.Office + "/rencana";

    [Allow(Who.Staff)]
    [Function("PlanPage")]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        if (request.PlanOrNull() is not { } plan)
            return await MissingAsync(request, office);
        var versions = await plans.VersionsAsync(office, cancellation);
        var today = plan.Zone.DateAt(clock.GetUtcNow());
        var view = PlanViews.Of(plan, versions, await windows.AllAsync(plan, cancellation), request.Caller(), today);
        return await pages.RenderAsync<PlanPage>(
            view with
            {
                Tables = PlanTable.Paged(view.Tables, view.Root, request.Query),
                Applied = AppliedWords.After(plan, request.Query["hasil"].ToString(), today),
            }
        );
    }

    [Allow(Who.Staff)]
    [Function("PlanTemplate")]
    public IResult Template(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root + "/templat.xlsx")] HttpRequest request,
        OfficeYear office
    ) => PlanDownloads.Template(request, office.Year);

    [Allow(Who.Staff)]
    [Function("PlanWorkbook")]
    public async Task<IResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root + "/ekspor.xlsx")] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) =>
        request.PlanOrNull() is { } plan
            ? await PlanDownloads.WorkbookAsync(plans, For(request.Caller(), plan), cancellation)
            : await MissingAsync(request, office);

    [Allow(Who.Staff)]
    [Function("PlanJson")]
    public async Task<IResult> Json(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root + "/ekspor.json")] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) =>
        request.PlanOrNull() is { } plan
            ? Results.File(
                System.Text.Encoding.UTF8.GetBytes(PlanWriter.Write(For(request.Caller(), plan))),
                "application/json",
                $"rencana-{office.Unit}-{office.Year}.json"
            )
            : await MissingAsync(request, office);

    // Contacts are for those who look after them (UU 27/2022); everybody else gets the plan without.
    private static OfficePlan For(Caller caller, OfficePlan plan) =>
        caller.IsAny(Who.Planner, Who.Administrator)
            ? plan
            : plan with
            {
                Officials = [.. plan.Officials.Select(official => official.WithoutContacts())],
            };

    private Task<IResult> MissingAsync(HttpRequest request, OfficeYear office) =>
        pages.RenderAsync<NoPlanPage>(
            new NoPlanView(
                office.Year,
                request.Caller().IsAny(Who.Planner, Who.Administrator)
                    ? $"/kantor/{office.Unit}/{office.Year}/rencana/impor"
                    : null
            ),
            StatusCodes.Status404NotFound
        );
}
