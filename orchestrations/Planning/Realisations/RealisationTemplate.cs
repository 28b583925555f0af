using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>The workbook in which spending of a quarter is handed in, with the sub-activities of the budget in force.</summary>
internal static class RealisationTemplate
{
    public static byte[] Write(Budget budget, int year, Quarter quarter)
    {
        var (text, money) = (
            CellStyle.Body with
            {
                Format = SheetFormat.Text,
            },
            CellStyle.Body with
            {
                Format = SheetFormat.Rupiah,
            }
        );
        var last = quarter.LastDay(year);
        var rows = budget
            .SubActivities()
            .Select(sub => new RowContent([
                CellContent.Text(sub.Code, text),
                CellContent.Text(sub.Name, text),
                CellContent.Number(sub.Ceiling, money),
                CellContent.Blank(CellStyle.Input with { Format = SheetFormat.Rupiah }),
                CellContent.Day(last, CellStyle.Input with { Format = SheetFormat.Day }),
            ]))
            .ToList();
        string[] heads = ["Kode sub kegiatan", "Sub kegiatan", "Pagu", "Realisasi kumulatif", "Tanggal posisi"];
        return WorkbookWriter.Write(
            new WorkbookContent(
                $"Realisasi anggaran triwulan {quarter.Roman()} {year}",
                [
                    new SheetContent(
                        "Realisasi",
                        [
                            new RowContent([.. heads.Select(head => CellContent.Text(head, CellStyle.Heading))], 30),
                            .. rows,
                        ]
                    )
                    {
                        Columns = [new(20), new(70), new(22), new(22), new(16)],
                        FrozenRows = 1,
                        RepeatedRows = 1,
                        IsLandscape = true,
                        IsLocked = true,
                        Rules = [Amount(rows.Count, quarter), Day(rows.Count, year, quarter)],
                    },
                ]
            )
        );
    }

    private static CellRule Amount(int rows, Quarter quarter) =>
        new($"D2:D{rows + 1}", CellRuleKind.Decimal, "0")
        {
            Prompt = $"Realisasi dari awal tahun sampai akhir triwulan {quarter.Roman()}, dalam rupiah.",
            Error = "Diharapkan jumlah rupiah, tidak negatif.",
        };

    private static CellRule Day(int rows, int year, Quarter quarter) =>
        new($"E2:E{rows + 1}", CellRuleKind.Day, Serial(quarter.FirstDay(year)), Serial(quarter.LastDay(year)))
        {
            Error = $"Diharapkan tanggal dalam triwulan {quarter.Roman()}.",
        };

    // A day as a workbook counts it.
    private static string Serial(DateOnly day) =>
        (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
}
