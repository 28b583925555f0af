using Sakip.Kernel;

namespace Sakip.Workbooks;

/// <summary>How much of a file is read at most; a workbook of people stays far below.</summary>
internal sealed record WorkbookLimits
{
    public static WorkbookLimits Default { get; } = new();

    public long FileBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Parts inside the archive.</summary>
    public int Entries { get; init; } = 1_000;

    /// <summary>Unpacked bytes of one part, and of all that is read.</summary>
    public long EntryBytes { get; init; } = 64L * 1024 * 1024;

    public long UnpackedBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>Unpacked to packed, looked at from <see cref="RatioFrom"/> bytes on.</summary>
    public int Ratio { get; init; } = 250;

    public long RatioFrom { get; init; } = 4L * 1024 * 1024;

    public int Sheets { get; init; } = 100;

    /// <summary>Rows of all sheets together.</summary>
    public int Rows { get; init; } = 20_000;

    public int Columns { get; init; } = 256;

    public long Cells { get; init; } = 250_000;

    /// <summary>Rows in which nothing stands, and their cells; they count as neither.</summary>
    public long Blanks { get; init; } = 2_000_000;

    /// <summary>Characters of one cell: what Excel itself allows.</summary>
    public int CellLength { get; init; } = CellText.Longest;

    public int SharedStrings { get; init; } = 200_000;

    /// <summary>Merged areas of one sheet.</summary>
    public int MergedAreas { get; init; } = 1_000;

    /// <summary>From the opening on.</summary>
    public TimeSpan Time { get; init; } = FileReading.Longest;
}
