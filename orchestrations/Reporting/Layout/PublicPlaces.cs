using Sakip.Kernel;

namespace Sakip.Reporting;

/// <summary>Addresses that QR codes lead to. They hold no secret: what stands behind them is public.</summary>
internal static class PublicPlaces
{
    /// <summary>The page of a published report's version; null while the public address is not known.</summary>
    public static Uri? Report(AnnualReportData data)
    {
        return data.PublicAddress is { } site ? new Uri(site, Path(data.Plan.Office, data.Version)) : null;
    }

    /// <summary>The page that tells of a signed document by its hash.</summary>
    public static Uri? Check(Uri? site, string hash) => site is null ? null : new Uri(site, "/periksa/" + hash);

    public static string Path(OfficeYear office, int version) =>
        FormattableString.Invariant($"/terbit/{office.Unit}/{office.Year}/v{version}");
}
