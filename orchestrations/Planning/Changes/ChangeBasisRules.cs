using Sakip.Kernel;

namespace Sakip.Planning;

/// <summary>What every change within the year must bring, and how far back its day may lie.</summary>
internal static class ChangeBasisRules
{
    public static void Check(ChangeCall call, OfficePlan plan, ChangeGround ground, Faults faults)
    {
        var basis = call.Basis();
        faults.Require(
            basis.Decree.Length is > 0 and <= ChangeCall.LongestDecree,
            "$.decree",
            $"Tulis nomor keputusan atau peraturan yang mendasarinya, paling banyak {ChangeCall.LongestDecree} huruf."
        );
        faults.Require(call.DecreeDate is not null, "$.decreeDate", "Isi tanggal keputusan atau peraturan itu.");
        faults.Require(
            call.DecreeDate is null || call.DecreeDate <= ground.Today,
            "$.decreeDate",
            $"Tanggal keputusan tidak boleh sesudah hari ini ({IndonesianDate.Long(ground.Today)})."
        );
        faults.Require(
            basis.Reason.Length is > 0 and <= ChangeCall.LongestReason,
            "$.reason",
            "Tulis alasan perubahannya, paling banyak 2.000 huruf; dimuat dalam laporan."
        );
        if (call.From is not { } from)
        {
            faults.Add("$.from", "Isi hari mulai berlakunya.");
            return;
        }

        // The steps of the year's people are open until its report is published, in the year after.
        var isOfficial = call.Kind == YearChangeKind.Official;
        faults.Require(
            from.Year == plan.Year || isOfficial && from.Year > plan.Year && from <= ground.Today,
            "$.from",
            isOfficial
                ? $"Hari mulai berlaku harus dalam tahun {plan.Year}, atau sesudahnya paling lambat hari ini "
                    + $"({IndonesianDate.Long(ground.Today)}) selama laporan kinerjanya dikerjakan."
                : $"Hari mulai berlaku harus dalam tahun {plan.Year}. Perubahan untuk tahun lain dikerjakan pada rencana tahun itu."
        );
        if (Earliest(call.Kind, plan, ground) is { } earliest && from < earliest)
            faults.Add("$.from", TooFarBack(plan, ground.LastLocked!.Value, earliest));
    }

    /// <summary>
    /// The first day to which a change may be dated back; null while no quarter is locked. Who leaves changes no figure: only
    /// what they still decided bounds that day.
    /// </summary>
    public static DateOnly? Earliest(YearChangeKind kind, OfficePlan plan, ChangeGround ground) =>
        kind == YearChangeKind.Official ? null : ground.LastLocked?.LastDay(plan.Year).AddDays(1);

    private static string TooFarBack(OfficePlan plan, Quarter locked, DateOnly earliest) =>
        $"Triwulan {locked.Roman()} sudah dikunci, sehingga perubahan hanya dapat berlaku surut sampai "
        + $"{IndonesianDate.Long(earliest)}. Pilih hari itu atau sesudahnya; bila angka triwulan itu sendiri keliru, buka kembali "
        + $"triwulannya lebih dahulu di {Page(plan, $"triwulan/{(int)locked}")}.";

    /// <summary>Address of a page of the office, as messages name it.</summary>
    public static string Page(OfficePlan plan, string path) =>
        FormattableString.Invariant($"/kantor/{plan.Unit.Code}/{plan.Year}/{path}");
}
