using Sakip.Approvals;
using Sakip.Collection;
using Sakip.Functions.Web.Components;

namespace Sakip.Functions.Collection;

/// <summary>The report form of the page as a workbook: the same fields, values and hints.</summary>
internal static class ReportWorkbooks
{
    public const string File = "formulir.berkas";
    public const string Action = "formulir";

    public static FormContent Of(OpenedLink link, ReportFormModel model)
    {
        return new FormContent(
            FormattableString.Invariant($"{link.Subject.Dotted}.{link.Approval.Attempt}"),
            model.Title,
            model.Facts,
            [.. model.Groups.Select(group => new FormSection(group.Title, group.Known, [.. group.Fields.Select(Cell)]))]
        );
    }

    private static FormCell Cell(FieldView field) =>
        new(field.Name, field.Label, KindOf(field), field.Value, field.Hint)
        {
            Choices = [.. (field.Options ?? []).Select(option => option.Value)],
        };

    private static FormCellKind KindOf(FieldView field) =>
        field switch
        {
            { Options: not null } => FormCellKind.Choice,
            { InputMode: "decimal" } => FormCellKind.Number,
            _ => FormCellKind.Text,
        };
}
