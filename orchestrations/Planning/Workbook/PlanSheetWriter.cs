using System.Globalization;
using System.Text.Json.Nodes;
using Sakip.Kernel;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>Makes the sheets of the plan's workbook: with data, or with examples to be written over.</summary>
internal sealed class PlanSheetWriter(IReadOnlyList<SheetLayout> layouts)
{
    private const string Grey = "7F7F7F";
    private static readonly CellStyle Example = CellStyle.Body with { Italic = true, Ink = Grey };
    private static readonly CellStyle Optional = CellStyle.Heading with { Fill = "5B8A7A" };

    /// <summary>Names of the areas in which the codes of each sheet stand.</summary>
    public IReadOnlyList<(string Name, string RefersTo)> Names() =>
        [
            .. layouts
                .Where(layout => !layout.IsForm && CodeColumn(layout) > 0)
                .Select(layout =>
                    (NameOf(layout.Name), CellAddress.Absolute(layout.Name, CodeColumn(layout), 2, SheetLayout.LastRow))
                ),
        ];

    public SheetContent Sheet(SheetLayout layout, IReadOnlyList<JsonNode?[]>? rows) =>
        layout.IsForm ? Form(layout, rows?[0]) : List(layout, rows);

    private SheetContent List(SheetLayout layout, IReadOnlyList<JsonNode?[]>? rows)
    {
        var more = LongTexts.Continued(layout, rows ?? []);
        var heading = new RowContent(
            [
                .. layout.Columns.Select(Heading),
                .. more.Select(one =>
                    CellContent.Text(LongTexts.Heading(layout.Columns[one.Column], one.Piece), Optional)
                ),
            ],
            32
        );
        var body = rows is null
            ? layout.Examples.Select(example => new RowContent([
                .. layout.Columns.Select((column, i) => Shown(column, example[i])),
            ]))
            : rows.Select(row => new RowContent([
                .. layout.Columns.Select((column, i) => Cell(column, LongTexts.Piece(row[i], 1))),
                .. more.Select(one => Cell(layout.Columns[one.Column], LongTexts.Piece(row[one.Column], one.Piece))),
            ]));
        return new SheetContent(layout.Name, [heading, .. body])
        {
            Columns =
            [
                .. layout
                    .Columns.Concat(more.Select(one => layout.Columns[one.Column]))
                    .Select(column => new ColumnContent(column.Width, StyleOf(column))),
            ],
            FrozenRows = 1,
            RepeatedRows = 1,
            IsLandscape = true,
            Tab = layout.Required ? "1F6F54" : "9BBFB2",
            Filter =
                $"A1:{CellAddress.Of(layout.Columns.Count, Math.Max(2, (rows?.Count ?? layout.Examples.Count) + 1))}",
            Rules =
            [
                .. layout
                    .Columns.Select(
                        (column, i) =>
                            Rule(column, $"{CellAddress.Of(i + 1, 2)}:{CellAddress.Of(i + 1, SheetLayout.LastRow)}")
                    )
                    .OfType<CellRule>(),
            ],
        };
    }

    private SheetContent Form(SheetLayout layout, JsonNode?[]? answers)
    {
        string[] headings = answers is null
            ? ["Isian", "Jawaban", "Keterangan", "Contoh"]
            : ["Isian", "Jawaban", "Keterangan"];
        var rows = layout.Columns.Select(
            (column, i) =>
                new RowContent([
                    CellContent.Text(
                        column.Heading + (column.Required ? " *" : ""),
                        CellStyle.Body with
                        {
                            Bold = true,
                        }
                    ),
                    answers is null || answers[i] is null
                        ? CellContent.Blank(InputOf(column))
                        : Cell(column, answers[i], InputOf(column)),
                    CellContent.Text(column.Hint ?? "", CellStyle.Body with { Ink = Grey }),
                    answers is null
                        ? CellContent.Text(layout.Examples[0][i], Example with { Format = SheetFormat.Text })
                        : null,
                ])
        );
        return new SheetContent(
            layout.Name,
            [new RowContent([.. headings.Select(heading => CellContent.Text(heading, CellStyle.Heading))], 24), .. rows]
        )
        {
            Columns = [new ColumnContent(30), new ColumnContent(52), new ColumnContent(64), new ColumnContent(40)],
            FrozenRows = 1,
            IsLandscape = true,
            Tab = "1F6F54",
            Rules =
            [
                .. layout.Columns.Select((column, i) => Rule(column, CellAddress.Of(2, i + 2))).OfType<CellRule>(),
            ],
        };
    }

