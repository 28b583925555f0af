using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Planning;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.AnnualCycle.Changes;

/// <summary>
/// Changes within the year: what is recorded, a form for each kind, a preview of what it sets in motion, and one press
/// that records it. What was filled in is kept under its hash, so that the preview survives a reload.
/// </summary>
internal sealed class ChangePages(
    PlanStore plans,
    YearChangeDesk desk,
    ChangeGrounds grounds,
    Uploads uploads,
    PageRenderer pages,
    IEnumerable<PlanCheck> checks
)
{
    private const string Root = Routes.Office + "/perubahan";

    [Allow(Who.Staff)]
    [Function("YearChanges")]
    public async Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) =>
        await pages.RenderAsync<ChangesPage>(
            ChangeViews.List(request.Plan(), request.Caller().Is(Who.Planner), request.Query.ContainsKey("tercatat"))
        );

    [Allow(Who.Planner)]
    [Function("YearChangeOrganisation")]
    public Task<IResult> Organisation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Root + "/organisasi")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) => FormAsync(request, YearChangeKind.Organisation, cancellation);

    [Allow(Who.Planner)]
    [Function("YearChangeStrategic")]
    public Task<IResult> Strategic(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Root + "/renstra")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) => FormAsync(request, YearChangeKind.StrategicPlan, cancellation);

    [Allow(Who.Planner)]
    [Function("YearChangeOfficial")]
    public Task<IResult> Official(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Root + "/pejabat")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) => FormAsync(request, YearChangeKind.Official, cancellation);

    /// <summary>What the change sets in motion; a POST records it.</summary>
    [Allow(Who.Planner)]
    [Function("YearChangePreview")]
    public async Task<IResult> Preview(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            "post",
            Route = Root + "/{kind:regex(^(organisasi|renstra|pejabat)$)}/{hash:length(64)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string kind,
        string hash,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        var of = ChangeForms.KindOf(kind);
        if (await uploads.FindAsync(hash, cancellation) is not { } kept)
            return await Answers.UnknownUploadAsync(pages);
        var call = ChangeForms.Kept(of, kept);
        if (!HttpMethods.IsPost(request.Method))
        {
            var preview = await desk.PreviewAsync(plan, call, cancellation);
            return await ShownAsync(plan, call, hash, preview, cancellation: cancellation);
        }

        var result = await desk.ApplyAsync(plan, call, request.Caller().As(Who.Planner), client, cancellation);
        if (result.IsConflict || result.Preview.Errors.Count > 0)
            return await ShownAsync(plan, call, hash, result.Preview, result.IsConflict, cancellation);
        return Answers.SeeOther(ChangeBasisRules.Page(plan, "perubahan") + "?tercatat=ya");
    }

    private async Task<IResult> ShownAsync(
        OfficePlan plan,
        ChangeCall call,
        string hash,
        ChangePreview preview,
        bool isConflict = false,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        return await pages.RenderAsync<ChangePreviewPage>(
            ChangeViews.Preview(plan, call, hash, preview, isConflict),
            isConflict ? StatusCodes.Status409Conflict
                : preview.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status200OK
        );
    }

    private async Task<IResult> FormAsync(HttpRequest request, YearChangeKind kind, CancellationToken cancellation)
    {
        var plan = request.Plan();
        using var turn = Reading.Begin(request, cancellation);
        var ground = await grounds.OfAsync(plan, cancellation);
        if (!HttpMethods.IsPost(request.Method))
        {
            var file = await FileAsync(request.Query["berkas"].ToString(), plan, cancellation);
            return await pages.RenderAsync<ChangeFormPage>(
                ChangeFormViews.Of(kind, plan, ground, FormState.Empty, file, request.Query["pegawai"].ToString())
            );
        }

        var form = new PostedForm(await request.ReadFormAsync(cancellation));
        var given = kind == YearChangeKind.StrategicPlan ? await GivenAsync(request, form, plan, cancellation) : null;
        var call = ChangeForms.Read(kind, form, given);
        if (form.Faults.Count == 0)
        {
            var preview = await desk.PreviewAsync(plan, call, cancellation);
            foreach (var error in preview.Errors)
                form.Fault(ChangeForms.FieldOf(error.Path, form), error.Message);
        }

        if (form.Faults.Count > 0)
        {
            var file = given is null ? null : new ChangeFile(form.Text("kiriman"), given, plan.Budget);
            return await pages.RenderAsync<ChangeFormPage>(
                ChangeFormViews.Of(kind, plan, ground, form.State, file, form.Text("pegawai")),
                StatusCodes.Status422UnprocessableEntity
            );
        }

        var hash = await uploads.KeepAsync(
            Encoding.UTF8.GetBytes(ChangeForms.Write(call)),
            plan.Unit.Code,
            cancellation
        );
        return Answers.SeeOther(
            ChangeBasisRules.Page(plan, FormattableString.Invariant($"perubahan/{ChangeForms.WordOf(kind)}/{hash}"))
        );
    }

    /// <summary>The plan in a file that was uploaded before; null where there is none.</summary>
    private async Task<ChangeFile?> FileAsync(string hash, OfficePlan plan, CancellationToken cancellation)
    {
        if (hash.Length != 64 || await uploads.FindAsync(hash, cancellation) is not { } file)
            return null;
        if (PlanFile.Read(file, [.. checks]).Plan is { } read)
            return read.Unit.Code == plan.Unit.Code ? new ChangeFile(hash, read, plan.Budget) : null;
        var current = await plans.LatestBudgetAsync(plan.Office, cancellation);
        return PlannedMoves.RevisionIn(file) is { } revision
            ? new ChangeFile(hash, plan with { Budget = revision.Budget }, current)
            : null;
    }

    private async Task<OfficePlan?> GivenAsync(
        HttpRequest request,
        PostedForm form,
        OfficePlan plan,
        CancellationToken cancellation
    )
    {
        if (form.Text("kiriman") is { Length: 64 } hash && await FileAsync(hash, plan, cancellation) is { } kept)
            return kept.Plan;
        var (file, error) = await PlanUpload.FormAsync(request, cancellation);
        if (file is null)
        {
            form.Fault("berkas", error!);
            return null;
        }

        var reading = PlanFile.Read(file, [.. checks]);
        foreach (var fault in reading.Errors.Take(5))
        {
            form.Fault(
                "berkas",
                fault.Cell is { } cell ? $"{cell}: {fault.Message}" : $"{fault.Path}: {fault.Message}"
            );
        }

        return reading.Plan;
    }
}
