using Sakip.AnnualCycle;
using Sakip.Functions.Web;
using Sakip.Planning;

namespace Sakip.Functions.AnnualCycle.Changes;

/// <param name="Forms">What may be recorded, each with its page; none for readers.</param>
internal sealed record ChangesView(
    string Root,
    IReadOnlyList<(string Title, string Url)> Forms,
    IReadOnlyList<RecordedView> Changes,
    bool IsJustRecorded
);

internal sealed record RecordedView(string Title, string Basis, string Reason, IReadOnlyList<string> Lines);

/// <param name="Effects">What it sets in motion, in groups.</param>
internal sealed record ChangePreviewView(
    string Title,
    string Url,
    string Back,
    string Basis,
    string Reason,
    string? Problem,
    IReadOnlyList<string> Errors,
    IReadOnlyList<(string Title, IReadOnlyList<ChangeEffect> Effects)> Effects
)
{
    /// <summary>Of the plan that it was made on.</summary>
    public int Version { get; init; }

    public bool IsRecorded { get; init; }

    public bool CanApply => !IsRecorded && Errors.Count == 0;
}

/// <summary>Recorded changes within the year, and the preview of one.</summary>
internal static class ChangeViews
{
    public static ChangesView List(OfficePlan plan, bool mayRecord, bool isJustRecorded)
    {
        var root = ChangeBasisRules.Page(plan, "perubahan");
        return new ChangesView(
            root,
            mayRecord
                ?
                [
                    .. Enum.GetValues<YearChangeKind>()
                        .Select(kind => (ChangeWords.Of(kind), $"{root}/{ChangeForms.WordOf(kind)}"))
                        .Append((IndicatorChangeForm.Title, $"{root}/{IndicatorChangeForm.Word}")),
                ]
                : [],
            [
                .. (plan.Changes ?? [])
                    .Reverse()
                    .Select(change => new RecordedView(
                        ChangeWords.Of(change.Kind),
                        $"{change.Basis.Words()}; dicatat {PageWords.LongDay(change.Recorded)}",
                        change.Basis.Reason,
                        [.. ChangeWords.Lines(plan, change)]
                    )),
            ],
            isJustRecorded
        );
    }

    public static ChangePreviewView Preview(
        OfficePlan plan,
        ChangeCall call,
        string hash,
        ChangePreview preview,
        bool isConflict
    )
    {
        var form = ChangeBasisRules.Page(plan, "perubahan/" + ChangeForms.WordOf(call.Kind));
        return new ChangePreviewView(
            ChangeWords.Of(call.Kind),
            $"{form}/{hash}",
            form,
            call.Basis().Words(),
            call.Basis().Reason,
            preview.IsRecorded ? "Perubahan ini sudah tercatat; tidak ada yang perlu diterapkan lagi."
                : isConflict
                    ? "Orang lain baru saja mengubah rencana ini. Yang tampil di bawah sudah menurut keadaan terbaru: periksa, lalu terapkan kembali."
                : null,
            [.. RowReading.Told(preview.Errors).Select(error => error.Message)],
            [
                .. preview
                    .Effects.GroupBy(effect => effect.On)
                    .Select(group => (TitleOf(group.Key), (IReadOnlyList<ChangeEffect>)[.. group])),
            ]
        )
        {
            IsRecorded = preview.IsRecorded,
        };
    }

    private static string TitleOf(EffectOn on) =>
        on switch
        {
            EffectOn.Carrier => "Siapa yang memegang apa",
            EffectOn.Quarter => "Laporan triwulan",
            EffectOn.Indicator => "Tujuan, sasaran, dan indikator",
            EffectOn.Agreement => "Perjanjian kinerja",
            EffectOn.Step => "Langkah yang beralih",
            EffectOn.Letter => "Surat yang dikirim",
            _ => "Laporan kinerja",
        };
}
