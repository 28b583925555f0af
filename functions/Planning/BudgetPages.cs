using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Planning;

/// <summary>The year's budget, and its revisions from a file.</summary>
internal sealed class BudgetPages(
    PlanStore plans,
    BudgetViews views,
    Uploads uploads,
    CycleDesk cycles,
    PageRenderer pages,
    TimeProvider clock
)
{
    private const string Root = Routes.Office + "/anggaran";
    private const string OfQuarter = Root + "/realisasi/{quarter:int:range(1,4)}";
    private const int LongestName = 120;

    [Allow(Who.Staff)]
    [Function("BudgetPage")]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        return await pages.RenderAsync<BudgetPage>(await views.PagedAsync(plan, request, cancellation));
    }

    [Allow(Who.BudgetManager, Who.Planner)]
    [Function("BudgetRevisionTemplate")]
    public async Task<IResult> RevisionTemplate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root + "/perubahan/templat.xlsx")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        _ = request.Plan();
        return PlanDownloads.Workbook(
            PlanWorkbook.RevisionTemplate(await plans.LatestBudgetAsync(office, cancellation)),
            $"perubahan-anggaran-{office.Unit}-{office.Year}.xlsx"
        );
    }

    [Allow(Who.BudgetManager, Who.Planner)]
    [Function("BudgetRevisionUpload")]
    public async Task<IResult> UploadRevision(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Root + "/perubahan")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var place = PlaceOf(office);
        _ = request.Plan();
        if (!HttpMethods.IsPost(request.Method))
            return await pages.RenderAsync<UploadPage>(new UploadView(place, null));
        var (file, error) = await PlanUpload.FormAsync(request, cancellation);
        return file is null
            ? await pages.RenderAsync<UploadPage>(
                new UploadView(place, error),
                StatusCodes.Status422UnprocessableEntity
            )
            : Answers.SeeOther($"{place.Url}/{await uploads.KeepAsync(file, office.Unit, cancellation)}");
    }

    [Allow(Who.BudgetManager, Who.Planner)]
    [Function("BudgetRevisionPreview")]
    public async Task<IResult> PreviewRevision(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            "post",
            Route = Root + "/perubahan/{hash:length(64)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string hash,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        if (await uploads.FindAsync(hash, cancellation) is not { } file)
            return await Answers.UnknownUploadAsync(pages);

        using var turn = Reading.Begin(request, cancellation);
        var (reading, current) = await plans.ReadRevisionAsync(plan, file, cancellation);
        string? conflict = null;
        if (HttpMethods.IsPost(request.Method) && reading.Value is { } revision)
        {
            var caller = request.Caller();
            var by = caller.As(Who.BudgetManager, Who.Planner);
            if (await cycles.ReviseBudgetAsync(office, revision, client, cancellation, by))
                return Answers.SeeOther($"/kantor/{office.Unit}/{office.Year}/anggaran");
            conflict =
                $"Perubahan anggaran ke-{revision.Budget.Sequence} baru saja disimpan orang lain dengan isi berbeda.";
        }

        var moves =
            reading.Value is null && PlannedMoves.RevisionIn(file) is { } given
                ? PlannedMoves.Of(current, given.Budget)
                : [];
        var place = PlaceOf(office);
        return await pages.RenderAsync<PreviewPage>(
            BudgetViews.Of(place, hash, plan, current, reading, conflict, plan.Zone.DateAt(clock.GetUtcNow())) with
            {
                Onward = moves.Count == 0 ? null : ImportViews.OnwardTo(place, YearChangeKind.Organisation, hash),
            },
            conflict is not null ? StatusCodes.Status409Conflict
                : reading.Value is null ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status200OK
        );
    }

    private static ImportPlace PlaceOf(OfficeYear office) =>
        new(
            "Impor perubahan anggaran",
            "anggaran",
            $"/kantor/{office.Unit}/{office.Year}/anggaran/perubahan",
            $"/kantor/{office.Unit}/{office.Year}/anggaran/perubahan/templat.xlsx",
            "Anggaran perubahan (DPPA) dan target yang ikut berubah. Bila angka dalam perjanjian kinerja ikut berubah, perubahannya disusun setelah diterapkan.",
            []
        );
}