    private static CellContent Heading(SheetColumn column) =>
        CellContent.Text(
            column.Heading + (column.Required ? " *" : ""),
            column.Required ? CellStyle.Heading : Optional
        );

    private static CellContent Shown(SheetColumn column, string example)
    {
        var reading =
            example.Length == 0
                ? CellReading.Nothing
                : CellReading.Of(column, new SheetCell(1, CellKind.Text, example), () => []);
        return reading.Value is { } value
            ? Cell(column, value, Example with { Format = StyleOf(column).Format })
            : CellContent.Text(example.Length == 0 ? null : example, Example);
    }

    private static CellContent Cell(SheetColumn column, JsonNode? value, CellStyle? style = null)
    {
        style ??= CellStyle.Body with { Format = StyleOf(column).Format };
        if (value is null)
            return CellContent.Text(null, style);
        switch (column.Kind)
        {
            case ColumnKind.Whole or ColumnKind.Rupiah or ColumnKind.Percent or ColumnKind.Number:
                return value.GetValueKind() == System.Text.Json.JsonValueKind.Number
                    ? CellContent.Number(
                        decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
                        style
                    )
                    : CellContent.Text(value.GetValue<string>(), style);
            case ColumnKind.Day:
                return CellContent.Day(
                    DateOnly.ParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    style
                );
            case ColumnKind.Flag or ColumnKind.Choice:
                return CellContent.Text(column.Choices!.WordOf(value.ToString()), style);
            case ColumnKind.Codes:
                return CellContent.Text(
                    string.Join(", ", ((JsonArray)value).Select(code => code!.GetValue<string>())),
                    style
                );
            default:
                return CellContent.Text(value.GetValue<string>(), style);
        }
    }

    private static CellStyle StyleOf(SheetColumn column) =>
        CellStyle.Plain with
        {
            Wrap = true,
            Format = column.Kind switch
            {
                ColumnKind.Day => SheetFormat.Day,
                ColumnKind.Rupiah => SheetFormat.Rupiah,
                ColumnKind.Number or ColumnKind.Percent => SheetFormat.Number,
                ColumnKind.Whole => "0",
                ColumnKind.Code or ColumnKind.Codes or ColumnKind.Mail or ColumnKind.Digits or ColumnKind.Text =>
                    SheetFormat.Text,
                _ => SheetFormat.General,
            },
        };

    private static CellStyle InputOf(SheetColumn column) =>
        CellStyle.Input with
        {
            Format = StyleOf(column).Format,
            Align = CellAlign.Left,
        };

    private CellRule? Rule(SheetColumn column, string areas)
    {
        CellRule? rule = null;
        if (column.Choices is { } choices)
        {
            rule = CellRule.Choice(areas, [.. choices.Words]) with { IsWarning = column.IsText };
        }
        else if (column.Source is { } source && layouts.Any(layout => layout.Name == source))
        {
            rule = CellRule.ChoiceFrom(areas, NameOf(source)) with
            {
                IsWarning = true,
                Error = $"Kode ini tidak ada di lembar {source}. Tetap dipakai?",
            };
        }
        else if (column.Kind == ColumnKind.Day)
        {
            rule = new CellRule(areas, CellRuleKind.Day, "1", "73415")
            {
                Error = IndonesianDay.Expected,
                IsWarning = true,
            };
        }
        else if (column.Kind == ColumnKind.Whole)
        {
            rule = new CellRule(areas, CellRuleKind.Whole, "0", "999999") { Error = column.Hint, IsWarning = true };
        }

        return rule is null ? null : rule with { Prompt = column.Hint, PromptTitle = column.Heading };
    }

    private static int CodeColumn(SheetLayout layout)
    {
        var own = layout.CodeColumn;
        return (own >= 0 ? own : layout.IndexOf(Fields.Key)) + 1;
    }

    private static string NameOf(string sheet) => "kode_" + SheetTable.Plain(sheet);
}
