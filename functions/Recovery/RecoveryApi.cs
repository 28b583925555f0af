using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.AnnualCycle;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Recovery;
using Sakip.Storage;

namespace Sakip.Functions.Recovery;

/// <summary>What an operator does when something is stuck, lost or to be erased. The durable client alone is asked.</summary>
internal sealed class RecoveryApi(
    CycleDesk cycles,
    CycleWatch watch,
    CycleRebuild rebuild,
    OfficeBackup backup,
    ContactErasure erasure,
    RetentionSweep retention
)
{
    private static readonly Actor Operator = new("operator", ActorRole.Administrator);

    [Allow(Who.Key)]
    [Function("Doctor")]
    [ApiOperation(
        "Yang belum selesai pada setiap tahun yang berjalan, dan yang tidak akan lanjut sendiri.",
        Answer = typeof(ListPage<YearHealth>),
        Paged = true
    )]
    public async Task<IResult> Doctor(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/operations/doctor")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        var window = ListWindow.Of(request);
        var years = new List<YearHealth>();
        await foreach (var year in cycles.RunningAsync(cancellation))
            years.Add(await watch.LookAsync(year, client, cancellation));
        return Results.Ok(window.Slice(years));
    }

    [Allow(Who.Key)]
    [Function("RebuildYear")]
    [ApiOperation(
        "Membangun kembali orkestrasi satu tahun dari tabel; tidak ada yang dikerjakan atau dikirim dua kali.",
        Answer = typeof(RebuiltYear),
        Status = 202
    )]
    public async Task<IResult> RebuildYear(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/operations/offices/{unit}/{year:int}/rebuild")]
            HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) =>
        await rebuild.RunAsync(office, client, cancellation) switch
        {
            RebuildResult.Rebuilt => Results.Accepted(
                $"/api/offices/{office.Unit}/{office.Year}",
                new RebuiltYear(office.Unit, office.Year)
            ),
            RebuildResult.Closed => Answers.Problem(
                409,
                "Tahun sudah selesai",
                $"Siklus {office.Unit} tahun {office.Year} sudah ditutup; tidak ada yang perlu berjalan."
            ),
            _ => Answers.UnknownYear(office),
        };

    /// <summary>The archive of a year. It holds personal data: whoever fetches it keeps it.</summary>
    [Allow(Who.Key)]
    [Function("BackUpYear")]
    [ApiOperation("Cadangan lengkap satu tahun sebagai arsip zip.", AnswerTypes = ["application/zip"])]
    public async Task<IResult> BackUpYear(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/operations/offices/{unit}/{year:int}/backup")]
            HttpRequest request,
        OfficeYear office,
        CancellationToken cancellation
    )
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            81920,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );
        try
        {
            await backup.WriteAsync(office, file, cancellation);
        }
        catch (RecoveryException refused)
        {
            await file.DisposeAsync();
            return Answers.Problem(409, "Cadangan tidak dapat dibuat", refused.Message);
        }

        file.Position = 0;
        return Results.Stream(file, "application/zip", $"sakip-{office.Unit}-{office.Year}.zip");
    }

    [Allow(Who.Key)]
    [Function("EraseContact")]
    [ApiOperation(
        "Menghapus alamat surel dan nomor telepon seorang pegawai atas permintaannya (UU 27/2022).",
        Answer = typeof(ErasureResult)
    )]
    public async Task<IResult> EraseContact(
        [HttpTrigger(
            AuthorizationLevel.Function,
            "post",
            Route = "api/operations/offices/{unit}/officials/{official}/erasure"
        )]
            HttpRequest request,
        string unit,
        string official,
        CancellationToken cancellation
    )
    {
        var result = await erasure.EraseAsync(unit, official, Operator, cancellation);
        return result.Obstacles.Count == 0
            ? Results.Ok(result)
            : Answers.Problem(
                409,
                "Pegawai masih bertugas",
                "Serahkan dahulu jabatan, peran, dan tugasnya, lalu ulangi.",
                result.Obstacles
            );
    }

    [Allow(Who.Key)]
    [Function("ShowRetention")]
    [ApiOperation(
        "Data yang sudah melewati masa simpannya, per golongan.",
        Answer = typeof(ListPage<RetentionLine>),
        Paged = true
    )]
    public async Task<IResult> ShowRetention(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/operations/retention")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    ) => Results.Ok(ListWindow.Of(request).Slice(await retention.RunAsync(client, isApplied: false, cancellation)));
}
