using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Hosting;
using Sakip.Functions.Web;
using Sakip.Signing;

namespace Sakip.Functions.Approvals;

/// <summary>A form as posted to a link's page, or the status that refuses it.</summary>
internal sealed record LinkForm(Dictionary<string, string> Fields, IReadOnlyList<ScanPage> Scan, int? Refusal = null)
{
    public const long LargestText = 512 * 1024;
    public const long LargestScan = 26 * 1024 * 1024;
    private const int MostFields = 2000;

    public string this[string name] => Fields.GetValueOrDefault(name, "");

    /// <summary>Reads the form within its limits; a report may bring evidence, a signature pages of a scan.</summary>
    public static async Task<LinkForm> ReadAsync(HttpRequest request, OpenedLink link, CancellationToken cancellation)
    {
        var mayScan = MayScan(link);
        var isMultipart =
            request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;
        var mayAttach = link.Kind == ApprovalKind.ReportSubmission;
        if (!request.HasFormContentType || (isMultipart && !mayScan && !mayAttach))
            return Refused(StatusCodes.Status415UnsupportedMediaType);
        var largest =
            !isMultipart ? LargestText
            : mayAttach ? LargestText + EvidenceRules.LargestPlainFile
            : LargestScan;
        if (request.ContentLength > largest)
            return Refused(StatusCodes.Status413PayloadTooLarge);
        CappedBody.Put(request, largest);
        try
        {
            var form = await CleanForm.ReadAsync(
                request,
                new FormOptions
                {
                    ValueCountLimit = MostFields,
                    ValueLengthLimit = (int)LargestText,
                    MultipartBodyLengthLimit = largest,
                },
                cancellation
            );
            var fields = form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
            return new LinkForm(fields, await PagesAsync(form.Files, cancellation));
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refused(StatusCodes.Status413PayloadTooLarge);
        }
        catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException)
        {
            return Refused(StatusCodes.Status400BadRequest);
        }
    }

    public static bool MayScan(OpenedLink link)
    {
        return link.Policy.Yes == Decision.Signed && link.Plan.Agreement.AllowWetInk;
    }

    private static async Task<IReadOnlyList<ScanPage>> PagesAsync(
        IFormFileCollection files,
        CancellationToken cancellation
    )
    {
        var pages = new List<ScanPage>();
        foreach (var file in files.GetFiles("pindaian"))
        {
            if (file.Length == 0)
                continue;
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellation);
            pages.Add(new ScanPage(bytes.ToArray()));
        }

        return pages;
    }

    private static LinkForm Refused(int status) => new([], [], status);
}
