using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Access;
using Sakip.Functions.Web;

namespace Sakip.Functions.Collection;

/// <summary>Evidence through a link: offered, sent in parts, put together and judged; downloaded by whoever the link lets in.</summary>
internal sealed class EvidencePages(LinkDoor door, SubmissionDesk submissions, EvidenceDesk evidence)
{
    private const int LongestOffer = 8 * 1024;

    /// <summary>Takes the offer of a file and says how to send it.</summary>
    [Allow(Who.Link)]
    [Function("LinkEvidence")]
    public async Task<IResult> LinkEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Link + "/bukti")] HttpRequest request,
        string token,
        CancellationToken cancellation
    )
    {
        if (!request.HasFormContentType || request.ContentLength is null or > LongestOffer)
            return Unsupported();
        if (await OpenAsync(request, token, cancellation) is not { } link)
            return Answers.UnknownEvidence();
        var form = await request.ReadFormAsync(cancellation);
        if (ReportPosts.ReadDay(form["tanggal"]) is not ({ } date, _))
            return Refused(ReportPosts.ReadDay(form["tanggal"]).Error!);
        if (!long.TryParse(form["ukuran"], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            return Refused("Ukuran berkas tidak terbaca.");
        var offer = new EvidenceOffer(form["isian"].ToString(), form["nama"].ToString(), size, date);
        var owners = (await submissions.SheetAsync(link, cancellation)).Owners();
        var answer = await evidence.BeginAsync(link, offer, owners, cancellation);
        return answer.Row is { } row
            ? Results.Json(new { id = row.Id, partSize = EvidenceRules.PartSize })
            : Refused(answer.Error!);
    }

    [Allow(Who.Link)]
    [Function("LinkEvidencePart")]
    public async Task<IResult> LinkEvidencePart(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = Routes.Link + "/bukti/{id:length(32)}/{part:int:range(0,99)}"
        )]
            HttpRequest request,
        string token,
        string id,
        int part,
        CancellationToken cancellation
    )
    {
        if (request.ContentType?.StartsWith("application/octet-stream", StringComparison.Ordinal) != true)
            return Unsupported();
        if (request.ContentLength is null or > EvidenceRules.PartSize)
        {
            return Answers.Problem(413, "Potongan terlalu besar", "Kirim berkas dalam potongan sebesar yang diminta.");
        }

        if (await OpenAsync(request, token, cancellation) is not { } link)
            return Answers.UnknownEvidence();
        var bytes = new byte[request.ContentLength.Value];
        await request.Body.ReadExactlyAsync(bytes, cancellation);
        return await evidence.PutPartAsync(link, id, part, bytes, cancellation) is { } error
            ? Refused(error)
            : Results.NoContent();
    }

    /// <summary>GET downloads; POST puts the parts together and judges what they are.</summary>
    [Allow(Who.Link)]
    [Function("LinkEvidenceFile")]
    public async Task<IResult> LinkEvidenceFile(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            "post",
            Route = Routes.Link + "/bukti/{id:length(32)}"
        )]
            HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation
    )
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return
                await door.OpenAsync(token, cancellation) is { } reader
                && door.FilesAreOpen(reader)
                && await evidence.FindAsync(reader, id, cancellation) is var (file, content)
                ? Download(file, content)
                : Answers.UnknownEvidence();
        }

        if (await OpenAsync(request, token, cancellation) is not { } link)
            return Answers.UnknownEvidence();
        var answer = await evidence.FinishAsync(link, id, cancellation);
        if (answer.Row is not { } row)
            return Refused(answer.Error!);
        var view = EvidenceViews.Of(row, "/tautan/" + token);
        return Results.Json(
            new
            {
                id = row.Id,
                fileName = view.FileName,
                detail = view.Detail,
                remark = view.Remark,
                sha256 = row.Sha256,
            }
        );
    }

    internal static IResult Download(EvidenceRow file, Stream content) =>
        Results.Stream(content, file.Type, file.FileName, enableRangeProcessing: true);

    // The action token of the page travels in a header: a request of another site cannot carry it.
    private async Task<OpenedLink?> OpenAsync(HttpRequest request, string token, CancellationToken cancellation)
    {
        var link = await door.OpenAsync(token, cancellation);
        return
            link is { Kind: ApprovalKind.ReportSubmission }
            && door.IsActionToken(link, request.Headers["X-Aksi"].ToString())
            ? link
            : null;
    }

    private static IResult Refused(string why) => Answers.Problem(422, "Bukti belum diterima", why);

    private static IResult Unsupported() => Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
}
