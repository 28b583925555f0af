using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Sakip.Audit;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Audit;

/// <summary>The audit trail for machines.</summary>
internal sealed class AuditApi(PlanStore plans, AuditPages trail)
{
    [Allow(Who.Key)]
    [Function("AuditEntries")]
    [ApiOperation(
        "Jejak audit, yang terbaru dahulu; 'after' dari halaman sebelumnya.",
        Answer = typeof(ListPage<AuditedEntry>),
        Query = ["size", "after", "pelaku", "cari", "dari", "sampai"]
    )]
    public async Task<IResult> Audit(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Routes.ApiOffice + "/audit")] HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        _ = await plans.OfYearAsync(office, cancellation);
        var window = ListWindow.Of(request);
        long? before =
            window.After is null ? null
            : long.TryParse(window.After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new BadInputException("'after' bukan penanda halaman yang sah.");
        var page = await trail.ReadAsync(
            office,
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
}
