using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Planning;

/// <summary>The budget from a list of the finance system: the original before it is signed, its stages after.</summary>
internal sealed class BudgetListPages(
    PlanStore plans,
    BudgetListDesk desk,
    Uploads uploads,
    PageRenderer pages,
    TimeProvider clock
)
{
    private const string Root = Routes.Office + "/anggaran/daftar";

    [Allow(Who.BudgetManager, Who.Planner)]
    [Function("BudgetListUpload")]
    public async Task<IResult> Upload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Root)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        _ = request.Plan();
        var root = RootOf(office);
        if (!HttpMethods.IsPost(request.Method))
            return await pages.RenderAsync<BudgetListUploadPage>(new UploadView(BudgetListViews.Place(root), null));
        var (file, error) = await PlanUpload.FormAsync(request, cancellation);
        if (file is null)
        {
            return await pages.RenderAsync<BudgetListUploadPage>(
                new UploadView(BudgetListViews.Place(root), error),
                StatusCodes.Status422UnprocessableEntity
            );
        }

        var form = await request.ReadFormAsync(cancellation);
        var name = RealisationAnswers.Shortened(Path.GetFileName(form.Files.GetFile(PlanUpload.Field)!.FileName));
        var hash = await uploads.KeepAsync(file, office.Unit, cancellation);
        return Answers.SeeOther($"{root}/{hash}?nama={Uri.EscapeDataString(name)}");
    }

    [Allow(Who.BudgetManager, Who.Planner)]
    [Function("BudgetListPreview")]
    public async Task<IResult> Preview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Root + "/{hash:length(64)}")]
            HttpRequest request,
        OfficeYear office,
        string hash,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        _ = request.Plan();
        if (
            await uploads.FindAsync(hash, cancellation) is not { } file
            || await plans.CurrentAsync(office, cancellation) is not var (plan, version)
        )
        {
            return await Answers.UnknownUploadAsync(pages);
        }

        var form = HttpMethods.IsPost(request.Method) ? await request.ReadFormAsync(cancellation) : null;
        using var turn = Reading.Begin(request, cancellation);
        var answers = new BudgetListAnswers(form);
        var import = answers.Of(file, request.Query["nama"].ToString());
        var read = await desk.PreviewAsync(plan, version, import, cancellation);
        var isApplied = form is not null && form["aksi"] != BudgetListViews.Look && answers.Faults.Count == 0;
        string? conflict = null;
        var typed = new BudgetListTyped(request.Path + request.QueryString.ToString(), form, answers.Faults);
        if (isApplied && typed.IsSeen(read))
        {
            var by = request.Caller().As(Who.BudgetManager, Who.Planner);
            var kept = await desk.ApplyAsync(plan, read, by, client, cancellation);
            if (kept is { Stands: true })
                return Answers.SeeOther($"/kantor/{office.Unit}/{office.Year}/anggaran");
            conflict =
                kept is null ? null
                : kept.Errors.Count > 0 ? kept.Errors[0].Message
                : "Anggaran atau rencana baru saja diubah orang lain; belum ada yang disimpan. Periksa lagi pratinjau ini, lalu terapkan.";
            if (kept is { Errors.Count: 0 })
                (plan, version) = (await plans.CurrentAsync(office, cancellation))!.Value;
            read = kept is { Errors.Count: 0 } ? await desk.PreviewAsync(plan, version, import, cancellation) : read;
        }

        typed = typed with { IsApplied = isApplied, Conflict = conflict };
        return await pages.RenderAsync<BudgetListPage>(
            BudgetListViews.Of(
                plan,
                BudgetListViews.Place(RootOf(office)),
                read,
                typed,
                plan.Zone.DateAt(clock.GetUtcNow())
            ),
            conflict is not null ? StatusCodes.Status409Conflict
                : read.Errors.Count > 0 || isApplied || answers.Faults.Count > 0
                    ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status200OK
        );
    }

    private static string RootOf(OfficeYear office) => $"/kantor/{office.Unit}/{office.Year}/anggaran/daftar";
}
