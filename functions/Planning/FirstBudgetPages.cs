using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Planning;

/// <summary>
/// The budget of an office's very first plan from a list of the finance system. What the list fills in makes a plan whole,
/// which then goes the way of every first plan: its preview, and one press.
/// </summary>
internal sealed class FirstBudgetPages(
    BudgetListDesk desk,
    ImportDesk imports,
    Uploads uploads,
    PageRenderer pages,
    TimeProvider clock
)
{
    private const string Root = "impor/{hash:length(64)}/anggaran";

    [Allow(Who.SystemAdministrator)]
    [Function("FirstBudgetUpload")]
    public async Task<IResult> Upload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Root)] HttpRequest request,
        string hash,
        CancellationToken cancellation
    )
    {
        if (await DraftAsync(hash, cancellation) is not { } draft)
            return await Answers.UnknownUploadAsync(pages);
        var place = PlaceOf(hash);
        if (!HttpMethods.IsPost(request.Method))
            return await pages.RenderAsync<BudgetListUploadPage>(new UploadView(place, null));
        var (file, error) = await PlanUpload.FormAsync(request, cancellation);
        if (file is null)
        {
            return await pages.RenderAsync<BudgetListUploadPage>(
                new UploadView(place, error),
                StatusCodes.Status422UnprocessableEntity
            );
        }

        var form = await request.ReadFormAsync(cancellation);
        var name = RealisationAnswers.Shortened(Path.GetFileName(form.Files.GetFile(PlanUpload.Field)!.FileName));
        var list = await uploads.KeepAsync(file, draft.Unit.Code, cancellation);
        return Answers.SeeOther($"{place.Url}/{list}?nama={Uri.EscapeDataString(name)}");
    }

    [Allow(Who.SystemAdministrator)]
    [Function("FirstBudgetPreview")]
    public async Task<IResult> Preview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Root + "/{list:length(64)}")]
            HttpRequest request,
        string hash,
        string list,
        CancellationToken cancellation
    )
    {
        using var turn = Reading.Begin(request, cancellation);
        if (
            await DraftAsync(hash, cancellation) is not { } draft
            || await uploads.FindAsync(list, cancellation) is not { } file
        )
        {
            return await Answers.UnknownUploadAsync(pages);
        }

        var form = HttpMethods.IsPost(request.Method) ? await request.ReadFormAsync(cancellation) : null;
        var answers = new BudgetListAnswers(form);
        var read = await desk.PreviewFirstAsync(
            draft,
            answers.Of(file, request.Query["nama"].ToString()),
            cancellation
        );
        var isApplied = form is not null && form["aksi"] != BudgetListViews.Look && answers.Faults.Count == 0;
        var typed = new BudgetListTyped(request.Path + request.QueryString.ToString(), form, answers.Faults)
        {
            IsApplied = isApplied,
        };
        if (isApplied && typed.IsSeen(read) && BudgetListDesk.FilledIn(draft, read) is { } plan)
        {
            var whole = await uploads.KeepAsync(
                System.Text.Encoding.UTF8.GetBytes(PlanWriter.Write(plan)),
                plan.Unit.Code,
                cancellation
            );
            return Answers.SeeOther($"/impor/{whole}");
        }

        return await pages.RenderAsync<BudgetListPage>(
            BudgetListViews.Of(draft, PlaceOf(hash), read, typed, draft.Zone.DateAt(clock.GetUtcNow())),
            read.Errors.Count > 0 || isApplied || answers.Faults.Count > 0
                ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status200OK
        );
    }

    private async Task<OfficePlan?> DraftAsync(string hash, CancellationToken cancellation) =>
        (await imports.PreviewAsync(hash, null, null, cancellation))?.Reading.Draft;

    private static ImportPlace PlaceOf(string hash) =>
        new(
            "Anggaran dari daftar sub kegiatan (SIPD-RI)",
            null,
            $"/impor/{hash}/anggaran",
            "",
            "Rekap sub kegiatan dari SIPD-RI mengisi anggaran murni dalam rencana pertama kantor ini.",
            [("Impor rencana kantor baru", "/impor"), ("Pratinjau rencana", $"/impor/{hash}")]
        );
}
