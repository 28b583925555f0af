using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Reporting;

namespace Sakip.Functions.Reporting;

/// <summary>The report's texts for machines.</summary>
internal sealed class NarrativeApi(
    PlanStore plans,
    NarrativeDesk narratives,
    NamedCaller named,
    ReportVersions versions
)
{
    [Allow(Who.Key)]
    [Function("NarrativeShow")]
    [ApiOperation("Satu narasi laporan tahunan.", Answer = typeof(NarrativeDocument))]
    public async Task<IResult> Narrative(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "get",
            Route = Routes.ApiOffice + "/narratives/{section:maxlength(40)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string section,
        CancellationToken cancellation
    ) =>
        await SheetAsync(office, section, cancellation) is { } sheet
            ? Results.Ok(DocumentOf(sheet))
            : Answers.UnknownText();

    [Allow(Who.Key)]
    [Function("NarrativeReplace")]
    [ApiOperation(
        "Mengganti satu narasi; If-Match menolak bila narasinya sudah berubah.",
        Body = typeof(NarrativeRequestBody),
        Answer = typeof(NarrativeDocument)
    )]
    public async Task<IResult> ReplaceNarrative(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "put",
            Route = Routes.ApiOffice + "/narratives/{section:maxlength(40)}"
        )]
            HttpRequest request,
        OfficeYear office,
        string section,
        CancellationToken cancellation
    )
    {
        if (await SheetAsync(office, section, cancellation) is not { } sheet)
            return Answers.UnknownText();
        if (Preconditions.Refuse(request, Preconditions.TagOfJson(DocumentOf(sheet))) is { } refusal)
            return refusal;
        var asked = await ApiBody.ReadAsync<NarrativeRequestBody>(request, cancellation);
        var plan = await plans.PlanAsync(office, cancellation);
        if (named.Find(plan, asked.By) is not { } by || !MayWrite(by, sheet.Owner))
            return NamedCaller.NotAllowed(asked.By);
        var body = NarrativeDesk.Normal(asked.Body ?? "");
        var verdict = NarrativeDesk.Check(sheet, body);
        if (!verdict.Passes)
            return Answers.Problem(422, "Narasi tidak dapat diterima", string.Join(" ", verdict.Errors));
        var result = await narratives.KeepAsync(
            office,
            section,
            body,
            by.As(Who.Planner, Who.Operator),
            $"Narasi {sheet.Title} diubah lewat API.",
            cancellation
        );
        return result.Outcome is PlanChangeOutcome.Changed or PlanChangeOutcome.Unchanged
            ? Results.Ok(DocumentOf(sheet with { Body = body }))
            : Answers.Problem(
                409,
                "Narasi belum disimpan",
                "Orang lain baru saja mengubah rencana ini. Baca ulang, lalu kirim lagi."
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
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.ApiOffice + "/narratives")] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        _ = await plans.OfYearAsync(office, cancellation);
        return Results.Ok(
            ListWindow
                .Of(request)
                .Slice(
                    await narratives.StatesAsync(
                        office,
                        await versions.RunningAsync(office, cancellation) ?? 1,
                        cancellation
                    )
                )
        );
    }

    private async Task<NarrativeSheet?> SheetAsync(OfficeYear office, string section, CancellationToken cancellation) =>
        await plans.FindPlanAsync(office, cancellation) is null
            ? null
            : await narratives.SheetAsync(office, section, cancellation);

    private static NarrativeDocument DocumentOf(NarrativeSheet sheet) =>
        new(sheet.Section, sheet.Title, sheet.Owner, sheet.Body);

    private static bool MayWrite(Caller caller, string? owner) =>
        caller.Is(Who.Planner) || (owner is not null && caller.May(Who.Operator, owner));
}
