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

    /// <summary>The workbook to be filled in: whole, short ("ringkas"), or filled in to look at ("contoh").</summary>
    public static IResult Template(HttpRequest request, int year) =>
        request.Query["jenis"].ToString() switch
        {
            "contoh" => Workbook(SamplePlan.Workbook(), "contoh-rencana-terisi.xlsx"),
            "ringkas" => Workbook(PlanTemplates.Short(year), $"templat-ringkas-{year}.xlsx"),
            _ => Workbook(PlanWorkbook.Template(year), $"templat-rencana-{year}.xlsx"),
        };

    public static IResult Workbook(byte[] content, string name) =>
        Results.File(content, WorkbookWriter.ContentType, name);
}
