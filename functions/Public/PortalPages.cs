using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Access;
using Sakip.Functions.Web;

namespace Sakip.Functions.Public;

/// <summary>The first page for everybody: what offices have published.</summary>
internal sealed class PortalPages(PortalReader portal, PageRenderer pages)
{
    [Allow(Who.Public)]
    [Function("Home")]
    public async Task<IResult> Home(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{root:maxlength(0)?}")] HttpRequest request,
        CancellationToken cancellation
    ) => await pages.RenderAsync<PortalPage>(await portal.ReadAsync(cancellation));
}
