using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>
/// Imports a plan: upload, preview, apply. The file is kept under its hash, so that a preview survives a reload and what
/// is applied is what was shown.
/// </summary>
internal sealed class ImportPages(ImportDesk imports, PlanStore plans, PageRenderer pages, TimeProvider clock)
{
    private const string Root = Routes.Office + "/rencana/impor";

    [Allow(Who.Planner, Who.Administrator)]
    [Function("ImportPlan")]
    public async Task<IResult> Upload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Root)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) => await UploadAsync(request, PlaceOf(office), office.Unit, office.Year, cancellation);

    [Allow(Who.Planner, Who.Administrator)]
    [Function("ImportPlanPreview")]
    public async Task<IResult> Preview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = Root + "/{hash:length(64)}")]
            HttpRequest request,
        OfficeYear office,
        string hash,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) => await PreviewAsync(request, PlaceOf(office), office.Unit, office.Year, hash, client, cancellation);

    /// <summary>The very first plan of an office, before anybody has a part in it.</summary>
    [Allow(Who.SystemAdministrator)]
    [Function("FirstImport")]
    public async Task<IResult> First(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "impor")] HttpRequest request,
        CancellationToken cancellation
    ) => await UploadAsync(request, NewOffice, null, null, cancellation);

    [Allow(Who.SystemAdministrator)]
    [Function("FirstImportPreview")]
    public async Task<IResult> FirstPreview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "impor/{hash:length(64)}")]
            HttpRequest request,
        string hash,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) => await PreviewAsync(request, NewOffice, null, null, hash, client, cancellation);

    [Allow(Who.SystemAdministrator)]
    [Function("FirstImportTemplate")]
    public IResult FirstTemplate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "impor/templat.xlsx")] HttpRequest request
    ) => PlanDownloads.Template(request, Today(null).Year);

    private static ImportPlace NewOffice { get; } =
        new(
            "Impor rencana kantor baru",
            null,
            "/impor",
            "/impor/templat.xlsx",
            "Rencana pertama sebuah kantor memulai siklus kinerjanya.",
            [],
            HasKinds: true
        );

    private static ImportPlace PlaceOf(OfficeYear office) =>
        new(
            "Impor rencana",
            "rencana",
            $"/kantor/{office.Unit}/{office.Year}/rencana/impor",
            $"/kantor/{office.Unit}/{office.Year}/rencana/templat.xlsx",
            $"Rencana kinerja tahun {office.Year} dari buku kerja atau JSON.",
            [],
            HasKinds: true
        );

    private async Task<IResult> UploadAsync(
        HttpRequest request,
        ImportPlace place,
        string? unit,
        int? year,
        CancellationToken cancellation
    )
    {
        if (!HttpMethods.IsPost(request.Method))
            return await pages.RenderAsync<UploadPage>(new UploadView(place, null));
        var (file, error) = await PlanUpload.FormAsync(request, cancellation);
        if (file is null)
        {
            return await pages.RenderAsync<UploadPage>(
                new UploadView(place, error),
                StatusCodes.Status422UnprocessableEntity
            );
        }

        using var turn = Reading.Begin(request, cancellation);
        var preview = await imports.PreviewAsync(file, unit, year, cancellation);
        return Answers.SeeOther($"{place.Url}/{preview.Hash}");
    }

    private async Task<IResult> PreviewAsync(
        HttpRequest request,
        ImportPlace place,
        string? unit,
        int? year,
        string hash,
        DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        using var turn = Reading.Begin(request, cancellation);
        if (await imports.PreviewAsync(hash, unit, year, cancellation) is not { } preview)
        {
            return await pages.RenderAsync<UploadPage>(
                new UploadView(place, "Berkas pratinjau tidak ditemukan. Unggah kembali."),
                StatusCodes.Status404NotFound
            );
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return await pages.RenderAsync<PreviewPage>(
                ImportViews.Of(place, preview, "", null, null, Today(preview.Reading.Plan)),
                preview.Reading.Succeeded ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
            );
        }

        var form = await request.ReadFormAsync(cancellation);
        var reason = form["alasan"].ToString().Trim();
        var expected = int.TryParse(form["versi"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : -1;
        if (expected > 0 && (reason.Length is 0 or > 500))
        {
            return await pages.RenderAsync<PreviewPage>(
                ImportViews.Of(
                    place,
                    preview,
                    reason,
                    reason.Length == 0 ? "Tulis alasan perubahannya." : "Paling banyak 500 huruf.",
                    null,
                    Today(preview.Reading.Plan)
                ),
                StatusCodes.Status422UnprocessableEntity
            );
        }

        var caller = request.Caller();
        var by = caller.As(Who.Planner, Who.Administrator);
        var result = (await imports.ApplyAsync(hash, expected, unit, year, by, reason, client, cancellation))!;
        return await AnswerAsync(request, place, result, reason, cancellation);
    }

    private async Task<IResult> AnswerAsync(
        HttpRequest request,
        ImportPlace place,
        ImportResult result,
        string reason,
        CancellationToken cancellation
    )
    {
        if (result.Outcome is ImportOutcome.Started or ImportOutcome.Changed or ImportOutcome.Unchanged)
        {
            var plan = result.Preview.Reading.Plan!;
            return Answers.SeeOther(
                $"/kantor/{plan.Unit.Code}/{plan.Year}/rencana?hasil={AppliedWords.MarkOf(result)}"
            );
        }

        string? conflict = null;
        if (result is { Outcome: ImportOutcome.Conflict, Standing: { } standing })
        {
            var plan = result.Preview.Reading.Plan!;
            var current = await plans.PlanAsync(plan.Office, cancellation);
            conflict =
                $"Rencana sudah diubah sejak pratinjau ini dibuat: versi {standing.Number} oleh {PlanViews.By(current, standing)}, "
                + $"{PageWords.Moment(standing.At)}. Perbedaan di bawah dihitung ulang; periksa, lalu terapkan kembali.";
        }

        return await pages.RenderAsync<PreviewPage>(
            ImportViews.Of(place, result.Preview, reason, null, conflict, Today(result.Preview.Reading.Plan)),
            result.Outcome == ImportOutcome.Conflict
                ? StatusCodes.Status409Conflict
                : StatusCodes.Status422UnprocessableEntity
        );
    }

    private DateOnly Today(OfficePlan? plan) => (plan?.Zone ?? OfficeZone.Wita).DateAt(clock.GetUtcNow());
}
