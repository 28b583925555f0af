using Microsoft.AspNetCore.Http;
using Sakip.Planning;
using Sakip.Workbooks;

namespace Sakip.Functions.Planning;

/// <summary>Files of plans on their way out.</summary>
internal static class PlanDownloads
{
    public static async Task<IResult> WorkbookAsync(PlanStore plans, OfficePlan plan, CancellationToken cancellation)
    {
        var revisions = new List<BudgetRevision>();
        foreach (var number in await plans.RevisionsAsync(plan.Office, cancellation))
            revisions.Add(await plans.RevisionAsync(plan.Office, number, cancellation));
        return Workbook(PlanWorkbook.Write(plan, revisions), $"rencana-{plan.Unit.Code}-{plan.Year}.xlsx");
    }

    public static IResult Workbook(byte[] content, string name) =>
        Results.File(content, WorkbookWriter.ContentType, name);
}
