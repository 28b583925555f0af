using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Audit;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Kernel;

namespace Sakip.Functions.Audit;

/// <summary>The audit trail of a year, and the check of its chain.</summary>
internal sealed class AuditTrailPages(AuditPages trail, AuditBook book, PageRenderer pages)
{
    [Allow(Who.Planner, Who.Verifier, Who.Inspector, Who.Administrator, Who.OfficeHead, Who.Superior)]
    [Function("AuditTrail")]
    public async Task<IResult> AuditTrail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Office + "/audit")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        var (filter, before) = AuditViews.FilterOf(request);
        var page = await trail.ReadAsync(office, filter, before, cancellation);
        var verdict = request.Query.ContainsKey("periksa") ? await book.VerifyAsync(office, cancellation) : null;
        return await pages.RenderAsync<AuditTrailPage>(AuditViews.Of(plan, page, request, verdict));
    }
}
