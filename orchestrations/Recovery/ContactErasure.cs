using Azure;
using Azure.Data.Tables;
using Sakip.Access;
using Sakip.Audit;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Storage;

namespace Sakip.Recovery;

/// <param name="Years">Years in which contact data was erased.</param>
/// <param name="Obstacles">Why nothing was erased; empty where it was done, or nothing was left to do.</param>
internal sealed record ErasureResult(IReadOnlyList<int> Years, IReadOnlyList<string> Obstacles);

/// <summary>
/// Erases an official's mail address and telephone number on request (UU 27/2022): from every version of every plan of
/// the office, from files that were uploaded, from open sessions and from what failed messages said. Name and NIP stay where signed documents bear them.
/// </summary>
internal sealed class ContactErasure(
    OfficeStorage storage,
    BlobVault vault,
    Ledger ledger,
    AuditBook book,
    TimeProvider clock
)
{
    private const string Prefix = "erasure|";

    public async Task<ErasureResult> EraseAsync(string unit, string official, Actor by, CancellationToken cancellation)
    {
        var years = new List<OfficeYearRow>();
        await foreach (
            var row in storage.Years.QueryAsync<OfficeYearRow>(
                TableClient.CreateQueryFilter($"PartitionKey eq {OfficeYearRow.Partition} and Unit eq {unit}"),
                cancellationToken: cancellation
            )
        )
        {
            years.Add(row);
        }

        var obstacles = new List<string>();
        foreach (var year in years.Where(year => year.State.AsksPeople()))
            obstacles.AddRange(await ObstaclesAsync(year, official, cancellation));
        if (obstacles.Count > 0)
            return new ErasureResult([], obstacles);

        var erased = new List<int>();
        var addresses = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var year in years.OrderBy(year => year.Year))
        {
            if (await EraseAsync(year, official, by, addresses, cancellation))
                erased.Add(year.Year);
        }

        await new Uploads(storage, clock).EraseAsync(unit, cancellation);
        await EndSessionsAsync(addresses, cancellation);
        return new ErasureResult(erased, []);
    }

    /// <summary>The address that stands in place of an erased one: nothing sent to it can arrive anywhere.</summary>
    public static string AddressAfter(string official) => $"dihapus-{official}@sakip.invalid";

    public static OfficePlan Without(OfficePlan plan, string official)
    {
        return plan with
        {
            Officials =
            [
                .. plan.Officials.Select(one =>
                    one.Code == official ? one with { Email = AddressAfter(official), Whatsapp = null } : one
                ),
            ],
        };
    }

    // An official who still holds a post must stay reachable: hand the post over first.
    private async Task<IEnumerable<string>> ObstaclesAsync(
        OfficeYearRow year,
        string official,
        CancellationToken cancellation
    )
    {
        var partition = Keys.Partition(new PlanSubject(year.Office));
        if (
            await storage.Subjects.FindAsync<StateRow>(partition, RowKeys.State, cancellation) is not { Hash: { } hash }
        )
        {
            return [];
        }

        var plan = SakipJson.Read<OfficePlan>(await vault.SnapshotAsync(hash, cancellation));
        var today = plan.Zone.DateAt(clock.GetUtcNow());
        var obstacles = plan
            .Appointments.Where(one => one.Official == official && one.CoversDay(today))
            .Select(one => $"Tahun {year.Year}: masih memangku {one.Post}.")
            .Concat(
                plan.Roles.Where(one => one.Official == official)
                    .Select(one => $"Tahun {year.Year}: masih berperan {one.Role}.")
            )
            .ToList();
        await foreach (
            var waiting in storage.Waiting.QueryAsync<WaitingRow>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {Keys.Partition(year.Office)} and Bearer eq {official}"
                ),
                cancellationToken: cancellation
            )
        )
        {
            obstacles.Add($"Tahun {year.Year}: masih ditunggu pada {waiting.Subject}, langkah {waiting.Step}.");
        }

        return obstacles;
    }

    private async Task<bool> EraseAsync(
        OfficeYearRow year,
        string official,
        Actor by,
        HashSet<string> addresses,
        CancellationToken cancellation
    )
    {
        var subject = new PlanSubject(year.Office);
        var partition = Keys.Partition(subject);
        var versions = new List<PlanVersionRow>();
        await foreach (
            var row in storage.Subjects.UnderAsync<PlanVersionRow>(partition, RowKeys.VersionPrefix, cancellation)
        )
        {
            versions.Add(row);
        }

        var state = await storage.Subjects.FindAsync<StateRow>(partition, RowKeys.State, cancellation);
        var record = await RecordAsync(year, official, cancellation);
        var hashes = versions.Select(row => row.Hash).Append(state?.Hash).OfType<string>().Distinct();
        var replaced = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var hash in hashes)
        {
            var plan = SakipJson.Read<OfficePlan>(await vault.SnapshotAsync(hash, cancellation));
            if (
                plan.Officials.FirstOrDefault(one => one.Code == official) is not { } person
                || person.Email == AddressAfter(official)
            )
            {
                continue;
            }

            addresses.Add(person.Email);
            replaced[hash] = await vault.KeepSnapshotAsync(SakipJson.Bytes(Without(plan, official)), cancellation);
        }

        var doomed = record.Body is null ? [] : SakipJson.Read<HashSet<string>>(record.Body);
        if (replaced.Count == 0 && doomed.Count == 0)
            return false;
        // Which blobs go is written down before anything points elsewhere: a crash leaves none of them behind.
        doomed.UnionWith(replaced.Keys);
        record.Body = SakipJson.Text(doomed);
        await KeepAsync(record, cancellation);
        // A change of the plan in between made a version that bears the contacts too: all is read again.
        if (!await RepointAsync(subject, versions, state, replaced, official, by, cancellation))
            return await EraseAsync(year, official, by, addresses, cancellation);
        foreach (var hash in doomed)
            await vault.EraseSnapshotAsync(hash, cancellation);
        await ClearErrorsAsync(year, cancellation);
        (record.Body, record.State) = (null, "Done");
        await KeepAsync(record, cancellation);
        return true;
    }

    // Of two erasures at once the second fails here and is asked for again: none loses the other's list of what goes.
    private async Task KeepAsync(RecordRow record, CancellationToken cancellation)
    {
        var answer =
            record.ETag == default
                ? await storage.Years.AddEntityAsync(record, cancellation)
                : await storage.Years.UpdateEntityAsync(record, record.ETag, TableUpdateMode.Replace, cancellation);
        record.ETag = answer.Headers.ETag ?? record.ETag;
    }

    /// <summary>False where the plan was changed since it was read.</summary>
    private async Task<bool> RepointAsync(
        Subject subject,
        IEnumerable<PlanVersionRow> versions,
        StateRow? state,
        Dictionary<string, string> replaced,
        string official,
        Actor by,
        CancellationToken cancellation
    )
    {
        if (replaced.Count == 0)
            return true;
        foreach (var row in versions.Where(row => replaced.ContainsKey(row.Hash)))
        {
            row.Hash = replaced[row.Hash];
            await storage.Subjects.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
        }

        var now = clock.GetUtcNow();
        var change = new SubjectChange(subject, $"erase-contact:{official}:{now.UtcTicks}", now).By(
            by,
            AuditAction.EraseContact,
            note: official
        );
        if (state?.Hash is { } hash && replaced.TryGetValue(hash, out var next))
        {
            state.Hash = next;
            change.Set(state, state);
        }

        if (await ledger.CommitAsync(change, cancellation) == CommitResult.Conflict)
            return false;
        await ledger.SettleAsync(change, cancellation);
        await ChainAsync(subject.Office, cancellation);
        return true;
    }

    // A closed year is swept no more: what was just done goes onto its chain here.
    private async Task ChainAsync(OfficeYear office, CancellationToken cancellation)
    {
        var done = new List<IntentRow>();
        await foreach (
            var intent in storage.Intents.QueryAsync<IntentRow>(
                TableClient.CreateQueryFilter($"PartitionKey eq {Keys.Partition(office)} and Dispatched eq {true}"),
                cancellationToken: cancellation
            )
        )
        {
            done.Add(intent);
        }

        await book.AppendAsync(office, done, cancellation);
    }

    private async Task<RecordRow> RecordAsync(OfficeYearRow year, string official, CancellationToken cancellation)
    {
        var (partition, key) = (Keys.Partition(year.Office), Prefix + Keys.Join(official));
        return await storage.Years.FindAsync<RecordRow>(partition, key, cancellation)
            ?? new RecordRow
            {
                PartitionKey = partition,
                RowKey = key,
                Kind = "erasure",
                State = "Pending",
                At = clock.GetUtcNow(),
            };
    }

    // A mail server's refusal may name the address.
    private async Task ClearErrorsAsync(OfficeYearRow year, CancellationToken cancellation)
    {
        var rows = new YearRows(storage, year.Office);
        foreach (var row in await rows.ReadAsync(storage.Subjects, cancellation))
        {
            if (
                !row.RowKey.StartsWith(RowKeys.MessagePrefix, StringComparison.Ordinal)
                || row.GetString("LastError") is not { Length: > 0 }
            )
            {
                continue;
            }

            row["LastError"] = "(dihapus)";
            await storage.Subjects.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
        }
    }

    private async Task EndSessionsAsync(HashSet<string> addresses, CancellationToken cancellation)
    {
        if (addresses.Count == 0)
            return;
        await foreach (
            var session in storage.Access.QueryAsync<SessionRow>(
                TableClient.CreateQueryFilter($"PartitionKey eq {SessionRow.Partition}"),
                cancellationToken: cancellation
            )
        )
        {
            if (addresses.Contains(session.Email))
                await storage.Access.DeleteEntityAsync(session.PartitionKey, session.RowKey, ETag.All, cancellation);
        }
    }
}
