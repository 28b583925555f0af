using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Sakip.Functions.Access;
using Sakip.Functions.Api;
using Sakip.Functions.Hosting;
using Sakip.Planning;
using Sakip.Reporting;
using Sakip.Storage;

namespace Sakip.Functions;

/// <summary>Documents on request: 202 and a status link, then the file. Identical requests share one run.</summary>
public sealed class Documents(DocumentDesk desk, PlanStore plans, BlobVault vault)
{
    [Allow(Who.Key)]
    [Function("RequestDocument")]
    [ApiOperation("Meminta satu dokumen dibuat dari data saat ini.", Answer = typeof(RequestedDocument), Status = 202)]
    public async Task<IResult> RequestDocument(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/offices/{unit}/{year:int}/documents/{kind}")]
        HttpRequest request,
        string unit, int year, string kind, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!Enum.TryParse<DocumentKind>(kind, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted)) return UnknownKind(kind);
        if (await plans.FindPlanAsync(unit, year, cancellation) is null) return Planning.Unknown(unit, year);
        if (await desk.DataHashAsync(wanted, unit, year, cancellation) is not { } hash)
        {
            return FunctionErrors.Problem(
                409, "Data belum lengkap", "Dokumen ini baru dapat dibuat setelah datanya ada. Periksa tahapan siklus kinerja.");
        }

        var asked = new DocumentRequest(wanted, unit, year, hash);
        var id = InstanceIds.Document(wanted.ToString(), hash);
        if (await desk.FindAsync(asked, cancellation) is null
            && await client.GetInstanceAsync(id, cancellation) is not { IsCompleted: false })
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(DocumentGeneration), asked, new StartOrchestrationOptions(id), cancellation);
        }

        return Results.Accepted($"/api/offices/{unit}/{year}/documents/{wanted}/{hash}", new RequestedDocument(wanted, hash));
    }

    [Allow(Who.Key)]
    [Function("ShowDocument")]
    [ApiOperation("Mengambil dokumen yang diminta; 202 selama masih dibuat.", AnswerTypes = ["application/pdf"])]
    public async Task<IResult> ShowDocument(
        [HttpTrigger(
            AuthorizationLevel.Function, "get", "head",
            Route = "api/offices/{unit}/{year:int}/documents/{kind}/{hash:length(64)}")]
        HttpRequest request,
        string unit, int year, string kind, string hash, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (!Enum.TryParse<DocumentKind>(kind, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted)) return UnknownKind(kind);
        // The run first, then the row: between the two it may finish, never begin.
        var instance = await client.GetInstanceAsync(InstanceIds.Document(wanted.ToString(), hash), cancellation);
        if (await desk.FindAsync(new DocumentRequest(wanted, unit, year, hash), cancellation) is { } made)
        {
            return Results.File(
                await vault.DocumentAsync(made, cancellation), "application/pdf", $"{wanted}-{year}.pdf", enableRangeProcessing: true);
        }

        return instance switch
        {
            { IsCompleted: false } => Results.Accepted(request.Path, new { state = "Running" }),
            { RuntimeStatus: OrchestrationRuntimeStatus.Failed } => FunctionErrors.Problem(
                500, "Dokumen gagal dibuat", "Mintalah dokumen itu sekali lagi. Bila tetap gagal, hubungi pengelola."),
            _ => FunctionErrors.Problem(404, "Dokumen tidak ditemukan", "Mintalah dokumen itu lebih dahulu."),
        };
    }

    private static IResult UnknownKind(string kind) => FunctionErrors.Problem(
        404, "Jenis dokumen tidak dikenal",
        $"'{kind}' tidak dikenal. Yang ada: {string.Join(", ", Enum.GetNames<DocumentKind>())}.");
}

/// <param name="Hash">SHA-256 of the data that the document is made from.</param>
public sealed record RequestedDocument(DocumentKind Kind, string Hash);
