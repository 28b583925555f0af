using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <param name="Seen">The choices of which this is the preview.</param>
internal sealed record BudgetListView(
    ImportPlace Place,
    string Action,
    string Outcome,
    bool IsBad,
    bool CanApply,
    string Seen,
    IReadOnlyList<SpendingQuestion> Questions
)
{
    /// <summary>What of the budget document the list does not say.</summary>
    public IReadOnlyList<FieldView> Document { get; init; } = [];

    /// <summary>What the finance system does not know of the list's nodes.</summary>
    public ListNodesView? Nodes { get; init; }

    public IReadOnlyList<PlanTable> Tables { get; init; } = [];

    public FieldView? Names { get; init; }

    public string? Conflict { get; init; }

    public string? Follows { get; init; }

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];
}

/// <summary>What a budget list would change, and what it leaves to a person.</summary>
internal static class BudgetListViews
{
    /// <summary>The button that only shows what the choices make.</summary>
    public const string Look = "lihat";

    public static ImportPlace Place(string root) =>
        new(
            "Impor daftar sub kegiatan (SIPD-RI)",
            "anggaran",
            root,
            "",
            "Rekap sub kegiatan dari SIPD-RI menjadi anggaran: murni sebelum perjanjian ditandatangani, sesudahnya pergeseran atau perubahan.",
            []
        );

    public static BudgetListView Of(
        OfficePlan plan,
        ImportPlace place,
        BudgetListResult read,
        BudgetListTyped typed,
        DateOnly today
    )
    {
        var missing = typed.IsApplied ? BudgetListDesk.Missing(read.Import).ToList() : [];
        List<FieldFault> faults =
        [
            .. typed.Faults,
            .. missing.Select(one => new FieldFault(
                one.Field == nameof(BudgetListImport.Number) ? BudgetListAnswers.Number : BudgetListAnswers.Date,
                one.Message
            )),
        ];
        var canApply = read.Wanted is not null;
        return new BudgetListView(
            place,
            typed.Action,
            Outcome(read, typed),
            read.Errors.Count > 0 || typed.IsApplied,
            canApply,
            BudgetListTyped.SeenOf(read),
            read.Reading.Questions
        )
        {
            Document = read.Merged is null ? [] : [.. Document(plan, read, faults)],
            Nodes = read.Merged is { } merged ? ListNodesView.Of(plan, read.Import, merged) : null,
            Names = read.Merged is { Renamed.Count: > 0 }
                ? new FieldView(BudgetListAnswers.Names, "Pakai nama dari berkas", read.Import.TakesNames ? "ya" : "")
                {
                    Kind = FieldKind.Tick,
                    Hint = "Tanpa centang, nama yang berlaku dipertahankan.",
                }
                : null,
            Tables = [.. BudgetListTables.Of(read)],
            Conflict = typed.Conflict,
            Follows = canApply ? Follows(plan, read, today, place.Section is null) : null,
            Faults = faults,
        };
    }

    private static string Outcome(BudgetListResult read, BudgetListTyped typed)
    {
        if (read.Errors.Count > 0)
            return $"Ditemukan {read.Errors.Count} kesalahan; tidak ada yang disimpan. Perbaiki yang disebut di bawah, lalu periksa lagi.";
        if (read.Merged is not { } merged)
            return "Ada yang perlu Anda pilih sebelum daftar ini dapat dibaca. Belum ada yang disimpan.";
        var open = merged
            .Programmes.SelectMany(one => one.Activities)
            .SelectMany(one => one.SubActivities)
            .Count(sub => sub.SubUnit.Length == 0);
        if (open > 0)
            return $"{open} sub kegiatan belum mempunyai sub-unit pelaksana. Pilih di bawah, per program atau per kegiatan; belum ada yang disimpan.";
        if (merged.LacksFund)
            return "Sumber dana tidak ada dalam berkas. Tulis di bawah; belum ada yang disimpan.";
        if (typed.IsApplied && !typed.IsSeen(read))
            return "Pilihan Anda berubah; belum ada yang disimpan. Periksa pratinjau ini, lalu terapkan.";
        if (typed.IsApplied)
            return "Belum ada yang disimpan. Lengkapi isian yang ditandai, lalu terapkan.";
        var wanted = read.Wanted!;
        return $"{read.Stage}: {wanted.SubActivities().Count()} sub kegiatan, jumlah pagu {PageWords.Rupiah(read.Current.Ceiling())} menjadi {PageWords.Rupiah(wanted.Ceiling())}.";
    }

    private static IEnumerable<FieldView> Document(OfficePlan plan, BudgetListResult read, List<FieldFault> faults)
    {
        string? Error(string name) => faults.FirstOrDefault(fault => fault.Field == name)?.Message;
        var import = read.Import;
        yield return new FieldView(BudgetListAnswers.Stage, "Tahap anggaran", $"{import.Stage}")
        {
            Options =
            [
                .. read.MayReplace ? [($"{BudgetStage.Original}", "Murni")] : Array.Empty<(string, string)>(),
                ($"{BudgetStage.Shift}", "Pergeseran"),
                ($"{BudgetStage.Amendment}", "Perubahan"),
            ],
            Blank = null,
            Hint = read.MayReplace
                ? "Murni menggantikan anggaran dalam rencana, selama perjanjian belum ditandatangani."
                : null,
        };
        yield return new FieldView(
            BudgetListAnswers.Number,
            "Nomor DPA",
            import.Number,
            "Nomor dokumen pelaksanaan anggaran tahap ini.",
            Error(BudgetListAnswers.Number)
        );
        yield return FieldView.Day(BudgetListAnswers.Date, "Tanggal DPA", import.Date) with
        {
            Error = Error(BudgetListAnswers.Date),
        };
        yield return new FieldView(BudgetListAnswers.Basis, "Dasar hukum", import.LegalBasis ?? "");
        yield return new FieldView(
            BudgetListAnswers.Explanation,
            "Penjelasan",
            import.Explanation,
            "Boleh dikosongkan; yang tertulis kemudian tahap dan nama berkasnya.",
            IsLong: true
        );
        if (read.Merged is { LacksFund: true } || import.Of(ListAsked.Fund) is not null)
        {
            yield return new FieldView(
                BudgetListAnswers.Node + ListAsked.Fund,
                "Sumber dana program yang tidak disebut berkas",
                import.Of(ListAsked.Fund) ?? "",
                "Misalnya APBD."
            );
        }
    }

    private static string Follows(OfficePlan plan, BudgetListResult read, DateOnly today, bool isOfFirstPlan) =>
        isOfFirstPlan
            ? "Menerapkan mengisi anggaran murni dalam berkas rencana; sesudahnya tampil pratinjau seluruh rencana."
        : read.Import.Stage == BudgetStage.Original
            ? "Menerapkan menggantikan anggaran murni dalam rencana. Tidak ada surat yang dikirim."
        : AppliedWords.Revision(
            plan,
            today,
            read.Current,
            new BudgetRevision(read.Wanted!, RevisionReason.StrategyOrBudgetChanged, "", [])
        );
}
