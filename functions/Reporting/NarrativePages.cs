using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;

namespace Sakip.Functions.Reporting;

/// <summary>The texts of the annual report: who has handed in what, and the editor.</summary>
internal sealed class NarrativePages(NarrativeDesk desk, ReportVersions versions, PlanStore plans, PageRenderer pages)
{
    [Allow(Who.Planner, Who.Operator, Who.SubUnitHead, Who.OfficeHead, Who.Verifier)]
    [Function("NarrativeList")]
    public async Task<IResult> NarrativeList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Office + "/narasi")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var plan = await plans.PlanAsync(office, cancellation);
        var version = await versions.RunningAsync(office, cancellation) ?? 1;
        var texts = await desk.StatesAsync(office, version, cancellation);
        return await pages.RenderAsync<NarrativeListPage>(
            NarrativeListView.Of(
                plan,
                [.. texts.Where(text => IsVisible(request.Caller(), text.Owner))],
                Changed(request)
            )
        );
    }

    [Allow(Who.Planner, Who.Operator, Who.SubUnitHead, Who.OfficeHead, Who.Verifier)]
    [Function("NarrativeText")]
    public async Task<IResult> NarrativeText(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            "post",
            Route = Routes.Office + "/narasi/{section:maxlength(40)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string section,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if (await desk.SheetAsync(office, section, cancellation) is not { } sheet || !IsVisible(caller, sheet.Owner))
        {
            return await Answers.UnknownLinkAsync(pages);
        }

        var mayWrite = MayWrite(caller, sheet.Owner);
        if (!HttpMethods.IsPost(request.Method))
            return await ShowAsync(sheet, mayWrite, typed: null, preview: false, StatusCodes.Status200OK);
        if (!mayWrite)
            return await ShowAsync(sheet, mayWrite, typed: null, preview: false, StatusCodes.Status403Forbidden);

        var form = await request.ReadFormAsync(cancellation);
        var body = NarrativeDesk.Normal(form["isi"].ToString());
        if (form["tindakan"] == "pratinjau")
            return await ShowAsync(sheet, mayWrite, body, preview: true, StatusCodes.Status200OK);
        if (!NarrativeDesk.Check(sheet, body).Passes)
            return await ShowAsync(sheet, mayWrite, body, preview: true, StatusCodes.Status422UnprocessableEntity);
        var result = await desk.KeepAsync(
            office,
            section,
            body,
            caller.As(Who.Planner, Who.Operator),
            $"Narasi {sheet.Title} diubah pada halaman narasi.",
            cancellation
        );
        return result.Outcome is PlanChangeOutcome.Changed or PlanChangeOutcome.Unchanged
            ? Results.Redirect($"/kantor/{office.Unit}/{office.Year}/narasi?tersimpan={section}")
            : await ShowAsync(
                sheet,
                mayWrite,
                body,
                preview: true,
                StatusCodes.Status422UnprocessableEntity,
                [.. result.Errors.Select(error => error.Message)]
            );
    }

    private async Task<IResult> ShowAsync(
        NarrativeSheet sheet,
        bool mayWrite,
        string? typed,
        bool preview,
        int status,
        IReadOnlyList<string>? errors = null
    ) =>
        await pages.RenderAsync<NarrativePage>(
            new NarrativePageView(sheet.Title, NarrativeView.Of(sheet, typed, preview, errors), mayWrite),
            status
        );

    // Operators see their own sub-unit's texts; who reads for the whole office sees all.
    private static bool IsVisible(Caller caller, string? owner) =>
        caller.IsAny(Who.Planner, Who.OfficeHead, Who.Verifier)
        || (owner is not null && (caller.May(Who.Operator, owner) || caller.May(Who.SubUnitHead, owner)));

    private static bool MayWrite(Caller caller, string? owner) =>
        caller.Is(Who.Planner) || (owner is not null && caller.May(Who.Operator, owner));

    private static string? Changed(HttpRequest request) =>
        request.Query["tersimpan"].ToString() is { Length: > 0 } section ? section : null;
}
