using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Documents;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Reporting;
using Sakip.Signing;
using Sakip.Storage;

namespace Sakip.Functions.Public;

/// <summary>Published reports for everybody; the QR code on a report's cover leads here.</summary>
internal sealed class PublicationPages(
    ReportRecords reports,
    BlobVault vault,
    SignatureVerifier verifier,
    PageRenderer pages
)
{
    [Allow(Who.Public)]
    [Function("PublishedReport")]
    public async Task<IResult> PublishedReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "terbit/{unit}/{year:int}")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    ) => await ShowAsync(office, wanted: null, cancellation);

    [Allow(Who.Public)]
    [Function("PublishedReportVersion")]
    public async Task<IResult> PublishedReportVersion(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "terbit/{unit}/{year:int}/{version:regex(^v\\d+$)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string version,
        CancellationToken cancellation
    ) => await ShowAsync(office, Number(version), cancellation);

    /// <summary>The signed report and its tables. What is published never changes, so it may be kept.</summary>
    [Allow(Who.Public)]
    [Function("PublishedReportFile")]
    public async Task<IResult> PublishedReportFile(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "terbit/{unit}/{year:int}/{version:regex(^v\\d+$)}/{format:regex(^(pdf|xlsx)$)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string version,
        string format,
        CancellationToken cancellation
    )
    {
        var chosen = FileFormats.Parse(format)!.Value;
        if ((await reports.FindAsync(office, Number(version), cancellation))?.HashOf(chosen) is not { } hash)
            return await Answers.UnpublishedAsync(pages);
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=86400, immutable";
        return new OwnFile(
            await vault.DocumentAsync(hash, cancellation),
            chosen.ContentType(),
            $"lkjip-{office.Unit}-{office.Year}-{version}.{format}"
        )
        {
            Tag = new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{hash}\""),
        };
    }

    private async Task<IResult> ShowAsync(OfficeYear office, int? wanted, CancellationToken cancellation)
    {
        var all = await reports.AllAsync(office, cancellation);
        var shown = wanted is null ? all.LastOrDefault() : all.FirstOrDefault(one => one.Version == wanted);
        if (shown is null)
            return await Answers.UnpublishedAsync(pages);
        var file = shown.Record.PdfHash;
        var check = verifier.Known(file) ?? verifier.VerifyKept(await vault.DocumentAsync(file, cancellation));
        return await pages.RenderAsync<PublicationPage>(
            PublicationView.Of(
                office,
                shown,
                all,
                await ResultAsync(shown.Record, cancellation),
                check.Outcome == VerificationOutcome.Trial
            )
        );
    }

    private async Task<PublishedResult?> ResultAsync(ReportRecord record, CancellationToken cancellation) =>
        record.ContentHash is { } hash
            ? PublishedResult.Of(
                await vault.SnapshotAsync(hash, bytes => SakipJson.Read<ReportContent>(bytes), cancellation)
            )
            : null;

    private static int Number(string version) =>
        int.TryParse(version.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
