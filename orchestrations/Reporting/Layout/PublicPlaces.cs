namespace Sakip.Reporting;

/// <summary>Addresses that QR codes lead to. They hold no secret: what stands behind them is public.</summary>
internal static class PublicPlaces
{
    /// <summary>The page of a published report's version; null while the public address is not known.</summary>
    public static Uri? Report(AnnualReportData data)
    {
        return data.PublicAddress is { } site
            ? new Uri(site, Path(data.Plan.Unit.Code, data.Plan.Year, data.Version))
            : null;
    }

    /// <summary>The page that tells of a signed document by its hash.</summary>
    public static Uri? Check(Uri? site, string hash) => site is null ? null : new Uri(site, "/periksa/" + hash);

    public static string Path(string unit, int year, int version) =>
        FormattableString.Invariant($"/terbit/{unit}/{year}/v{version}");
}
