using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Agreements;
using Sakip.Documents;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Web;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning.Tree;

/// <summary>The performance tree (pohon kinerja): as a page to fold, search and follow, and as files to hand in.</summary>
internal sealed class PerformanceTreePages(
    PlanStore plans,
    AgreementRecords agreements,
    DocumentPrinter printer,
    PageRenderer pages,
    TimeProvider clock
)
{
    private const string Root = Routes.Office + "/pohon";

    [Allow(Who.Staff)]
    [Function("PerformanceTreePage")]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var (tree, day) = await TreeAsync(request, cancellation);
        return await pages.RenderAsync<PerformanceTreePage>(PerformanceTreeView.Of(office, tree, request.Query, day));
    }

    [Allow(Who.Staff)]
    [Function("PerformanceTreeFile")]
    public async Task<IResult> File(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = Root + "/berkas/{format:regex(^(pdf|xlsx)$)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string format,
        CancellationToken cancellation
    )
    {
        var (tree, day) = await TreeAsync(request, cancellation);
        using var turn = Reading.Begin(request, cancellation);
        var kind = format == "pdf" ? FileFormat.Pdf : FileFormat.Xlsx;
        var content = printer.Print(TreeDocument.Build(request.Plan(), tree, day, clock.GetUtcNow()), kind);
        return new OwnFile(
            content,
            kind.ContentType(),
            $"pohon-kinerja-{office.Unit}-{office.Year}.{kind.Extension()}"
        );
    }

    // Before and after the year it is as on its first and last day.
    private async Task<(PerformanceTree Tree, DateOnly Day)> TreeAsync(
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        var plan = request.Plan();
        var (first, last) = (new DateOnly(plan.Year, 1, 1), Quarter.Q4.LastDay(plan.Year));
        var today = plan.Zone.DateAt(clock.GetUtcNow());
        var day =
            today < first ? first
            : today > last ? last
            : today;
        var budget = await plans.LatestBudgetAsync(plan.Office, cancellation);
        if ((await agreements.ReadAsync(plan.Office, cancellation)).LastOrDefault().Snapshot is { } agreement)
            plan = plan.WithTargets(agreement.Terms.Targets);
        return (PerformanceTree.Of(plan, budget, day), day);
    }
}
