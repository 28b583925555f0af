using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Access;
using Sakip.Functions.Planning;
using Sakip.Functions.Web;

namespace Sakip.Functions.Collection;

/// <summary>The report form of a link as a workbook, filled as far as it is.</summary>
internal sealed class ReportWorkbookPages(LinkDoor door, ReportForms forms)
{
    [Allow(Who.Link)]
    [Function("LinkForm")]
    public async Task<IResult> Download(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Routes.Link + "/formulir.xlsx")]
            HttpRequest request,
        string token,
        CancellationToken cancellation
    )
    {
        if (await door.OpenAsync(token, cancellation) is not { Claim: null, Kind: ApprovalKind.ReportSubmission } link)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        var model = await forms.OfAsync(link, token, new FormSaying(), cancellation);
        var name = $"laporan-{link.Subject.Rest.Replace(':', '-')}.xlsx";
        return PlanDownloads.Workbook(SubmissionWorkbook.Write(ReportWorkbooks.Of(link, model)), name);
    }
}
