using Sakip.Consistency;
using Sakip.Functions.Web;
using Sakip.Functions.Web.Components;
using Sakip.Planning;

namespace Sakip.Functions.Consistency;

/// <summary>The form for a report from elsewhere, and the answer to one: what was read, then what was found.</summary>
internal sealed record ReportCheckView
{
    public string Year { get; init; } = "";
    public string FileName { get; init; } = "";
    public string? Error { get; init; }

    /// <summary>Why the file could not be read.</summary>
    public IReadOnlyList<ReadProblem> Problems { get; init; } = [];

    public PrintedReport? Report { get; init; }
    public Examination? Result { get; init; }

    public string Summary() =>
        Result!.Findings.Count == 0
            ? "Tidak ada pertentangan yang ditemukan pada bagian yang diperiksa."
            : string.Join(
                ", ",
                Enum.GetValues<FindingLevel>()
                    .OrderDescending()
                    .Select(level =>
                        $"{Result.Findings.Count(finding => finding.Level == level)} {FindingsDocument.LevelName(level).ToLowerInvariant()}"
                    )
            ) + ".";

    public PageTable Tables() =>
        new(
            "Tabel yang terbaca",
            ["Tabel", "Judul", "Baris", "Kolom dan artinya", "Diperiksa"],
            [
                .. Result!.Reading.Tables.Select(table =>
                    (IReadOnlyList<string>)
                        [
                            table.Place,
                            table.Caption ?? "–",
                            PageWords.Number(table.Rows),
                            string.Join(
                                "; ",
                                table.Columns.Select(column =>
                                    $"{column.Heading} = {column.Meaning ?? "tidak dikenali"}"
                                )
                            ),
                            table.IsChecked ? "Ya" : "Tidak",
                        ]
                ),
            ]
        );

    public static Tone ToneOf(FindingLevel level) =>
        level switch
        {
            FindingLevel.Blocker => Tone.Bad,
            FindingLevel.Warning => Tone.Wait,
            _ => Tone.Info,
        };

    public static IEnumerable<(string Label, string Value)> Facts(Finding finding)
    {
        yield return ("Tempat", string.Join("; ", finding.Where));
        if (finding.ValueA is { } printed)
            yield return ("Tercantum", printed);
        if (finding.ValueB is { } right)
            yield return ("Pembandingnya", right);
        if (finding.Difference is { } difference)
            yield return ("Selisih", difference);
        yield return ("Yang perlu dilakukan", finding.Action);
    }
}
