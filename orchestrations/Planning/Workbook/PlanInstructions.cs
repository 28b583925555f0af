using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>The first sheet: how the workbook is filled in, and what each column expects.</summary>
internal static class PlanInstructions
{
    private static readonly CellStyle Step = new() { Wrap = true };

    public static SheetContent Sheet(string title, IReadOnlyList<string> steps, IReadOnlyList<SheetLayout> layouts)
    {
        var rows = new List<RowContent> { new([CellContent.Text(title, CellStyle.Title)], 24), RowContent.Empty };
        var merged = new List<string> { "A1:E1" };
        for (var i = 0; i < steps.Count; i++)
        {
            rows.Add(
                new RowContent([CellContent.Text($"{i + 1}. {steps[i]}", Step)], 15 * (1 + steps[i].Length / 120))
            );
            merged.Add($"A{rows.Count}:E{rows.Count}");
        }

        rows.Add(RowContent.Empty);
        rows.Add(Row(CellStyle.Heading, "Lembar", "Isi", "Wajib"));
        rows.AddRange(
            layouts.Select(layout =>
                Row(CellStyle.Body, layout.Name, layout.Purpose, layout.Required ? "Ya" : "Bila ada")
            )
        );
        rows.Add(RowContent.Empty);
        rows.Add(Row(CellStyle.Heading, "Lembar", "Kolom atau isian", "Wajib", "Yang diharapkan", "Contoh"));
        rows.AddRange(
            layouts.SelectMany(layout =>
                layout.Columns.Select(
                    (column, i) =>
                        Row(
                            CellStyle.Body,
                            layout.Name,
                            column.Heading,
                            column.Required ? "Ya" : "Tidak",
                            column.Hint ?? "Teks.",
                            layout.Examples.Count == 0 ? "" : layout.Examples[^1][i]
                        )
                )
            )
        );
        return new SheetContent(SheetNames.Instructions, rows)
        {
            Columns = [new(24), new(60), new(12), new(70), new(36)],
            Merged = merged,
            IsLandscape = true,
            Tab = "C9A227",
        };
    }

    private static RowContent Row(CellStyle style, params string[] texts) =>
        new([.. texts.Select(text => CellContent.Text(text, style with { Format = SheetFormat.Text }))]);
}
