using Sakip.Workbooks;

namespace Sakip.Documents.Xlsx;

/// <summary>The looks of cells, in the colours of the printed tables.</summary>
internal static class SheetStyles
{
    public static CellStyle Head { get; } =
        new()
        {
            Bold = true,
            Fill = "DCE4EE",
            Wrap = true,
            Border = true,
            Align = CellAlign.Centre,
            Middle = true,
            Size = 10,
        };

    public static CellStyle Body { get; } =
        new()
        {
            Border = true,
            Wrap = true,
            Size = 10,
        };

    public static CellStyle Of(RowStyle style) =>
        style switch
        {
            RowStyle.Group => Body with { Bold = true, Fill = "EEF2F7" },
            RowStyle.Subgroup => Body with { Bold = true },
            RowStyle.Total => Body with { Bold = true, Fill = "E3E6EA" },
            _ => Body,
        };
}
