using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Access;
using Sakip.Functions.Approvals;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;

namespace Sakip.Functions.Collection;

/// <summary>Evidence behind a link for machines: one request hands a file in whole, another reads it back.</summary>
internal sealed class EvidenceApi(LinkDoor door, SubmissionDesk submissions, EvidenceDesk evidence)
{
    private const string Route = "api/steps/{token}/evidence";

    /// <summary>The file goes on to its blob in parts; what was cut off is replaced by sending it again.</summary>
    [Allow(Who.Key)]
    [Function("StepEvidenceAdd")]
    [ApiOperation(
        "Menyerahkan satu bukti dukung untuk satu isian laporan; date: tanggal dokumennya (yyyy-MM-dd).",
        Body = typeof(string),
        BodyTypes = ["application/octet-stream", "application/pdf", "image/jpeg", "image/png"],
        LargestBody = (int)EvidenceRules.LargestFile,
        Answer = typeof(StepFile),
        Status = 201,
        Query = ["actionToken", "field", "name", "date"]
    )]
    public async Task<IResult> Add(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request,
        string token,
        CancellationToken cancellation
    )
    {
        var link = await door.OpenAsync(token, cancellation);
        if (
            link is not { Kind: ApprovalKind.ReportSubmission }
            || !door.IsActionToken(link, request.Query["actionToken"].ToString())
        )
        {
            return Answers.UnknownLink();
        }

        if (request.ContentLength is not { } size)
        {
            return Answers.Problem(
                StatusCodes.Status411LengthRequired,
                "Ukuran tidak disebut",
                "Sebutkan ukuran berkas pada Content-Length."
            );
        }

        if (
            !DateOnly.TryParseExact(
                request.Query["date"],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            return Refused("Isi tanggal dokumen pada 'date'.");
        }

        var offer = new EvidenceOffer(request.Query["field"].ToString(), request.Query["name"].ToString(), size, date);
        var owners = (await submissions.SheetAsync(link, cancellation)).Owners();
        var begun = await evidence.BeginAsync(link, offer, owners, cancellation);
        if (begun.Row is not { } row)
            return Refused(begun.Error!);
        var answer = await SendAsync(link, row, request.Body, cancellation) is { } error
            ? EvidenceAnswer.No(error)
            : await evidence.FinishAsync(link, row.Id, cancellation);
        return answer.Row is { } kept
            // Relative: an answer may be kept under an idempotency key, and the link in the path is a secret.
            ? Results.Created($"evidence/{kept.Id}", StepReader.FileOf(kept))
            : Refused(answer.Error!);
    }

    [Allow(Who.Key)]
    [Function("StepEvidenceFile")]
    [ApiOperation("Satu bukti dukung dari laporan di balik tautan.", AnswerTypes = ["application/octet-stream"])]
    public async Task<IResult> File(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Route + "/{id:length(32)}")]
            HttpRequest request,
        string token,
        string id,
        CancellationToken cancellation
    ) =>
        await door.OpenAsync(token, cancellation) is { } link
        && door.FilesAreOpen(link)
        && await evidence.FindAsync(link, id, cancellation) is var (file, content)
            ? EvidencePages.Download(file, content)
            : Answers.UnknownLink();

    private async Task<string?> SendAsync(OpenedLink link, EvidenceRow row, Stream body, CancellationToken cancellation)
    {
        var part = new byte[EvidenceRules.PartSize];
        var left = row.Size;
        for (var number = 0; left > 0; number++)
        {
            var here = part.AsMemory(0, (int)Math.Min(left, part.Length));
            await body.ReadExactlyAsync(here, cancellation);
            if (await evidence.PutPartAsync(link, row.Id, number, here, cancellation) is { } error)
                return error;
            left -= here.Length;
        }

        return null;
    }

    private static IResult Refused(string why) => Answers.Problem(422, "Bukti belum diterima", why);
}
