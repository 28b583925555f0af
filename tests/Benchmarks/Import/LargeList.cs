using System.Globalization;
using System.Runtime.CompilerServices;
using Sakip.Planning;
using Sakip.Workbooks;

namespace Sakip.Benchmarks.Import;

/// <summary>A budget list of the finance system of so many rows, for the sample office.</summary>
internal static class LargeList
{
    public static OfficePlan Plan([CallerFilePath] string here = "") =>
        PlanReader
            .Read(
                File.ReadAllText(
                    Path.GetFullPath(
                        Path.Combine(
                            Path.GetDirectoryName(here)!,
                            "../../../infra/sample/biro-organisasi-2024/plan.json"
                        )
                    )
                )
            )
            .Value!;

    public static byte[] Workbook(int rows)
    {
        string[] heads =
        [
            "Kode Program",
            "Nama Program",
            "Kode Kegiatan",
            "Nama Kegiatan",
            "Kode Sub Kegiatan",
            "Nama Sub Kegiatan",
            "Sumber Dana",
            "Pagu Murni",
            "Pagu",
        ];
        return WorkbookWriter.Write(
            new WorkbookContent(
                "Rekap sub kegiatan",
                [
                    new SheetContent(
                        "Rekap",
                        [
                            new RowContent([.. heads.Select(head => CellContent.Text(head, CellStyle.Heading))]),
                            .. Enumerable.Range(0, rows).Select(Row),
                        ]
                    ),
                ]
            )
        );
    }

    private static RowContent Row(int number)
    {
        var programme = string.Create(CultureInfo.InvariantCulture, $"4.01.{(number / 500) + 1:D2}");
        var activity = string.Create(CultureInfo.InvariantCulture, $"{programme}.1.{(number / 50 % 10) + 1:D2}");
        var sub = string.Create(CultureInfo.InvariantCulture, $"{activity}.{(number % 50) + 1:D4}");
        return new RowContent([
            CellContent.Text(programme, CellStyle.Body),
            CellContent.Text($"Program {programme}", CellStyle.Body),
            CellContent.Text(activity, CellStyle.Body),
            CellContent.Text($"Kegiatan {activity}", CellStyle.Body),
            CellContent.Text(sub, CellStyle.Body),
            CellContent.Text($"Sub kegiatan {sub}", CellStyle.Body),
            CellContent.Text("Dana Alokasi Umum", CellStyle.Body),
            CellContent.Number(1_000_000m + number, CellStyle.Body),
            CellContent.Number(2_000_000m + number, CellStyle.Body),
        ]);
    }
}
