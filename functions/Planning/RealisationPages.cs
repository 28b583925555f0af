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
    BudgetRealisations realisations,
    RealisationReader files,
    BudgetViews views,
    Uploads uploads,
    PageRenderer pages
)
{
    private const string Root = Routes.Office + "/anggaran";
    private const string OfQuarter = Root + "/realisasi/{quarter:int:range(1,4)}";
    private const int LongestName = 120;

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
        if (
            !int.TryParse(form["triwulan"], NumberStyles.None, CultureInfo.InvariantCulture, out var quarter)
            || quarter is < 1 or > 4
        )
        {
            error ??= "Pilih triwulannya.";
        }
        var (position, dayError) = form["tanggal"].ToString() is { Length: > 0 } typed
            ? IndonesianDay.Parse(typed)
            : (null, null);
        if ((error ?? dayError) is { } fault)
        {
            return await pages.RenderAsync<BudgetPage>(
                await views.OfAsync(plan, request.Caller(), fault, cancellation),
                StatusCodes.Status422UnprocessableEntity
            );
        }

        var hash = await uploads.KeepAsync(file!, office.Unit, cancellation);
        var name = Path.GetFileName(form.Files.GetFile(PlanUpload.Field)!.FileName);
        var query =
            $"?nama={Uri.EscapeDataString(name.Length > LongestName ? name[^LongestName..] : name)}"
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

        using var turn = Reading.Begin(request, cancellation);
        var reading = await files.ReadAsync(
            plan,
            (Quarter)quarter,
            file,
            request.Query["nama"].ToString(),
            request.Query["tanggal"].ToString(),
            cancellation
        );
        if (HttpMethods.IsPost(request.Method) && reading.Realisation is { } realisation)
        {
            var caller = request.Caller();
            await realisations.KeepAsync(
                office,
                realisation,
                new Actor(caller.Official, caller.RoleAmong(Who.BudgetManager, Who.Planner)),
                cancellation
            );
            return Answers.SeeOther($"/kantor/{office.Unit}/{office.Year}/anggaran");
        }

        return await pages.RenderAsync<RealisationPage>(
            await views.OfAsync(
                plan,
                (Quarter)quarter,
                reading,
                request.Path + request.QueryString.ToString(),
                cancellation
            ),
            reading.Refusal is not null ? StatusCodes.Status409Conflict
                : reading.Realisation is null ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status200OK
        );
    }
}
