using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Access;
using Sakip.Functions.Api;
using Sakip.Functions.Pages.Dashboard;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions;

/// <summary>A step that waits: for whom, since when, until when.</summary>
internal sealed record WaitingStep(
    string Subject,
    string Kind,
    string Step,
    int Attempt,
    string Bearer,
    string? SubUnit,
    DateTimeOffset Since,
    DateTimeOffset DueAt,
    DateTimeOffset ClosesAt
);

internal sealed record OfficeOfYear(string Unit, int Year, string Name, string State);

/// <summary>What the pages show, for machines: the offices, who waits for whom, publications.</summary>
internal sealed class OfficeReads(
    OfficeStorage storage,
    Sakip.Access.People people,
    PlanStore plans,
    ReportRecords reports,
    DashboardReader dashboard
)
{
    private const string Year = "api/offices/{unit}/{year:int}";

    [Allow(Who.Key)]
    [Function("OfficeList")]
    [ApiOperation(
        "Kantor dan tahun yang ada, yang terbaru dahulu.",
        Answer = typeof(ListPage<OfficeOfYear>),
        Paged = true
    )]
    public async Task<IResult> Offices(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/offices")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var found = new List<OfficeOfYear>();
        foreach (var row in await people.YearsAsync(cancellation))
        {
            var plan = await plans.FindPlanAsync(row.Unit, row.Year, cancellation);
            found.Add(new OfficeOfYear(row.Unit, row.Year, plan?.Unit.Name ?? row.Unit, row.State.ToString()));
        }

        return Results.Ok(ListWindow.Of(request).Slice(found));
    }

    [Allow(Who.Key)]
    [Function("YearOverview")]
    [ApiOperation(
        "Beranda: tahapan, indikator dengan peringkat dan perbandingan tahun lalu, serapan, jumlah temuan.",
        Answer = typeof(YearOverview)
    )]
    public async Task<IResult> Overview(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Year + "/overview")] HttpRequest request,
        string unit,
        int year,
        CancellationToken cancellation
    ) =>
        await plans.FindPlanAsync(unit, year, cancellation) is { } plan
            ? Results.Ok(await dashboard.OverviewAsync(plan, cancellation))
            : Planning.Unknown(unit, year);

    [Allow(Who.Key)]
    [Function("WaitingSteps")]
    [ApiOperation(
        "Langkah yang menunggu keputusan: siapa, sejak kapan, sampai kapan.",
        Answer = typeof(ListPage<WaitingStep>),
        Paged = true
    )]
    public async Task<IResult> Waiting(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Year + "/waiting")] HttpRequest request,
        string unit,
        int year,
        CancellationToken cancellation
    ) =>
        await plans.FindPlanAsync(unit, year, cancellation) is null
            ? Planning.Unknown(unit, year)
            : Results.Ok(
                await ListWindow
                    .Of(request)
                    .ReadAsync(
                        storage.WaitingIn(unit, year, cancellation),
                        row => new WaitingStep(
                            row.Subject,
                            row.Kind,
                            row.Step,
                            row.Attempt,
                            row.Bearer,
                            row.SubUnit,
                            row.Since,
                            row.DueAt,
                            row.ClosesAt
                        ),
                        cancellation
                    )
            );

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
