using System.Globalization;
using Sakip.Documents;

namespace Sakip.Reporting;

internal static class CoverSection
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        var unit = context.Plan.Unit;
        string?[] address = [unit.Address, unit.Phone is null ? null : "Telepon " + unit.Phone, unit.Website];
        yield return new Cover(
            ["LAPORAN KINERJA", "INSTANSI PEMERINTAH"],
            [unit.Name],
            context.Year.ToString(CultureInfo.InvariantCulture)
        )
        {
            HeadLines = [unit.Parent.ToUpperInvariant()],
            AddressLines = [.. address.OfType<string>()],
            Logo = context.Data.Logo,
            Edition = context.Data.Version == 1 ? null : $"Versi {context.Data.Version} (perbaikan)",
            QrPayload = PublicPlaces.Report(context.Data)?.AbsoluteUri,
            QrNote = "Pindai untuk memeriksa keaslian dan versi terakhir",
        };
    }
}
