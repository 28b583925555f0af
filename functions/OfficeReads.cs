using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Agreements;
using Sakip.Audit;
using Sakip.Functions.Access;
using Sakip.Functions.Api;
using Sakip.Functions.Pages.Audit;
using Sakip.Functions.Pages.Dashboard;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions;

/// <summary>A step that waits: for whom, since when, until when.</summary>
public sealed record WaitingStep(
    string Subject,
    string Kind,
    string Step,
    int Attempt,
    string Bearer,
    string? SubUnit,
    DateTimeOffset Since,
    DateTimeOffset DueAt,
    DateTimeOffset ClosesAt);

public sealed record OfficeOfYear(string Unit, int Year, string Name, string State);

public sealed record AgreementStanding(
    int Revision,
    AgreementState State,
    int Attempt,
    string? Note,
    string? Hash,
    DateOnly? InForceSince,
    string? WaitingFor,
    DateTimeOffset? WaitingSince,
    IReadOnlyList<SignatureRecord> Signatures);

/// <param name="Where">The network address that it was done from; null for what the app does by itself.</param>
public sealed record AuditedEntry(
    long Sequence,
    DateTimeOffset At,
    string Actor,
    string Role,
    string Action,
    string Entity,
    string? Note,
    string? DocumentHash,
    string? Where,
    string Hash);

