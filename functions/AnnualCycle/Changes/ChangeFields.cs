using Sakip.Functions.Web;
using Sakip.Planning;

namespace Sakip.Functions.AnnualCycle.Changes;

/// <summary>Fields of the change forms that hold a list, or whose very name says something.</summary>
internal static class ChangeFields
{
    /// <summary>What stands in a field between the separators; a fault where it is more than a change may bring.</summary>
    public static IReadOnlyList<string> Lines(PostedForm form, string field, params char[] separators)
    {
        var lines = form.Long(field).Split(separators, StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length <= ChangeBounds.MostEntries)
            return lines;
        form.Fault(
            field,
            $"Daftar ini memuat {lines.Length} baris, paling banyak {ChangeBounds.MostEntries}. Bagi menjadi beberapa perubahan."
        );
        return [];
    }

    /// <summary>Who takes over the role that the field's name tells; null and a fault where it names none.</summary>
    public static RoleAssignment? Role(PostedForm form, string field)
    {
        var parts = field.Split('.');
        var official = form.Text(ChangeForms.Role + field);
        if (Enum.TryParse<OfficeRole>(parts[0], out var role) && Enum.IsDefined(role) && parts.Length <= 2)
            return new RoleAssignment(role, official, parts is [_, { Length: > 0 } subUnit] ? subUnit : null);
        form.Fault(
            ChangeForms.Role + field,
            "Peran ini tidak dikenal. Buka kembali formulirnya, lalu pilih penggantinya."
        );
        return null;
    }
}
