using Sakip.Agreements;
using Sakip.Functions.Web.Components;
using Sakip.Planning;
using Sakip.Signing;

namespace Sakip.Functions.Agreements;

/// <summary>Words of the agreements' pages.</summary>
internal static class AgreementWords
{
    public static string NameOf(int revision) =>
        revision == 0 ? "Perjanjian awal" : FormattableString.Invariant($"Perubahan ke-{revision}");

    public static string Of(AgreementState state) =>
        state switch
        {
            AgreementState.Draft => "Draf",
            AgreementState.Submitted => "Diajukan untuk diperiksa",
            AgreementState.NeedsCorrection => "Perlu perbaikan",
            AgreementState.Approved => "Disetujui",
            AgreementState.AwaitingFirstParty => "Menunggu tanda tangan pihak pertama",
            AgreementState.AwaitingSecondParty => "Menunggu tanda tangan pihak kedua",
            AgreementState.SignedByBoth => "Ditandatangani kedua pihak",
            AgreementState.InForce => "Berlaku",
            AgreementState.Superseded => "Digantikan",
            AgreementState.Cancelled => "Dibatalkan",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
        };

    public static Tone ToneOf(AgreementState state) =>
        state switch
        {
            AgreementState.InForce => Tone.Good,
            AgreementState.NeedsCorrection => Tone.Bad,
            AgreementState.Superseded or AgreementState.Cancelled => Tone.Plain,
            _ => Tone.Wait,
        };

    public static string Of(RevisionReason reason) =>
        reason switch
        {
            RevisionReason.OfficialChanged => "a. Pergantian atau mutasi pejabat",
            RevisionReason.StrategyOrBudgetChanged => "b. Perubahan strategi, program, kegiatan, atau alokasi anggaran",
            RevisionReason.PrioritiesChanged => "c. Perubahan prioritas atau asumsi yang berakibat signifikan",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
        };

    public static string Method(string method) =>
        method switch
        {
            nameof(SignatureMethod.Bsre) => "Tanda tangan elektronik BSrE",
            nameof(SignatureMethod.WetInk) => "Tanda tangan basah (hasil pindai)",
            _ => "Tanda tangan elektronik",
        };

    public static string Step(string step) =>
        step switch
        {
            "check" => "Pemeriksaan",
            "first-party" => "Pihak pertama",
            "second-party" => "Pihak kedua",
            _ => step,
        };
}
