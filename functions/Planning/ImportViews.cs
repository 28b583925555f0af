using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Planning;

/// <summary>What differs between importing a plan and importing something else: words and addresses.</summary>
/// <param name="Section">The section of the menu; null outside an office.</param>
/// <param name="HasKinds">Whether there is a short template, too, and one that is filled in to look at.</param>
internal sealed record ImportPlace(
    string Title,
    string? Section,
    string Url,
    string TemplateUrl,
    string Lead,
    IReadOnlyList<(string Label, string Url)> Above,
    bool HasKinds = false
);

internal sealed record UploadView(ImportPlace Place, string? Error);

internal sealed record PreviewView(
    ImportPlace Place,
    string Hash,
    int Base,
    bool CanApply,
    bool NeedsReason,
    string Outcome,
    bool IsBad,
    PlanTable? Errors,
    PlanTable? Warnings,
    PlanTable? Cleaned,
    IReadOnlyList<PlanTable> Tables,
    FieldView Reason,
    string? Conflict
)
{
    /// <summary>Where the budget that the plan lacks is filled in from a list; null where it lacks more, or nothing.</summary>
    public string? BudgetUrl { get; init; }

    /// <summary>Who gets which letter when it is applied.</summary>
    public string? Letters { get; init; }

    /// <summary>Where to go on where the file holds a change within the year; null for any other.</summary>
    public (string Label, string Url)? Onward { get; init; }
}

/// <summary>What an import would do, or why it cannot, as tables.</summary>
internal static class ImportViews
{
    private const int MostShown = 2_000;
    private const int LongestShown = 300;

    public static PreviewView Of(
        ImportPlace place,
        ImportPreview preview,
        string reason,
        string? reasonError,
        string? conflict,
        DateOnly today
    )
    {
        var reading = preview.Reading;
        return new PreviewView(
            place,
            preview.Hash,
            preview.Base,
            preview.CanApply,
            preview.Base > 0,
            Outcome(preview),
            !reading.Succeeded,
            reading.Errors.Count == 0
                ? null
                : Findings($"Kesalahan ({reading.Errors.Count})", "Yang salah dan yang diharapkan", reading.Errors),
            reading.Warnings.Count == 0
                ? null
                : Findings($"Peringatan ({reading.Warnings.Count})", "Yang perlu diperiksa", reading.Warnings),
            Cleaned(reading.Cleaned),
            [.. Tables(preview)],
            new FieldView(
                "alasan",
                "Alasan perubahan",
                reason,
                "Disimpan dalam riwayat dan jejak audit.",
                reasonError,
                IsLong: true
            ),
            conflict
        )
        {
            BudgetUrl =
                reading.Draft is not null && place.Section is null ? $"{place.Url}/{preview.Hash}/anggaran" : null,
            Letters = AppliedWords.Before(preview, today),
            Onward = preview.Change is { } change ? OnwardTo(place, change, preview.Hash) : null,
        };
    }

    /// <summary>The form of a change within the year, filled in from the file.</summary>
    public static (string Label, string Url) OnwardTo(ImportPlace place, YearChangeKind change, string hash)
    {
        var office = string.Join('/', place.Url.Split('/').Take(4));
        var word = change == YearChangeKind.Organisation ? "organisasi" : "renstra";
        return ($"Lanjutkan: {ChangeWords.Of(change).ToLowerInvariant()}", $"{office}/perubahan/{word}?berkas={hash}");
    }

    /// <summary>Texts that were made tidy; null where none was.</summary>
    public static PlanTable? Cleaned(IReadOnlyList<PlanError> cleaned) =>
        cleaned.Count == 0
            ? null
            : Findings($"Teks yang dibersihkan ({cleaned.Count})", "Yang dibersihkan dan hasilnya", cleaned);

    /// <summary>Errors or warnings with the cell at which each stands.</summary>
    public static PlanTable Findings(string title, string what, IReadOnlyList<PlanError> errors)
    {
        var rows = errors
            .Take(MostShown)
            .Select(error =>
                (IReadOnlyList<string>)(
                    error.Cell is { } cell
                        ? [cell.Sheet, $"{cell.Row}", cell.Column ?? "", cell.Heading ?? "", error.Message]
                        : ["", "", "", error.Path == "$" ? "Seluruh berkas" : error.Path, error.Message]
                )
            );
        return PlanViews.Table(title, ["Lembar", "Baris", "Kolom", "Isian", what], rows, 1);
    }

    private static string Outcome(ImportPreview preview) =>
        preview switch
        {
            { Reading.Succeeded: false } =>
                $"Ditemukan {preview.Reading.Errors.Count} kesalahan; tidak ada yang disimpan. Perbaiki berkasnya, lalu unggah kembali.",
            { Base: 0 } => "Berkas ini dapat diterapkan: rencana disimpan dan siklus kinerja tahun ini dimulai.",
            { CanApply: false } => "Isi berkas sama dengan rencana yang berlaku; tidak ada yang perlu diterapkan.",
            _ =>
                $"Berkas ini dapat diterapkan: {preview.Differences.Count} perubahan terhadap rencana versi {preview.Base}"
                    + (
                        preview.NewRevisions.Count == 0
                            ? "."
                            : $", dan perubahan anggaran ke-{string.Join(", ", preview.NewRevisions)}."
                    ),
        };

    private static IEnumerable<PlanTable> Tables(ImportPreview preview)
    {
        if (preview.Reading.Counts.Count > 0)
        {
            yield return PlanViews.Table(
                "Yang terbaca",
                ["Lembar", "Baris"],
                preview.Reading.Counts.Select(count => (IReadOnlyList<string>)[count.Name, $"{count.Rows}"]),
                1
            ) with
            {
                IsOpen = preview.Base == 0,
            };
        }

        if (preview.Differences.Count == 0)
            yield break;
        yield return Differences("Perbedaan dengan rencana yang berlaku", preview.Differences);
    }

    /// <summary>What two plans have otherwise, row by row.</summary>
    public static PlanTable Differences(string title, IReadOnlyList<PlanDifference> differences) =>
        PlanViews.Table(
            $"{title} ({differences.Count})",
            ["Lembar", "Baris", "Perubahan", "Sebelum", "Sesudah"],
            differences.Take(MostShown).SelectMany(Rows)
        );

    // A text of the report may run over pages; its beginning tells which one it is.
    private static string Short(string? text) =>
        text is null ? "–"
        : text.Length <= LongestShown ? text
        : text[..LongestShown] + "…";

    private static IEnumerable<IReadOnlyList<string>> Rows(PlanDifference difference)
    {
        if (difference.Kind == DifferenceKind.Changed)
        {
            return difference.Cells.Select(cell =>
                (IReadOnlyList<string>)
                    [difference.Sheet, difference.Row, cell.Column, Short(cell.Before), Short(cell.After)]
            );
        }

        var cells = string.Join(
            "; ",
            difference.Cells.Take(4).Select(cell => $"{cell.Column}: {Short(cell.After ?? cell.Before)}")
        );
        return difference.Kind == DifferenceKind.Added
            ?
            [
                [difference.Sheet, difference.Row, "Baris baru", "–", cells],
            ]
            :
            [
                [difference.Sheet, difference.Row, "Baris dihapus", cells, "–"],
            ];
    }
}

/// <param name="ImportUrl">Null for readers who may not import.</param>
internal sealed record NoPlanView(int Year, string? ImportUrl);
