using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Sakip.Functions.Access;
using Sakip.Functions.Hosting;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Api;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>A programme, activity or sub-activity that a list names otherwise than somebody else does.</summary>
/// <param name="Elsewhere">What the budget in force, or the national nomenclature, calls it.</param>
internal sealed record DifferingName(string Code, string InList, string Elsewhere);

/// <summary>What was read from a list of the finance system, and what the budget becomes by it.</summary>
/// <param name="Sequence">0 for the original budget, 1 and on for those of the year.</param>
/// <param name="Before">Sum of the ceilings in force, rupiah; <paramref name="After"/> that of the list.</param>
internal sealed record ReadBudgetList(
    int Sequence,
    string Stage,
    string Number,
    DateOnly Date,
    int SubActivities,
    decimal Before,
    decimal After
)
{
    public SpendingSource? Source { get; init; }

    /// <summary>Names that differ from those of the budget in force.</summary>
    public IReadOnlyList<DifferingName> Renamed { get; init; } = [];

    /// <summary>Names that the national nomenclature has otherwise.</summary>
    public IReadOnlyList<DifferingName> Unlike { get; init; } = [];

    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<PlanError> Warnings { get; init; } = [];

    public static ReadBudgetList Of(BudgetListResult read) =>
        new(
            read.Wanted!.Sequence,
            read.Stage,
            read.Import.Number,
            read.Wanted.Date,
            read.Wanted.SubActivities().Count(),
            read.Current.Ceiling(),
            read.Wanted.Ceiling()
        )
        {
            Source = read.Reading.Source,
            Renamed = [.. read.Merged!.Renamed.Select(one => new DifferingName(one.Code, one.InFile, one.Standing))],
            Unlike = [.. read.Merged.Unlike.Select(one => new DifferingName(one.Code, one.InFile, one.National))],
            Codes = read.Merged.Codes,
            Warnings = read.Reading.Warnings,
        };
}

/// <summary>Machines bring in the lists of the finance system: the original budget before it is signed, its stages after.</summary>
internal sealed class BudgetListApi(PlanStore plans, BudgetListDesk desk, NamedCaller named)
{
    /// <summary><c>?preview=true</c> only says what would happen. What the list leaves open is chosen in the query.</summary>
    [Allow(Who.Key)]
    [Function("BudgetListImport")]
    [ApiOperation(
        "Mengimpor daftar sub kegiatan (SIPD-RI) menjadi anggaran atau perubahannya; pilihan per kode dengan choose.…=….",
        Body = typeof(string),
        BodyTypes = [ApiOperationAttribute.Workbook, "text/csv", "application/octet-stream"],
        LargestBody = PlanFile.LargestBytes,
        Answer = typeof(ReadBudgetList),
        Status = 202,
        Query = [
            "by",
            "preview",
            BudgetListQuery.Name,
            BudgetListQuery.Stage,
            BudgetListQuery.Number,
            BudgetListQuery.Date,
            BudgetListQuery.Basis,
            BudgetListQuery.Explanation,
            BudgetListQuery.TakesNames,
            SpendingChoice.ColumnField,
            SpendingUnit.Field,
            ListPart.Field,
        ]
    )]
    public async Task<IResult> ImportList(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.ApiOffice + "/budget-lists")]
            HttpRequest request,
        OfficeYear office,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation
    )
    {
        if (await plans.CurrentAsync(office, cancellation) is not var (plan, version))
            return Answers.UnknownYear(office);
        if (named.Find(plan, request.Query["by"]) is not { } by || !by.IsAny(Who.BudgetManager, Who.Planner))
            return NamedCaller.NotAllowed(request.Query["by"]);
        var file = await PlanUpload.BodyAsync(request, cancellation);
        using var turn = Reading.Begin(request, cancellation);
        var import = BudgetListQuery.Of(file, request.Query);
        var read = await desk.PreviewAsync(plan, version, import, cancellation);
        if (Refuse(read) is { } refusal)
            return refusal;
        if (PlanUpload.IsPreview(request))
            return Results.Ok(ReadBudgetList.Of(read));
        var actor = by.As(Who.BudgetManager, Who.Planner);
        var kept = await desk.ApplyAsync(plan, read, actor, client, cancellation);
        return kept is { Stands: true }
            ? Results.Accepted($"/api/offices/{office.Unit}/{office.Year}", ReadBudgetList.Of(read))
            : Answers.Problem(
                409,
                "Anggaran baru saja berubah",
                kept is { Errors.Count: > 0 }
                    ? kept.Errors[0].Message
                    : "Anggaran atau rencana baru saja diubah orang lain; belum ada yang disimpan. Kirim kembali."
            );
    }

    /// <summary>Why a list cannot be taken as it is; null where it can.</summary>
    internal static IResult? Refuse(BudgetListResult read) =>
        BudgetListQuery.Open(read) is { Count: > 0 } open
            ? Answers.Problem(
                422,
                "Daftar sub kegiatan tidak dapat diterima",
                $"Ditemukan {open.Count} hal yang harus diselesaikan; tidak ada yang disimpan.",
                open
            )
            : null;
}
