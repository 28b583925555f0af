using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Access;
using Sakip.Functions.Web.Api;
using Sakip.Reporting;

namespace Sakip.Functions.Public;

/// <summary>What all offices have published, for machines.</summary>
internal sealed class PublicationApi(ReportRecords reports)
{
    [Allow(Who.Key)]
    [Function("PublicationList")]
    [ApiOperation(
        "Laporan yang sudah diterbitkan semua kantor, setiap versinya.",
        Answer = typeof(ListPage<Publication>),
        Paged = true
    )]
    public async Task<IResult> Publications(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/publications")] HttpRequest request,
        CancellationToken cancellation
    ) => Results.Ok(ListWindow.Of(request).Slice(await reports.PublishedAsync(cancellation)));
}
