using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Sakip.Functions.Web;

/// <summary>A document of our own: a PDF opens in the browser and keeps its name, everything else is downloaded.</summary>
internal sealed class OwnFile(byte[] content, string type, string name) : IResult
{
    private const string Pdf = "application/pdf";

    /// <summary>Set where the file never changes and may be kept.</summary>
    public EntityTagHeaderValue? Tag { get; init; }

    public static OwnFile OfPdf(byte[] content, string name) => new(content, Pdf, name);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (type == Pdf)
        {
            var disposition = new ContentDispositionHeaderValue("inline");
            disposition.SetHttpFileName(name);
            httpContext.Response.Headers.ContentDisposition = disposition.ToString();
        }

        return Results
            .File(content, type, type == Pdf ? null : name, enableRangeProcessing: true, entityTag: Tag)
            .ExecuteAsync(httpContext);
    }
}
