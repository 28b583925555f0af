using Sakip.Workbooks;

namespace Sakip.Planning;

internal enum SpendingLineKind
{
    SubActivity,

    /// <summary>A part of a sub-activity's spending.</summary>
    Account,

    /// <summary>The file's own sum of all.</summary>
    Total,

    /// <summary>No code: a signature, a remark, or a row that lacks it.</summary>
    Stray,
}

/// <summary>A row below the headings.</summary>
/// <param name="Code">As the budget has it where it knows it, otherwise as printed.</param>
/// <param name="Sub">Null for a sub-activity that the budget in force does not have.</param>
/// <param name="Account">As printed; empty on a sub-activity's own row.</param>
internal sealed record SpendingLine(
    SheetRow Row,
    SpendingLineKind Kind,
    string Code = "",
    Budget.SubActivity? Sub = null,
    string Account = ""
);
