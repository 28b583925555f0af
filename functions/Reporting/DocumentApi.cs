using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Documents;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Planning;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions.Reporting;

/// <summary>Documents on request: 202 and a status link, then the file. Identical requests share one run.</summary>
internal sealed class DocumentApi(
    DocumentDesk desk,
    DocumentRuns runs,
    BlobVault vault,
    OfficeLogo logo,
    PlanStore plans,
    NamedCaller named
)
{
    /// <summary>The emblem that covers bear from now on; <c>?by=</c> names the planner or administrator.</summary>
    [Allow(Who.Key)]
    [Function("ReplaceLogo")]
    [ApiOperation(
        "Mengganti lambang kantor pada sampul dokumen: PNG atau JPEG, paling besar 2 MB.",
        Body = typeof(string),
        BodyTypes = ["image/png", "image/jpeg", "application/octet-stream"],
        LargestBody = OfficeLogo.LargestUpload,
        Status = 204,
        Query = ["by"]
    )]
    public async Task<IResult> ReplaceLogo(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.ApiOffice + "/logo")] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var plan = await plans.OfYearAsync(office, cancellation);
        if (named.Find(plan, request.Query["by"]) is not { } by || !by.IsAny(Who.Planner, Who.Administrator))
            return NamedCaller.NotAllowed(request.Query["by"]);
        var actor = by.As(Who.Planner, Who.Administrator);
        var picture = await PlanUpload.BodyAsync(request, cancellation);
        using var turn = Reading.Begin(request, cancellation);
        return await logo.KeepAsync(office, picture, actor, cancellation)
            ? Results.NoContent()
            : Answers.Problem(
                422,
                "Lambang tidak dapat diterima",
                "Lambang berupa gambar PNG atau JPEG, paling besar 2 MB."
            );
    }

    [Allow(Who.Key)]
    [Function("RequestDocument")]
    [ApiOperation(
        "Meminta satu dokumen dibuat dari data saat ini.",
        Answer = typeof(RequestedDocument),
        Status = 202,
        Query = ["format", "quarter", "revision"]
    )]
    public async Task<IResult> RequestDocument(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.ApiOffice + "/documents/{kind}")]
            HttpRequest request,
        OfficeYear office,
        string kind,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (DocumentWishes.Kind(kind) is not { } wanted)
            return Answers.UnknownKind(kind);
        if (DocumentWishes.Read(wanted, name => request.Query[name]) is not { } wish)
        {
            return Answers.Problem(
                400,
                "Permintaan tidak dapat dibaca",
                "format: pdf, docx, atau xlsx; quarter: 1 sampai 4; revision: 0 atau lebih. Ketiganya boleh tidak disebut."
            );
        }

        if (!await desk.HasPlanAsync(office, cancellation))
            return Answers.UnknownYear(office);
        if (await desk.RequestAsync(office, wish, cancellation) is not { } asked)
        {
            return Answers.Problem(
                404,
                "Dokumen tidak ditemukan",
                $"Perjanjian kinerja dengan perubahan {wish.Revision} tidak ada."
            );
        }

        await runs.StartAsync(asked, client, cancellation);
        return Results.Accepted(
            $"/api/offices/{office.Unit}/{office.Year}/documents/{wanted}/{asked.DataHash}",
            new RequestedDocument(wanted, wish.Format, asked.DataHash)
        );
    }

    [Allow(Who.Key)]
    [Function("ShowDocument")]
    [ApiOperation(
        "Mengambil dokumen yang diminta; 202 selama masih dibuat.",
        AnswerTypes = [FileFormats.PdfType, FileFormats.DocxType, FileFormats.XlsxType]
    )]
    public async Task<IResult> ShowDocument(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "get",
            "head",
            Route = Routes.ApiOffice + "/documents/{kind}/{hash:length(64)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string kind,
        string hash,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (DocumentWishes.Kind(kind) is not { } wanted)
            return Answers.UnknownKind(kind);
        var standing = await runs.FindAsync(wanted, office, hash, client, cancellation);
        return standing.Progress switch
        {
            DocumentProgress.Made => Results.File(
                await vault.DocumentAsync(standing.Document!.Hash, cancellation),
                standing.Document.Format.ContentType(),
                standing.Document.Name,
                enableRangeProcessing: true
            ),
            DocumentProgress.Running => Results.Accepted(request.Path, new { state = "Running" }),
            DocumentProgress.Failed => Answers.Problem(
                500,
                "Dokumen gagal dibuat",
                "Mintalah dokumen itu sekali lagi. Bila tetap gagal, hubungi pengelola."
            ),
            _ => Answers.Problem(404, "Dokumen tidak ditemukan", "Mintalah dokumen itu lebih dahulu."),
        };
    }
}

/// <param name="Hash">SHA-256 of the data that the document is made from.</param>
internal sealed record RequestedDocument(DocumentKind Kind, FileFormat Format, string Hash);
