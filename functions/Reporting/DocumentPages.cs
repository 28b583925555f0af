using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Documents;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions.Reporting;

/// <summary>The documents of a year for its staff: what is published, what is asked for, the files.</summary>
internal sealed class DocumentPages(
    DocumentDesk desk,
    DocumentRuns runs,
    ReportRecords reports,
    OfficeLogo logo,
    BlobVault vault,
    PlanStore plans,
    PageRenderer pages
)
{
    [Allow(Who.Staff)]
    [Function("DocumentPage")]
    public async Task<IResult> DocumentPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Office + "/dokumen")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) =>
        await ShowAsync(
            request,
            office,
            request.Query["hasil"] == "lambang" ? "Lambang tersimpan; dokumen berikutnya memakainya." : null,
            isError: false,
            StatusCodes.Status200OK,
            cancellation
        );

    [Allow(Who.Staff)]
    [Function("DocumentAsk")]
    public async Task<IResult> DocumentAsk(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Office + "/dokumen/permintaan")]
            HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var form = await request.ReadFormAsync(cancellation);
        if (
            DocumentWishes.OfValue(form["dokumen"].ToString()) is not { } wish
            || await desk.RequestAsync(office, wish, cancellation) is not { } asked
        )
        {
            return await ShowAsync(
                request,
                office,
                "Dokumen itu tidak dikenal. Tekan salah satu tombol di bawah.",
                isError: true,
                StatusCodes.Status422UnprocessableEntity,
                cancellation
            );
        }

        await runs.StartAsync(asked, client, cancellation);
        return Results.Redirect($"/kantor/{office.Unit}/{office.Year}/dokumen/{wish.Kind}/{asked.DataHash}");
    }

    /// <summary>A document that was asked for: its progress, then the file.</summary>
    [Allow(Who.Staff)]
    [Function("DocumentResult")]
    public async Task<IResult> DocumentResult(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = Routes.Office + "/dokumen/{kind}/{hash:length(64)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string kind,
        string hash,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var standing = DocumentWishes.Kind(kind) is { } wanted
            ? await runs.FindAsync(wanted, office, hash, client, cancellation)
            : new DocumentStanding(DocumentProgress.Unknown);
        if (standing.Document is { } made && request.Query.ContainsKey("unduh"))
        {
            return new OwnFile(
                await vault.DocumentAsync(made.Hash, cancellation),
                made.Format.ContentType(),
                made.Name
            );
        }

        var status =
            standing.Progress == DocumentProgress.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        // What is asked for with one click comes by itself; the page stays for who wants it again.
        var headers = request.HttpContext.Response.Headers;
        if (standing.Progress == DocumentProgress.Running)
            headers["Refresh"] = "1";
        else if (standing.Progress == DocumentProgress.Made)
            headers["Refresh"] = "0; url=?unduh=1";
        return await pages.RenderAsync<DocumentResultPage>(
            new DocumentResultView(
                $"/kantor/{office.Unit}/{office.Year}/dokumen",
                standing.Progress,
                standing.Document?.Name
            ),
            status
        );
    }

    /// <summary>A published report in any format, the editable one included.</summary>
    [Allow(Who.Staff)]
    [Function("DocumentPublished")]
    public async Task<IResult> DocumentPublished(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = Routes.Office + "/dokumen/lkjip/{version:int:min(1)}/{format:regex(^(pdf|docx|xlsx)$)}"
        )]
            HttpRequest request,
        OfficeYear office,
        int version,
        string format,
        CancellationToken cancellation
    )
    {
        var chosen = FileFormats.Parse(format)!.Value;
        return (await reports.FindAsync(office, version, cancellation))?.HashOf(chosen) is { } hash
            ? new OwnFile(
                await vault.DocumentAsync(hash, cancellation),
                chosen.ContentType(),
                $"lkjip-{office.Year}-v{version}.{format}"
            )
            : await Answers.UnknownLinkAsync(pages);
    }

    /// <summary>The office's own emblem for the covers.</summary>
    [Allow(Who.Planner, Who.Administrator)]
    [Function("DocumentLogo")]
    public async Task<IResult> DocumentLogo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Office + "/dokumen/lambang")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var file = (await request.ReadFormAsync(cancellation)).Files.GetFile("lambang");
        if (file is { Length: > 0 and <= OfficeLogo.LargestUpload })
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellation);
            var caller = request.Caller();
            var by = caller.As(Who.Planner, Who.Administrator);
            using var turn = Reading.Begin(request, cancellation);
            if (await logo.KeepAsync(office, content.ToArray(), by, cancellation))
                return Results.Redirect($"/kantor/{office.Unit}/{office.Year}/dokumen?hasil=lambang");
        }

        return await ShowAsync(
            request,
            office,
            "Lambang berupa gambar PNG atau JPEG, paling besar 2 MB.",
            isError: true,
            StatusCodes.Status422UnprocessableEntity,
            cancellation
        );
    }

    private async Task<IResult> ShowAsync(
        HttpRequest request,
        OfficeYear office,
        string? message,
        bool isError,
        int status,
        CancellationToken cancellation
    ) =>
        await pages.RenderAsync<DocumentListPage>(
            DocumentListView.Of(
                await plans.PlanAsync(office, cancellation),
                await reports.AllAsync(office, cancellation),
                await desk.MadeAsync(office, cancellation),
                request.Caller().IsAny(Who.Planner, Who.Administrator)
            ) with
            {
                Message = message,
                IsError = isError,
            },
            status
        );
}
