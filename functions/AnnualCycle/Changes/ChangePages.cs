using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
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
    ChangeFiles files,
    PageRenderer pages
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

    /// <summary>One indicator that is retired or bears another name: the strategic change without a file.</summary>
    [Allow(Who.Planner)]
    [Function("YearChangeIndicator")]
    public async Task<IResult> Indicator(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Root + "/indikator")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        var ground = await grounds.OfAsync(plan, cancellation);
        if (!HttpMethods.IsPost(request.Method))
        {
            return await pages.RenderAsync<ChangeFormPage>(
                IndicatorChangeForm.Of(plan, ground, FormState.Empty, request.Query["indikator"].ToString())
            );
        }

        var form = new PostedForm(await request.ReadFormAsync(cancellation));
        var call = IndicatorChangeForm.Call(form, plan);
        await RefuseAsync(form, plan, call, cancellation);
        return form.Faults.Count > 0
            ? await pages.RenderAsync<ChangeFormPage>(
                IndicatorChangeForm.Of(plan, ground, form.State, form.Text(ChangeForms.Indicator)),
                StatusCodes.Status422UnprocessableEntity
            )
            : await KeptAsync(plan, call, cancellation);
    }

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
    public Task<IResult> Preview(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            "post",
            Route = Root + "/{kind:regex(^(organisasi|renstra)$)}/{hash:length(64)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string kind,
        string hash,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) => PreviewAsync(request, new KeptChange(ChangeForms.KindOf(kind), hash), client, cancellation);

    /// <summary>The same of an official's change, which a year takes as long as anybody works on it.</summary>
    [Allow(Who.Planner)]
    [Function("YearChangeOfficialPreview")]
    public Task<IResult> OfficialPreview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Root + "/pejabat/{hash:length(64)}")]
            HttpRequest request,
        OfficeYear office,
        string hash,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) => PreviewAsync(request, new KeptChange(YearChangeKind.Official, hash), client, cancellation);

    private async Task<IResult> PreviewAsync(
        HttpRequest request,
        KeptChange asked,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await uploads.FindAsync(asked.Hash, cancellation) is not { } kept)
            return await Answers.UnknownUploadAsync(pages);
        using var turn = Reading.Begin(request, cancellation);
        var office = request.Plan().Office;
        var call = ChangeForms.Kept(asked.Kind, kept);
        if (!HttpMethods.IsPost(request.Method))
            return await ShownAsync(office, call, asked.Hash, null, cancellation);
        var form = new PostedForm(await request.ReadFormAsync(cancellation));
        var by = request.Caller().As(Who.Planner);
        var looked = call with { Version = ChangeForms.VersionOf(form) };
        var result = await desk.ApplyAsync(office, looked, by, client, cancellation);
        return result.IsConflict || result.Preview.Errors.Count > 0
            ? await ShownAsync(office, call, asked.Hash, result, cancellation)
            : Answers.SeeOther(ChangeBasisRules.Page(request.Plan(), "perubahan") + "?tercatat=ya");
    }

    /// <summary>What the change does to the plan that stands now; pressing the button means that one alone.</summary>
    private async Task<IResult> ShownAsync(
        OfficeYear office,
        ChangeCall call,
        string hash,
        ChangeResult? refused,
        CancellationToken cancellation
    )
    {
        var (plan, version) = (await plans.CurrentAsync(office, cancellation))!.Value;
        var preview = await desk.PreviewAsync(plan, call, cancellation);
        if (preview.Errors.Count == 0 && refused is { Preview.Errors: { Count: > 0 } errors })
            preview = preview with { Errors = errors };
        var isConflict = refused is { IsConflict: true };
        return await pages.RenderAsync<ChangePreviewPage>(
            ChangeViews.Preview(plan, call, hash, preview, isConflict) with
            {
                Version = version,
            },
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
            var file = await files.FindAsync(request.Query["berkas"].ToString(), plan, cancellation);
            return await pages.RenderAsync<ChangeFormPage>(
                ChangeFormViews.Of(kind, plan, ground, FormState.Empty, file, request.Query["pegawai"].ToString())
            );
        }

        var form = new PostedForm(await request.ReadFormAsync(cancellation));
        var given =
            kind == YearChangeKind.StrategicPlan ? await files.GivenAsync(request, form, plan, cancellation) : null;
        var call = ChangeForms.Read(kind, form, given, plan);
        await RefuseAsync(form, plan, call, cancellation);
        if (form.Faults.Count > 0)
        {
            var file = given is null ? null : new ChangeFile(form.Text("kiriman"), given, plan.Budget);
            return await pages.RenderAsync<ChangeFormPage>(
                ChangeFormViews.Of(kind, plan, ground, form.State, file, form.Text("pegawai")),
                StatusCodes.Status422UnprocessableEntity
            );
        }

        return await KeptAsync(plan, call, cancellation);
    }

    private async Task RefuseAsync(PostedForm form, OfficePlan plan, ChangeCall call, CancellationToken cancellation)
    {
        if (form.Faults.Count > 0)
            return;
        var preview = await desk.PreviewAsync(plan, call, cancellation);
        foreach (var error in RowReading.Told(preview.Errors))
            form.Fault(ChangeForms.FieldOf(error.Path, form), error.Message);
    }

    private async Task<IResult> KeptAsync(OfficePlan plan, ChangeCall call, CancellationToken cancellation)
    {
        var hash = await uploads.KeepAsync(
            Encoding.UTF8.GetBytes(ChangeForms.Write(call)),
            plan.Unit.Code,
            cancellation
        );
        var kind = ChangeForms.WordOf(call.Kind);
        return Answers.SeeOther(ChangeBasisRules.Page(plan, FormattableString.Invariant($"perubahan/{kind}/{hash}")));
    }

    /// <summary>What was filled in, kept under its hash.</summary>
    private sealed record KeptChange(YearChangeKind Kind, string Hash);
}
