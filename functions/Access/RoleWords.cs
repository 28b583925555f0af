namespace Sakip.Functions.Access;

/// <summary>What people are, in words.</summary>
internal static class RoleWords
{
    public static string Of(Who who) =>
        who switch
        {
            Who.Planner => "Perencana",
            Who.Operator => "Operator sub-unit",
            Who.Verifier => "Verifikator",
            Who.BudgetManager => "Pengelola anggaran",
            Who.Inspector => "Inspektorat",
            Who.Administrator => "Administrator",
            Who.SubUnitHead => "Kepala sub-unit",
            Who.OfficeHead => "Kepala kantor (pihak pertama)",
            Who.Superior => "Atasan (pihak kedua)",
            Who.SystemAdministrator => "Pengelola sistem",
            _ => "Pegawai",
        };

    public static string Of(Caller caller)
    {
        var named = caller.Roles.Where(role => role != Who.Staff).Order().Select(Of).ToArray();
        return named.Length == 0 ? Of(Who.Staff) : string.Join(", ", named);
    }
}
