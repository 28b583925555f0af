using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Sakip.Approvals;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Web;
using Sakip.Reporting;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Functions.Public;

/// <summary>Where anybody checks a signed document: by the code in its signature, or by handing the file in.</summary>
internal sealed class VerificationPages(
    PublicDocuments documents,
    SignatureVerifier verifier,
    RateLimits limits,
    ClientAddress address,
    BlobVault vault,
    PageRenderer pages
)
{
    private const long LargestFile = 25 * 1024 * 1024;
    private const long LargestBody = LargestFile + (64 * 1024);
    private const int FilesPerAddress = 60;

    /// <summary>The form, and the check of a file that is handed in. The file is not kept.</summary>
    [Allow(Who.Public)]
    [Function("VerifyFile")]
    public async Task<IResult> VerifyFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "periksa")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        if (!HttpMethods.IsPost(request.Method))
            return await ShowAsync(new VerificationView(null, null), StatusCodes.Status200OK);
        var rate = await limits.TakeAsync(
            "verify-file",
            address.Of(request),
            FilesPerAddress,
            TimeSpan.FromMinutes(15),
            cancellation
        );
        if (!rate.IsAllowed)
        {
            request.HttpContext.Response.Headers.RetryAfter = rate.RetrySeconds;
            return await ProblemAsync(
                StatusCodes.Status429TooManyRequests,
                "Terlalu banyak pemeriksaan. Coba lagi beberapa menit lagi."
            );
        }

        try
        {
            return await CheckAsync(request, cancellation);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return await ProblemAsync(StatusCodes.Status413PayloadTooLarge, "Berkas lebih besar dari 25 MB.");
        }
        catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException)
        {
            return await ProblemAsync(
                StatusCodes.Status400BadRequest,
                "Kiriman tidak dapat dibaca. Pilih satu berkas PDF."
            );
        }
    }

    /// <summary>The page behind a signature's code.</summary>
    [Allow(Who.Public)]
    [Function("VerifyHash")]
    public async Task<IResult> VerifyHash(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "periksa/{hash}")] HttpRequest request,
        string hash,
        CancellationToken cancellation
    ) =>
        await documents.FindAsync(hash, cancellation) is { } document
            ? await ShowAsync(new VerificationView(document, null), StatusCodes.Status200OK)
            : await Answers.UnknownDocumentAsync(pages);

    /// <summary>The signed file itself, where it is public.</summary>
    [Allow(Who.Public)]
    [Function("VerifyDownload")]
    public async Task<IResult> VerifyDownload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "periksa/{hash}/dokumen")]
            HttpRequest request,
        string hash,
        CancellationToken cancellation
    ) =>
        await documents.FindAsync(hash, cancellation) is { IsPublic: true } document
            ? OwnFile.OfPdf(await vault.DocumentAsync(document.Hash, cancellation), document.FileName)
            : await Answers.UnknownDocumentAsync(pages);

    private async Task<IResult> CheckAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
        {
            return await ProblemAsync(
                StatusCodes.Status415UnsupportedMediaType,
                "Pilih satu berkas PDF untuk diperiksa."
            );
        }

        if (request.ContentLength > LargestBody)
            return await ProblemAsync(StatusCodes.Status413PayloadTooLarge, "Berkas lebih besar dari 25 MB.");
        CappedBody.Put(request, LargestBody);
        var form = await CleanForm.ReadAsync(
            request,
            new FormOptions { MultipartBodyLengthLimit = LargestBody },
            cancellation
        );
        if (form.Files["berkas"] is not { Length: > 0 } file)
        {
            return await ProblemAsync(
                StatusCodes.Status422UnprocessableEntity,
                "Pilih satu berkas PDF untuk diperiksa."
            );
        }

        if (file.Length > LargestFile)
            return await ProblemAsync(StatusCodes.Status413PayloadTooLarge, "Berkas lebih besar dari 25 MB.");

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        var pdf = bytes.ToArray();
        if (!IsPdf(pdf))
        {
            return await ProblemAsync(
                StatusCodes.Status422UnprocessableEntity,
                "Berkas ini bukan PDF. Pilih berkas PDF yang ditandatangani."
            );
        }

        using var turn = Reading.Begin(request, cancellation);
        var check = verifier.Verify(pdf);
        return await ShowAsync(
            new VerificationView(await documents.FindAsync(check.Hash, cancellation), check),
            StatusCodes.Status200OK
        );
    }

    // The mark may stand a little into the file.
    private static bool IsPdf(byte[] bytes) => bytes.AsSpan(0, Math.Min(1024, bytes.Length)).IndexOf("%PDF-"u8) >= 0;

    private Task<IResult> ProblemAsync(int status, string problem) =>
        ShowAsync(new VerificationView(null, null, problem), status);

    private Task<IResult> ShowAsync(VerificationView view, int status) =>
        pages.RenderAsync<VerificationPage>(view, status);
}
