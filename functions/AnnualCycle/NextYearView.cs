using Sakip.AnnualCycle;
using Sakip.Functions.Planning;
using Sakip.Planning;

namespace Sakip.Functions.AnnualCycle;

/// <summary>The next year as it would be prepared.</summary>
internal sealed record NextYearView(
    int Year,
    string Root,
    string Outcome,
    bool IsBad,
    bool CanApply,
    IReadOnlyList<PlanTable> Tables
)
{
    /// <summary>Where the workbook goes once it is edited.</summary>
    public string Import { get; init; } = "";

    /// <summary>The next year's plan where there is one already.</summary>
    public string? Plan { get; init; }

    public static NextYearView Of(OfficePlan plan, PreparedYear prepared)
    {
        var next = prepared.Draft.Plan;
        var office = $"/kantor/{next.Unit.Code}/{next.Year}/rencana";
        return new NextYearView(
            next.Year,
            $"/kantor/{plan.Unit.Code}/{plan.Year}/rencana/tahun-depan",
            Said(prepared),
            prepared.Errors.Count > 0 || prepared.Standing,
            prepared.Errors.Count == 0 && !prepared.Standing,
            [.. Made(prepared)]
        )
        {
            Import = office + "/impor",
            Plan = prepared.Standing ? office : null,
        };
    }

    private static string Said(PreparedYear prepared)
    {
        var year = prepared.Draft.Plan.Year;
        return prepared switch
        {
            { Standing: true } =>
                $"Rencana {year} sudah ada dan tidak ditimpa. Perubahannya lewat Impor rencana {year}.",
            { Errors.Count: > 0 } =>
                $"{prepared.Errors.Count} hal harus dilengkapi dahulu. Unduh buku kerjanya, perbaiki yang disebut di bawah, lalu unggah pada Impor rencana {year}.",
            _ =>
                $"Rencana {year} dapat disiapkan dari tahun ini. Periksa catatan dan perbedaannya; sunting di buku kerja, atau terapkan dan ubah kemudian.",
        };
    }

    private static IEnumerable<PlanTable> Made(PreparedYear prepared)
    {
        if (prepared.Errors.Count > 0)
        {
            yield return ImportViews.Findings(
                $"Harus dilengkapi ({prepared.Errors.Count})",
                "Yang kurang dan yang diharapkan",
                prepared.Errors
            );
        }

        if (prepared.Draft.Notes.Count > 0)
        {
            yield return PlanViews.Table(
                $"Yang perlu diperiksa ({prepared.Draft.Notes.Count})",
                ["Lembar", "Catatan"],
                prepared.Draft.Notes.Select(note => (IReadOnlyList<string>)[note.Part, note.Text])
            );
        }

        if (prepared.Warnings.Count > 0)
        {
            yield return ImportViews.Findings(
                $"Peringatan ({prepared.Warnings.Count})",
                "Yang perlu diperiksa",
                prepared.Warnings
            ) with
            {
                IsOpen = false,
            };
        }

        yield return ImportViews.Differences("Perbedaan dengan rencana tahun ini", prepared.Differences);
    }
}
