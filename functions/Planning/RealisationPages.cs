using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Planning;

/// <summary>The budget's realisation of one quarter, from a file of the finance system.</summary>
internal sealed class RealisationPages(
    PlanStore plans,
    RealisationDesk desk,
    BudgetViews budget,
    RealisationViews views,
    Uploads uploads,
    PageRenderer pages
)
{
    private const string Root = Routes.Office + "/anggaran";
    private const string OfQuarter = Root + "/realisasi/{quarter:int:range(1,4)}";

    [Allow(Who.BudgetManager, Who.Planner)]
    [Function("BudgetRealisationTemplate")]
    public async Task<IResult> Template(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = OfQuarter + "/templat.xlsx")]
            HttpRequest request,
        OfficeYear office,
        int quarter,
        CancellationToken cancellation
    )
    {
        _ = request.Plan();
        return PlanDownloads.Workbook(
            RealisationTemplate.Write(
                await plans.LatestBudgetAsync(office, cancellation),
                office.Year,
                (Quarter)quarter
            ),
            $"realisasi-{office.Unit}-{office.Year}-tw{quarter}.xlsx"
        );
    }

    /// <summary>Takes a file of the finance system and shows what it says.</summary>
    [Allow(Who.BudgetManager, Who.Planner)]
    [Function("BudgetRealisationUpload")]
    public async Task<IResult> Upload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Root + "/realisasi")] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        var (file, error) = await PlanUpload.FormAsync(request, cancellation);
        var form = await request.ReadFormAsync(cancellation);
        var posted = new PostedForm(form);
        if (
            !int.TryParse(form["triwulan"], NumberStyles.None, CultureInfo.InvariantCulture, out var quarter)
            || quarter is < 1 or > 4
        )
        {
            posted.Fault("triwulan", "Pilih triwulannya.");
        }

        var position = posted.DayOrNone("tanggal", "Tanggal posisi");
        if (error is not null)
            posted.Fault(PlanUpload.Field, error);
        if (posted.Faults.Count > 0)
        {
            return await pages.RenderAsync<BudgetPage>(
                await budget.OfAsync(plan, request.Caller(), cancellation) with
                {
                    Form = posted.State,
                },
                StatusCodes.Status422UnprocessableEntity
            );
        }

        var hash = await uploads.KeepAsync(file!, office.Unit, cancellation);
        var name = Path.GetFileName(form.Files.GetFile(PlanUpload.Field)!.FileName);
        var query =
            $"?nama={Uri.EscapeDataString(RealisationAnswers.Shortened(name))}"
            + (position is { } day ? FormattableString.Invariant($"&tanggal={day:yyyy-MM-dd}") : "");
        return Answers.SeeOther(
            FormattableString.Invariant(
                $"/kantor/{office.Unit}/{office.Year}/anggaran/realisasi/{quarter}/{hash}{query}"
            )
        );
    }

    [Allow(Who.BudgetManager, Who.Planner)]
    [Function("BudgetRealisationPreview")]
    public async Task<IResult> Preview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = OfQuarter + "/{hash:length(64)}")]
            HttpRequest request,
        OfficeYear office,
        int quarter,
        string hash,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        if (await uploads.FindAsync(hash, cancellation) is not { } file)
            return await Answers.UnknownUploadAsync(pages);

        var form = HttpMethods.IsPost(request.Method) ? await request.ReadFormAsync(cancellation) : null;
        var given = RealisationAnswers.In(form);
        using var turn = Reading.Begin(request, cancellation);
        var read = await desk.PreviewAsync(
            plan,
            RealisationAnswers.Of(
                file,
                (Quarter)quarter,
                request.Query["nama"].ToString(),
                request.Query["tanggal"].ToString(),
                given
            ),
            cancellation
        );
        var isApplied = form is not null && given("aksi") != RealisationViews.Look;
        var isSeen = given(RealisationViews.Seen) == RealisationAnswers.Seen(read.Reading);
        if (isApplied && isSeen)
        {
            var caller = request.Caller();
            var by = caller.As(Who.BudgetManager, Who.Planner);
            if ((await desk.KeepAsync(plan, read, by, cancellation)).Number is not null)
                return Answers.SeeOther($"/kantor/{office.Unit}/{office.Year}/anggaran");
        }

        return await pages.RenderAsync<RealisationPage>(
            await views.OfAsync(
                plan,
                (Quarter)quarter,
                read,
                new RealisationTyped(
                    request.Path + request.QueryString.ToString(),
                    given(RealisationAnswers.Reason),
                    isApplied,
                    isSeen
                ),
                cancellation
            ),
            read.Reading.Refusal is not null ? StatusCodes.Status409Conflict
                : read.Reading.Errors.Count > 0 || isApplied ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status200OK
        );
    }
}
