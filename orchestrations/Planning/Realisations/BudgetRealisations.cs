using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Planning;

/// <summary>
/// Spending as the finance system has it, by quarter. Each import is kept under its number with who brought it; the last
/// one of a quarter holds.
/// </summary>
internal sealed class BudgetRealisations(
    OfficeStorage storage,
    BlobVault vault,
    Dispatcher dispatcher,
    TimeProvider clock
)
{
    private const int Tries = 8;

    // QuarterState.Closed, of a folder above this one.
    private const string LockedQuarter = "Closed";

    /// <summary>What stands for the quarter; null where nothing was imported.</summary>
    public async Task<BudgetRealisation?> ReadAsync(
        OfficeYear office,
        Quarter quarter,
        CancellationToken cancellation = default
    ) => (await FindAsync(office, quarter, cancellation))?.Realisation;

    /// <inheritdoc cref="ReadAsync"/>
    public async Task<StoredRealisation?> FindAsync(
        OfficeYear office,
        Quarter quarter,
        CancellationToken cancellation = default
    ) =>
        await LastAsync(office, quarter, cancellation) is { } row
            ? new StoredRealisation(
                SakipJson.Read<BudgetRealisation>(await vault.SnapshotAsync(row.Hash, cancellation)),
                row.Number,
                row.By,
                row.Role,
                row.At,
                row.Hash
            )
            : null;

    /// <summary>
    /// Why an import for the quarter is refused; null where it is taken. What was locked is evaluated from the figures of
    /// its lock: a file that comes later would be kept and change nothing.
    /// </summary>
    public async Task<string?> RefusalAsync(OfficeYear office, Quarter quarter, CancellationToken cancellation)
    {
        var state = await storage.Subjects.FindAsync<StateRow>(
            Keys.Partition(new QuarterSubject(office, quarter)),
            RowKeys.State,
            cancellation
        );
        return state?.State == LockedQuarter
            ? $"Triwulan {quarter.Roman()} sudah dikunci, dan angkanya tidak berubah lagi. Ajukan dahulu pembukaan kembali "
                + $"triwulan itu di halaman Triwulan {quarter.Roman()}; setelah disetujui, impor berkas ini sebelum triwulan dikunci lagi."
            : null;
    }

    /// <summary>The columns of money that were chosen for the office's imports of this year and the last, the last first.</summary>
    public async Task<IReadOnlyList<string>> ChosenColumnsAsync(OfficeYear office, CancellationToken cancellation)
    {
        var chosen = new List<string>();
        foreach (var one in new[] { office.Year, office.Year - 1 })
        {
            var imports = new List<StoredRealisation>();
            foreach (var quarter in Quarters.All)
            {
                if (
                    await FindAsync(new OfficeYear(office.Unit, one), quarter, cancellation) is
                    { Realisation.Column: not null } stored
                )
                {
                    imports.Add(stored);
                }
            }

            chosen.AddRange(
                imports.OrderByDescending(stored => stored.At).Select(stored => stored.Realisation.Column!)
            );
        }

        return chosen;
    }

    /// <summary>Keeps an import. The same content again changes nothing.</summary>
    /// <returns>The number under which it stands.</returns>
    public async Task<int> KeepAsync(
        OfficeYear office,
        BudgetRealisation realisation,
        Actor by,
        CancellationToken cancellation
    )
    {
        var hash = await vault.KeepSnapshotAsync(SakipJson.Bytes(realisation), cancellation);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var last = await LastAsync(office, realisation.Quarter, cancellation);
            if (last?.Hash == hash)
                return last.Number;
            var number = (last?.Number ?? 0) + 1;
            var code = realisation.Quarter.Code();
            var change = new SubjectChange(
                new PlanSubject(office),
                FormattableString.Invariant($"realisation:{code}:{number}:{hash[..16]}"),
                clock.GetUtcNow()
            )
                .Insert(
                    new PlanVersionRow
                    {
                        Number = number,
                        Hash = hash,
                        By = by.Official,
                        Role = by.Role.ToString(),
                        Reason = realisation.Source,
                        At = clock.GetUtcNow(),
                    },
                    RowKeys.Realisation(code, number)
                )
                .By(by, AuditAction.ImportRealisation, hash, $"{code}: {realisation.Source}");
            if (await dispatcher.CommitAsync(change, client: null, cancellation) != CommitResult.Conflict)
                return number;
        }

        throw new InvalidOperationException("Too many imports of the same quarter at once.");
    }

    private async Task<PlanVersionRow?> LastAsync(OfficeYear office, Quarter quarter, CancellationToken cancellation)
    {
        PlanVersionRow? last = null;
        await foreach (
            var row in storage.Subjects.UnderAsync<PlanVersionRow>(
                Keys.Partition(new PlanSubject(office)),
                RowKeys.RealisationsOf(quarter.Code()),
                cancellation
            )
        )
        {
            last = row;
        }

        return last;
    }
}
