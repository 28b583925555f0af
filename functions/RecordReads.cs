using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Agreements;
using Sakip.Audit;
using Sakip.Functions.Access;
using Sakip.Functions.Api;
using Sakip.Functions.Pages.Audit;
using Sakip.Notifications;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Signing;

namespace Sakip.Functions;

internal sealed record AgreementStanding(
    int Revision,
    AgreementState State,
    int Attempt,
    string? Note,
    string? Hash,
    DateOnly? InForceSince,
    string? WaitingFor,
    DateTimeOffset? WaitingSince,
    IReadOnlyList<SignatureRecord> Signatures
);

/// <param name="Where">The network address that it was done from; null for what the app does by itself.</param>
internal sealed record AuditedEntry(
    long Sequence,
    DateTimeOffset At,
    string Actor,
    string Role,
    string Action,
    string Entity,
    string? Note,
    string? DocumentHash,
    string? Where,
    string Hash
);

/// <summary>A message as machines see it: to whom, what kind, how it went.</summary>
internal sealed record SentMessage(
    string Kind,
    string Recipient,
    DateTimeOffset At,
    DateTimeOffset? SentAt,
    DateTimeOffset? GivenUpAt,
    int Failures,
    string? Error
);

/// <summary>The year's records for machines: agreements, messages, the trail, texts.</summary>
internal sealed class RecordReads(
    PlanStore plans,
    AgreementOverview agreements,
    Inbox inbox,
    AuditPages trail,
    NarrativeDesk narratives,
    ReportVersions versions
)
{
    private const string Year = "api/offices/{unit}/{year:int}";

    [Allow(Who.Key)]
    [Function("AgreementStandings")]
    [ApiOperation(
        "Perjanjian kinerja tahun itu beserta perubahannya.",
        Answer = typeof(ListPage<AgreementStanding>),
        Paged = true
    )]
    public async Task<IResult> Agreements(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Year + "/agreements")] HttpRequest request,
        string unit,
        int year,
        CancellationToken cancellation
    ) =>
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
                            view.Signatures
                        )),
                    ])
            );

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
        CancellationToken cancellation
    )
    {
        var all = await agreements.ReadAsync(unit, year, cancellation);
        var after = all.FirstOrDefault(view => view.Revision == revision);
        var before = Pages.Agreements.AgreementDetails.PredecessorOf(all, after);
        return after?.Snapshot is { } next && before?.Snapshot is { } former
            ? Results.Ok(AgreementComparison.Of(former, next))
            : Hosting.FunctionErrors.Problem(
                404,
                "Tidak ada yang dibandingkan",
                "Perubahan perjanjian itu, atau pendahulunya, belum ada."
            );
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
        string unit,
        int year,
        CancellationToken cancellation
    )
    {
        if (await plans.FindPlanAsync(unit, year, cancellation) is null)
            return Planning.Unknown(unit, year);
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
                        row.LastError
                    ),
                    cancellation
                )
        );
    }

    [Allow(Who.Key)]
    [Function("AuditEntries")]
    [ApiOperation(
        "Jejak audit, yang terbaru dahulu; 'after' dari halaman sebelumnya.",
        Answer = typeof(ListPage<AuditedEntry>),
        Query = ["size", "after", "pelaku", "cari", "dari", "sampai"]
    )]
    public async Task<IResult> Audit(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Year + "/audit")] HttpRequest request,
        string unit,
        int year,
        CancellationToken cancellation
    )
    {
        if (await plans.FindPlanAsync(unit, year, cancellation) is null)
            return Planning.Unknown(unit, year);
        var window = ListWindow.Of(request);
        long? before =
            window.After is null ? null
            : long.TryParse(window.After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new BadInputException("'after' bukan penanda halaman yang sah.");
        var page = await trail.ReadAsync(
            unit,
            year,
            AuditViews.FilterOf(request).Filter,
            before,
            cancellation,
            window.Size
        );
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
                        entry.Hash
                    )),
                ],
                ListWindow.Token(page.Before)
            )
        );
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
        string unit,
        int year,
        CancellationToken cancellation
    ) =>
        await plans.FindPlanAsync(unit, year, cancellation) is null
            ? Planning.Unknown(unit, year)
            : Results.Ok(
                ListWindow
                    .Of(request)
                    .Slice(
                        await narratives.StatesAsync(
                            unit,
                            year,
                            await versions.RunningAsync(unit, year, cancellation) ?? 1,
                            cancellation
                        )
                    )
            );
}
