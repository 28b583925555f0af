using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Functions.Planning;

/// <summary>
/// Machines hand in the year's plan as JSON or as the workbook: the body's own form decides.
/// <c>?preview=true</c> answers what would happen and changes nothing.
/// </summary>
internal sealed class PlanApi(PlanStore plans, ImportDesk imports)
{
    private const int LargestPlan = 10 * 1024 * 1024;

    /// <summary>Puts another plan in the place of the one in force. <c>?reason=</c> says why, <c>?version=</c> what it was made on.</summary>
    [Allow(Who.Key)]
    [Function("ReplacePlan")]
    [ApiOperation(
        "Mengganti rencana yang berlaku; If-Match menolak bila versinya sudah lain, ?preview=true hanya memeriksa.",
        Body = typeof(OfficePlan),
        BodyTypes = [ApiOperationAttribute.Json, ApiOperationAttribute.Workbook, "application/octet-stream"],
        LargestBody = LargestPlan,
        Answer = typeof(object),
        Query = ["reason", "version", "preview"]
    )]
    public async Task<IResult> ReplacePlan(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Routes.ApiOffice + "/plan")] HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var file = await PlanUpload.BodyAsync(request, cancellation);
        using var turn = Reading.Begin(request, cancellation);
        if (PlanUpload.IsPreview(request))
            return await PreviewAsync(file, office, cancellation);
        if (await plans.CurrentAsync(office, cancellation) is not var (_, standing))
            return Answers.UnknownYear(office);
        if (Preconditions.Refuse(request, $"\"{standing}\"") is { } refusal)
            return refusal;
        var preview = await imports.PreviewAsync(file, office.Unit, office.Year, cancellation);
        var result = (
            await imports.ApplyAsync(
                preview.Hash,
                int.TryParse(request.Query["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var given)
                    ? given
                    : standing,
                office.Unit,
                office.Year,
                Actor.System,
                request.Query["reason"].ToString(),
                client,
                cancellation
            )
        )!;
        return result.Outcome switch
        {
            ImportOutcome.Refused => Refused("Rencana tidak dapat diterima", result.Preview.Reading.Errors),
            ImportOutcome.Conflict => Answers.Problem(
                409,
                "Rencana sudah berubah",
                $"Rencana yang berlaku sekarang versi {result.Standing?.Number}. Ambil versi itu, lalu kirim kembali."
            ),
            _ => Results.Ok(PlanAnswers.Of(result.Preview)),
        };
    }

    /// <summary>The plan in force as JSON, or with <c>?format=xlsx</c> as the workbook.</summary>
    [Allow(Who.Key)]
    [Function("ShowPlan")]
    [ApiOperation(
        "Rencana yang berlaku, sebagai JSON atau buku kerja (?format=xlsx).",
        Answer = typeof(OfficePlan),
        AnswerTypes = [ApiOperationAttribute.Json, ApiOperationAttribute.Workbook],
        Query = ["format"]
    )]
    public async Task<IResult> ShowPlan(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.ApiOffice + "/plan")] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        if (await plans.CurrentAsync(office, cancellation) is not var (plan, version))
            return Answers.UnknownYear(office);
        request.HttpContext.Response.Headers.ETag = $"\"{version}\"";
        return request.Query["format"] == "xlsx"
            ? await PlanDownloads.WorkbookAsync(plans, plan, cancellation)
            : Results.Text(PlanWriter.Write(plan), "application/json");
    }

    private async Task<IResult> PreviewAsync(byte[] file, OfficeYear office, CancellationToken cancellation)
    {
        var preview = await imports.PreviewAsync(file, office.Unit, office.Year, cancellation);
        return preview.Reading.Succeeded
            ? Results.Ok(PlanAnswers.Of(preview))
            : Refused("Rencana tidak dapat diterima", preview.Reading.Errors);
    }

    private static IResult Refused(string title, IReadOnlyList<PlanError> errors) =>
        Answers.Problem(
            422,
            title,
            $"Ditemukan {errors.Count} kesalahan; tidak ada yang disimpan. Perbaiki lalu kirim kembali.",
            errors
        );
}