/// <summary>What the pages show, for machines: who waits for whom, messages, the trail, agreements, texts, publications.</summary>
public sealed class OfficeReads(
    OfficeStorage storage,
    Sakip.Access.People people,
    PlanStore plans,
    AgreementOverview agreements,
    Inbox inbox,
    AuditPages trail,
    NarrativeDesk narratives,
    ReportVersions versions,
    ReportRecords reports,
    DashboardReader dashboard)
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
        CancellationToken cancellation)
    {
        var found = new List<OfficeOfYear>();
        foreach (var row in await people.YearsAsync(cancellation))
        {
            var plan = await plans.FindPlanAsync(row.Unit, row.Year, cancellation);
            found.Add(new OfficeOfYear(row.Unit, row.Year, plan?.Unit.Name ?? row.Unit, row.State));
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
        string unit, int year, CancellationToken cancellation) =>
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
        string unit, int year, CancellationToken cancellation) =>
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
                            row.ClosesAt),
                        cancellation));

    [Allow(Who.Key)]
    [Function("AgreementStandings")]
    [ApiOperation(
        "Perjanjian kinerja tahun itu beserta perubahannya.",
        Answer = typeof(ListPage<AgreementStanding>),
        Paged = true
    )]
    public async Task<IResult> Agreements(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Year + "/agreements")] HttpRequest request,
        string unit, int year, CancellationToken cancellation) =>
        await plans.FindPlanAsync(unit, year, cancellation) is null
            ? Planning.Unknown(unit, year)
            : Results.Ok(
                ListWindow
                    .Of(request)
                    .Slice([
                        .. (await agreements.ReadAsync(unit, year, cancellation)).Select(view => new AgreementStanding(
                            view.Revision,
                            view.State,
                            view.Attempt,
                            view.Note,
                            view.Hash,
                            view.InForceSince,
                            view.Waiting?.Bearer,
                            view.Waiting?.Since,
                            view.Signatures)),
                    ]));

    [Allow(Who.Key)]
    [Function("AgreementDifferences")]
    [ApiOperation(
        "Perbandingan satu perubahan perjanjian dengan yang digantikannya.",
        Answer = typeof(AgreementComparison)
    )]
    public async Task<IResult> Differences(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Year + "/agreements/{revision:int:min(1)}/comparison")]
            HttpRequest request,
        string unit,
        int year,
        int revision,
        CancellationToken cancellation)
    {
        var all = await agreements.ReadAsync(unit, year, cancellation);
        var after = all.FirstOrDefault(view => view.Revision == revision);
        var before = Pages.Agreements.AgreementDetails.PredecessorOf(all, after);
        return after?.Snapshot is { } next && before?.Snapshot is { } former
            ? Results.Ok(AgreementComparison.Of(former, next))
            : Hosting.FunctionErrors.Problem(
                404,
                "Tidak ada yang dibandingkan",
                "Perubahan perjanjian itu, atau pendahulunya, belum ada.");
    }

    [Allow(Who.Key)]
    [Function("MessagesSent")]
    [ApiOperation(
        "Pesan tahun itu, yang terbaru dahulu; tanpa tautan dan kodenya.",
        Answer = typeof(ListPage<SentMessage>),
        Paged = true,
        Query = ["official", "failed"]
    )]
    public async Task<IResult> Messages(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Year + "/messages")] HttpRequest request,
        string unit, int year, CancellationToken cancellation)
    {
        if (await plans.FindPlanAsync(unit, year, cancellation) is null) return Planning.Unknown(unit, year);
        var official = request.Query["official"].ToString() is { Length: > 0 } named ? named : null;
        var rows =
            request.Query["failed"] == "true"
                ? inbox.FailedRows(unit, year, cancellation)
                : inbox.Rows(unit, year, official, cancellation);
        return Results.Ok(
            await ListWindow
                .Of(request)
                .ReadAsync(
                    rows,
                    row => new SentMessage(
                        row.Kind,
                        row.Recipient,
                        row.At,
                        row.SentAt,
                        row.GivenUpAt,
                        row.Failures,
                        row.LastError),
                    cancellation));
    }

    [Allow(Who.Key)]
    [Function("AuditEntries")]
    [ApiOperation(
        "Jejak audit, yang terbaru dahulu; 'after' dari halaman sebelumnya.", Answer = typeof(ListPage<AuditedEntry>),
        Query = ["size", "after", "pelaku", "cari", "dari", "sampai"])]
    public async Task<IResult> Audit(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Year + "/audit")] HttpRequest request,
        string unit, int year, CancellationToken cancellation)
    {
        if (await plans.FindPlanAsync(unit, year, cancellation) is null) return Planning.Unknown(unit, year);
        var window = ListWindow.Of(request);
        long? before =
            window.After is null ? null
            : long.TryParse(window.After, out var number) ? number
            : throw new BadInputException("'after' bukan penanda halaman yang sah.");
        var page = await trail.ReadAsync(
            unit,
            year,
            AuditViews.FilterOf(request).Filter,
            before,
            cancellation,
            window.Size);
        return Results.Ok(
            new ListPage<AuditedEntry>(
                [
                    .. page.Entries.Select(entry => new AuditedEntry(
                        entry.Sequence,
                        entry.Intent.At,
                        entry.Intent.Actor,
                        entry.Intent.Role,
                        entry.Intent.Action,
                        entry.Intent.Entity,
                        entry.Intent.Note,
                        entry.Intent.DocumentHash,
                        entry.Intent.Where,
                        entry.Hash)),
                ],
                ListWindow.Token(page.Before)));
    }

    [Allow(Who.Key)]
    [Function("NarrativeStandings")]
    [ApiOperation(
        "Narasi laporan tahunan: pemilik, ada tidaknya teks, tenggat.",
        Answer = typeof(ListPage<NarrativeState>),
        Paged = true
    )]
    public async Task<IResult> Narratives(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Year + "/narratives")] HttpRequest request,
        string unit, int year, CancellationToken cancellation) =>
        await plans.FindPlanAsync(unit, year, cancellation) is null
            ? Planning.Unknown(unit, year)
            : Results.Ok(ListWindow.Of(request).Slice(await narratives.StatesAsync(
                unit, year, await versions.RunningAsync(unit, year, cancellation) ?? 1, cancellation)));

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

/// <summary>A message as machines see it: to whom, what kind, how it went.</summary>
public sealed record SentMessage(
    string Kind,
    string Recipient,
    DateTimeOffset At,
    DateTimeOffset? SentAt,
    DateTimeOffset? GivenUpAt,
    int Failures,
    string? Error);
