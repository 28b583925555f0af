using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>A file of the finance system and how it is to be read; a page and a machine say it alike.</summary>
/// <param name="Name">What the file is called; it is named as the source.</param>
internal sealed record RealisationImport(byte[] File, string Name, Quarter Quarter)
{
    /// <summary>The day that the figures stand for, where the file does not say it.</summary>
    public DateOnly? Position { get; init; }

    /// <summary>The column of money, by the path of its headings; null where nobody chose one.</summary>
    public string? Column { get; init; }

    /// <summary>What one stands for in a file that is in thousands or millions; null where nobody said.</summary>
    public decimal? Unit { get; init; }

    public BlankCells Blanks { get; init; }

    /// <summary>Why what is unlike the budget is right.</summary>
    public string? Reason { get; init; }
}
