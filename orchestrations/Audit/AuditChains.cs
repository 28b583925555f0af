using System.Globalization;
using Azure.Data.Tables;
using Sakip.Kernel;
using Sakip.Storage;

namespace Sakip.Audit;

/// <summary>Which chains there are, and where they end by their own account: what can be told without a key.</summary>
internal sealed class AuditChains(OfficeStorage storage)
{
    internal const string HeadKey = "head";

    /// <summary>
    /// The units and years that have a chain, or had one: those that were started and those with an anchor, so that a
    /// chain does not escape a check by being removed whole.
    /// </summary>
    public async Task<IReadOnlyList<OfficeYear>> AllAsync(CancellationToken cancellation)
    {
        var chains = new HashSet<OfficeYear>();
        await foreach (
            var row in storage.Years.QueryAsync<OfficeYearRow>(
                TableClient.CreateQueryFilter($"PartitionKey eq {OfficeYearRow.Partition}"),
                cancellationToken: cancellation
            )
        )
        {
            chains.Add(row.Office);
        }

        await foreach (var anchor in storage.Anchors.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (
                anchor.Name.Split('/') is [var unit, var year, _]
                && int.TryParse(year, CultureInfo.InvariantCulture, out var number)
            )
            {
                chains.Add(new OfficeYear(unit, number));
            }
        }

        return [.. chains.OrderBy(chain => chain.Unit, StringComparer.Ordinal).ThenBy(chain => chain.Year)];
    }

    /// <summary>The end of a chain as its head row says.</summary>
    public async Task<AuditHead> HeadAsync(OfficeYear office, CancellationToken cancellation) =>
        await HeadRowAsync(office, cancellation) is { } row
            ? SakipJson.Read<AuditHead>(row.Entry)
            : AuditHead.Of(Name(office));

    internal Task<AuditRow?> HeadRowAsync(OfficeYear office, CancellationToken cancellation) =>
        storage.Audit.FindAsync<AuditRow>(Keys.Partition(office), HeadKey, cancellation);

    internal static string Name(OfficeYear office) => FormattableString.Invariant($"{office.Unit}:{office.Year}");
}
