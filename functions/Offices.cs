using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Access;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Pages.Offices;

namespace Sakip.Functions;

/// <summary>The pages that belong to an office as a whole.</summary>
public sealed class Offices(OfficeChooser chooser, PageRenderer pages)
{
    /// <summary>The offices and years in which the reader has a part.</summary>
    [Allow(Who.Staff)]
    [Function("Offices")]
    public async Task<IResult> Choose(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "kantor")] HttpRequest request,
        CancellationToken cancellation) =>
        await pages.RenderAsync<OfficesPage>(
            await chooser.OfAsync((Identity)request.HttpContext.Items[typeof(Identity)]!, request.Caller(), cancellation));
}
