using Microsoft.AspNetCore.Http;
using Sakip.Collection;
using Sakip.Functions.Access;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Kernel;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <param name="Programme">Name of the one programme that is shown; null for all.</param>
/// <param name="Source">Which quarters the finance system has not told of; null where it has.</param>
internal sealed record BudgetView(
    string Root,
    string Version,
    bool MayImport,
    PlanTable Absorption,
    PlanTable Imports,
    PlanTable Versions,
    string? Programme,
    string? Source
)
{
    /// <summary>The quarter whose realisation is expected now.</summary>
    public Quarter Current { get; init; } = Quarter.Q1;

    public FormState Form { get; init; } = FormState.Empty;
}

/// <summary>The budget and what was spent on it, as tables.</summary>
internal sealed class BudgetViews(
    PlanStore plans,
    BudgetRealisations realisations,
    QuarterRecords quarters,
    TimeProvider clock
)
{
    /// <summary>The page, with so many rows of the tree as fit, or with those of the programme that is asked for.</summary>
    public async Task<BudgetView> PagedAsync(OfficePlan plan, HttpRequest request, CancellationToken cancellation)
    {
        var view = await OfAsync(plan, request.Caller(), cancellation, request.Query["program"]);
        return view with { Absorption = PlanTable.Paged([view.Absorption], view.Root, request.Query)[0] };
    }

    public async Task<BudgetView> OfAsync(
        OfficePlan plan,
        Caller caller,
        CancellationToken cancellation,
        string? programme = null
    )
    {
        var office = plan.Office;
        var budget = await plans.LatestBudgetAsync(office, cancellation);
        var stored = new List<StoredRealisation?>();
        foreach (var quarter in Kernel.Quarters.All)
            stored.Add(await realisations.FindAsync(office, quarter, cancellation));
        var own = (await quarters.ReadAsync(office, cancellation)).ToDictionary(
            figures => figures.Quarter,
            RealisationViews.Own
        );
        var last = stored.LastOrDefault(one => one is not null)?.Realisation.Quarter;
        var chosen = budget.Programmes.FirstOrDefault(one => one.Code == programme);
        var lines = AbsorptionTree.Of(
            chosen is null ? budget : budget with { Programmes = [chosen] },
            [
                .. Kernel.Quarters.All.Select(quarter =>
                    stored[(int)quarter - 1] is { } imported
                        ? imported.Realisation.Rows.ToDictionary(row => row.SubActivity, row => row.Spending)
                        : own.GetValueOrDefault(quarter)
                ),
            ],
            last is { } known ? own.GetValueOrDefault(known) ?? [] : []
        );
        var unimported = Kernel
            .Quarters.All.Where(quarter => stored[(int)quarter - 1] is null && own.ContainsKey(quarter))
            .ToList();
        return new BudgetView(
            $"/kantor/{office.Unit}/{office.Year}/anggaran",
            Name(budget),
            caller.IsAny(Who.BudgetManager, Who.Planner),
            AbsorptionTable.Of(plan, lines, last, unimported),
            Imports(plan, stored),
            await VersionsAsync(plan, cancellation),
            chosen?.Name,
            unimported.Count == 0
                ? null
                : $"Menurut sub-unit: {string.Join(", ", unimported.Select(quarter => "TW " + quarter.Roman()))}. "
                    + "Angka sistem keuangan menggantikannya setelah diimpor."
        )
        {
            Current = Ended(office.Year),
        };
    }

    // Realisation is told of the quarter that ended last; before the first has ended, of that.
    private Quarter Ended(int year) =>
        Kernel.Quarters.All.LastOrDefault(
            quarter => quarter.LastDay(year) < PageZone.Current.DateAt(clock.GetUtcNow()),
            Quarter.Q1
        );

    /// <summary>A budget revision against the budget in force.</summary>
    public static PreviewView Of(
        ImportPlace place,
        string hash,
        OfficePlan plan,
        Budget current,
        Reading<BudgetRevision> reading,
        string? conflict,
        DateOnly today
    )
    {
        var revision = reading.Value;
        return new PreviewView(
            place,
            hash,
            0,
            revision is not null,
            NeedsReason: false,
            revision is null
                ? $"Ditemukan {reading.Errors.Count} kesalahan; tidak ada yang disimpan. Perbaiki berkasnya, lalu unggah kembali."
                : $"Perubahan anggaran ke-{revision.Budget.Sequence}: jumlah pagu {PageWords.Rupiah(current.Ceiling())} menjadi {PageWords.Rupiah(revision.Budget.Ceiling())}.",
            revision is null,
            reading.Errors.Count == 0
                ? null
                : ImportViews.Findings(
                    $"Kesalahan ({reading.Errors.Count})",
                    "Yang salah dan yang diharapkan",
                    reading.Errors
                ),
            null,
            ImportViews.Cleaned(reading.Cleaned),
            revision is null ? [] : [Amounts(current, revision.Budget), Targets(plan, revision)],
            new FieldView("alasan", "Alasan perubahan", ""),
            conflict
        )
        {
            Letters = revision is null ? null : AppliedWords.Revision(plan, today, current, revision),
        };
    }

    internal static PlanTable Amounts(Budget before, Budget after)
    {
        var (old, made) = (
            before.SubActivities().ToDictionary(sub => sub.Code),
            after.SubActivities().ToDictionary(sub => sub.Code)
        );
        return PlanViews.Table(
            "Pagu yang berubah",
            ["Kode", "Sub kegiatan", "Sebelum", "Sesudah", "Selisih"],
            old.Keys.Union(made.Keys)
                .Order(StringComparer.Ordinal)
                .Select(code => (Code: code, Old: old.GetValueOrDefault(code), New: made.GetValueOrDefault(code)))
                .Where(row => row.Old?.Ceiling != row.New?.Ceiling)
                .Select(row =>
                    (IReadOnlyList<string>)
                        [
                            row.Code,
                            (row.New ?? row.Old)!.Name,
                            PageWords.Rupiah(row.Old?.Ceiling),
                            PageWords.Rupiah(row.New?.Ceiling),
                            Signed((row.New?.Ceiling ?? 0m) - (row.Old?.Ceiling ?? 0m)),
                        ]
                ),
            2,
            3,
            4
        );
    }

    private static PlanTable Targets(OfficePlan plan, BudgetRevision revision)
    {
        var names = plan
            .StrategicPlan.Indicators()
            .ToDictionary(indicator => indicator.Code, indicator => indicator.Name);
        return PlanViews.Table(
            "Target yang ikut berubah",
            ["Indikator", "Target rencana", "Target baru"],
            revision.TargetChanges.Select(target =>
                (IReadOnlyList<string>)
                    [
                        names[target.Indicator],
                        PageWords.Number(
                            plan.AnnualPlan.Targets.FirstOrDefault(one => one.Indicator == target.Indicator)?.Value
                        ),
                        target.Text ?? PageWords.Number(target.Value),
                    ]
            ),
            1,
            2
        );
    }

    private async Task<PlanTable> VersionsAsync(OfficePlan plan, CancellationToken cancellation)
    {
        var office = plan.Office;
        var rows = new List<IReadOnlyList<string>>
        {
            new[]
            {
                "Murni",
                plan.Budget.Number,
                IndonesianDate.Long(plan.Budget.Date),
                PageWords.Rupiah(plan.Budget.Ceiling()),
                "Rencana tahun ini",
            },
        };
        var budgets = new List<Budget> { plan.Budget };
        foreach (var version in await plans.RevisionHistoryAsync(office, cancellation))
        {
            var revision = await plans.RevisionAsync(office, version.Number, cancellation);
            var isNoted = !NotedBudgets.ChangesAnnex(budgets[^1], revision, plan.Agreement.Template);
            budgets.Add(revision.Budget);
            rows.Add([
                BudgetStages.Name(budgets),
                revision.Budget.Number,
                IndonesianDate.Long(revision.Budget.Date),
                PageWords.Rupiah(revision.Budget.Ceiling()),
                $"{revision.Explanation} ({PlanViews.By(plan, version)}, {PageWords.Moment(version.At)})"
                    + (isNoted ? " Dicatat tanpa perubahan perjanjian." : ""),
            ]);
        }

        return PlanViews.Table("Versi anggaran", ["Versi", "Nomor", "Tanggal", "Jumlah pagu", "Keterangan"], rows, 3);
    }

    private static PlanTable Imports(OfficePlan plan, List<StoredRealisation?> stored) =>
        PlanViews.Table(
            "Realisasi dari sistem keuangan",
            ["Triwulan", "Posisi", "Sumber", "Jumlah", "Diimpor", "Alasan"],
            Kernel.Quarters.All.Select(quarter =>
                stored[(int)quarter - 1] is { } one
                    ? (IReadOnlyList<string>)
                        [
                            "Triwulan " + quarter.Roman(),
                            IndonesianDate.Long(one.Realisation.Position),
                            one.Realisation.Source,
                            PageWords.Rupiah(one.Realisation.Total()),
                            $"{PageWords.Moment(one.At)} oleh {new OfficeDirectory(plan).Official(one.By)?.FullName() ?? one.By}",
                            one.Realisation.Exceptions is { } exceptions
                                ? $"{string.Join(" ", exceptions.Select(exception => exception.What))} Alasan: {one.Realisation.Reason}"
                                : "–",
                        ]
                    : ["Triwulan " + quarter.Roman(), "–", "–", "–", "Belum diimpor", "–"]
            ),
            3
        );

    private static string Name(Budget budget) =>
        (budget.Sequence == 0 ? "Anggaran murni" : $"Anggaran perubahan ke-{budget.Sequence}") + $", {budget.Number}";

    internal static string Signed(decimal amount) =>
        amount switch
        {
            0m => "0",
            > 0m => "+" + PageWords.Rupiah(amount),
            _ => "−" + PageWords.Rupiah(-amount),
        };
}
