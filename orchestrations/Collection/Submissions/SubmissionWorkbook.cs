using System.Globalization;
using Sakip.Kernel;
using Sakip.Planning;
using Sakip.Workbooks;

namespace Sakip.Collection;

internal enum FormCellKind
{
    Number,
    Text,
    Choice,
}

/// <summary>A field of the report form, as the page and the workbook show it.</summary>
/// <param name="Name">The form's own name for it: <c>indikator.rb.nilai</c>.</param>
/// <param name="Value">What stands in it now, as typed.</param>
/// <param name="Hint">Target, last quarter, and what is expected.</param>
internal sealed record FormCell(string Name, string Label, FormCellKind Kind, string? Value = null, string? Hint = null)
{
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <param name="Known">What is known beside the fields: target, last quarter, ceiling.</param>
internal sealed record FormSection(
    string Title,
    IReadOnlyList<(string Label, string Value)> Known,
    IReadOnlyList<FormCell> Cells
);

/// <summary>A report form to be filled in away from the page.</summary>
/// <param name="Id">Names the report and its attempt; a workbook of another one is refused.</param>
internal sealed record FormContent(
    string Id,
    string Title,
    IReadOnlyList<(string Label, string Value)> Facts,
    IReadOnlyList<FormSection> Sections
);

/// <summary>What a filled workbook came to.</summary>
/// <param name="Form">Values by field, as they would be typed on the page.</param>
/// <param name="Errors">What is wrong with cells; the values are then not taken.</param>
/// <param name="Places">Where each field stands, for errors that the form's own rules find.</param>
internal sealed record FormWorkbookReading(
    IReadOnlyDictionary<string, string> Form,
    IReadOnlyList<PlanError> Errors,
    IReadOnlyDictionary<string, CellPlace> Places
)
{
    /// <summary>The rules' errors by field, each at its cell.</summary>
    public IReadOnlyList<PlanError> Locate(IReadOnlyDictionary<string, string> errors)
    {
        return
        [
            .. errors
                .Select(error => new PlanError(error.Key, error.Value, Places.GetValueOrDefault(error.Key)))
                .OrderBy(error => error.Cell?.Row ?? 0),
        ];
    }
}

/// <summary>
/// The report form as a workbook: prefilled, locked but for its input cells, read back by the name that each row carries
/// in a hidden column, so that sorting or inserting rows does no harm.
/// </summary>
internal static class SubmissionWorkbook
{
    private const string Sheet = "Laporan";
    private const int NameColumn = 5;
    private const int InputColumn = 3;

    private static readonly CellStyle Label = CellStyle.Body with { Format = SheetFormat.Text };
    private static readonly CellStyle Quiet = Label with { Ink = "595959" };

    public static byte[] Write(FormContent form)
    {
        var rows = new List<RowContent>
        {
            new([CellContent.Text(form.Title, CellStyle.Title), null, null, null, CellContent.Text(form.Id)], 22),
            new([
                CellContent.Text(
                    "Isi sel berwarna kuning, simpan, lalu unggah pada halaman laporan. Sel lain terkunci."
                ),
            ]),
        };
        rows.AddRange(
            form.Facts.Select(fact => new RowContent([CellContent.Text(fact.Label), CellContent.Text(fact.Value)]))
        );
        var rules = new List<CellRule>();
        foreach (var section in form.Sections)
        {
            rows.Add(RowContent.Empty);
            rows.Add(
                new RowContent(
                    [
                        CellContent.Text(section.Title, CellStyle.Heading with { Align = CellAlign.Left }),
                        Head(string.Join("; ", section.Known.Select(one => $"{one.Label}: {one.Value}"))),
                        Head("Isian"),
                        Head("Petunjuk"),
                    ],
                    32
                )
            );
            foreach (var cell in section.Cells)
            {
                rows.Add(Row(cell));
                if (Rule(cell, CellAddress.Of(InputColumn, rows.Count)) is { } rule)
                    rules.Add(rule);
            }
        }

        return WorkbookWriter.Write(
            new WorkbookContent(
                form.Title,
                [
                    new SheetContent(Sheet, rows)
                    {
                        Columns = [new(44), new(40), new(52), new(60), new(8, IsHidden: true)],
                        IsLocked = true,
                        IsLandscape = true,
                        FrozenRows = 2,
                        Rules = rules,
                        Tab = "1F6F54",
                    },
                ]
            )
        );
    }

    public static FormWorkbookReading Read(Stream content, FormContent form)
    {
        try
        {
            using var book = WorkbookReader.Open(content);
            if (!book.Sheets.Any(sheet => sheet.Name == Sheet))
                return Failed(NotOurs);
            return Read([.. book.Rows(Sheet)], form);
        }
        catch (WorkbookException refusal)
        {
            return Failed(refusal.Message);
        }
    }

    private const string NotOurs =
        "Berkas ini bukan formulir laporan. Unduh formulirnya dari halaman ini, isi, lalu unggah kembali.";

    private static FormWorkbookReading Read(List<SheetRow> rows, FormContent form)
    {
        var id = rows.Count == 0 ? "" : rows[0][NameColumn].Text;
        if (id.Length == 0)
            return Failed(NotOurs);
        if (id != form.Id)
        {
            return Failed(
                $"Formulir ini untuk laporan lain ({id}). Unduh formulir dari halaman ini, lalu salin isiannya."
            );
        }

        var cells = form.Sections.SelectMany(section => section.Cells).ToDictionary(cell => cell.Name);
        var (values, places, errors) = (
            new Dictionary<string, string>(),
            new Dictionary<string, CellPlace>(),
            new List<PlanError>()
        );
        foreach (var row in rows.Skip(1))
        {
            if (!cells.TryGetValue(row[NameColumn].Text, out var cell))
                continue;
            var place = new CellPlace(Sheet, row.Number, CellAddress.Letters(InputColumn), cell.Label);
            if (!places.TryAdd(cell.Name, place))
            {
                errors.Add(new PlanError(cell.Name, "Baris ini tersalin dua kali. Hapus salinannya.", place));
                continue;
            }

            var (value, error) = Typed(cell, row[InputColumn]);
            if (error is not null)
                errors.Add(new PlanError(cell.Name, error, place));
            else
                values[cell.Name] = value;
        }

        errors.AddRange(
            cells
                .Values.Where(cell => !places.ContainsKey(cell.Name))
                .Select(cell => new PlanError(
                    cell.Name,
                    $"Baris \"{cell.Label}\" hilang dari formulir. Unduh formulir baru, lalu salin isiannya.",
                    new CellPlace(Sheet)
                ))
        );
        return new FormWorkbookReading(values, errors, places);
    }

    // A number cell is turned into the Indonesian text that a person would type on the page.
    private static (string Value, string? Error) Typed(FormCell cell, SheetCell given)
    {
        if (given.Kind == CellKind.Error)
            return ("", $"Sel berisi galat {given.Text}. Perbaiki rumusnya atau ketik nilainya.");
        if (given is { IsFormula: true, Kind: CellKind.Empty })
            return ("", "Rumus belum dihitung. Simpan dari Excel atau LibreOffice lebih dahulu.");
        if (given.IsEmpty)
            return ("", null);
        if (given.Kind == CellKind.Date)
            return ("", "Sel berisi tanggal. Ketik ulang isinya sebagai angka atau teks.");
        if (cell.Kind == FormCellKind.Choice)
        {
            var choice = cell.Choices.FirstOrDefault(one =>
                string.Equals(one, given.Text.Trim(), StringComparison.OrdinalIgnoreCase)
            );
            return choice is null
                ? ("", $"Diharapkan salah satu dari: {string.Join(", ", cell.Choices)}.")
                : (choice, null);
        }

        if (given.Kind == CellKind.Boolean)
            return ("", "Sel berisi nilai logika. Ketik ulang isinya.");
        // What is typed as text is judged by the form's rules, which know the unit.
        if (given.Kind != CellKind.Number)
            return (TidyText.Block(given.Text), null);
        var amount = CellAmount.Of(given, SubmissionForm.KindOf(cell.Name), cell.Hint);
        return amount.Value is { } number ? (Indonesian(number), null) : ("", amount.Error);
    }

    // Three decimals and one mark could be read as thousands; a fourth settles it.
    private static string Indonesian(decimal number)
    {
        var text = number.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ',');
        return text.IndexOf(',') is > 0 and var at && text.Length - at == 4 ? text + "0" : text;
    }

    private static RowContent Row(FormCell cell)
    {
        var input = CellStyle.Input with
        {
            Format = cell.Kind == FormCellKind.Number ? SheetFormat.Number : SheetFormat.Text,
        };
        var value =
            cell.Kind == FormCellKind.Number && Number(cell.Value) is { } number ? CellContent.Number(number, input)
            : string.IsNullOrEmpty(cell.Value) ? CellContent.Blank(input)
            : CellContent.Text(cell.Value, input);
        return new RowContent([
            CellContent.Text(cell.Label, Label),
            CellContent.Text(null, Label),
            value,
            CellContent.Text(cell.Hint, Quiet),
            CellContent.Text(cell.Name),
        ]);
    }

    private static decimal? Number(string? typed) =>
        NumberParser.Parse(typed, NumberKind.Number) is { Error: null, Value: { } value } ? value : null;

    private static CellRule? Rule(FormCell cell, string area) =>
        cell.Kind switch
        {
            FormCellKind.Choice => CellRule.Choice(area, cell.Choices),
            FormCellKind.Number => new CellRule(area, CellRuleKind.Decimal, "0")
            {
                Error = "Diharapkan angka, tidak negatif.",
                Prompt = cell.Hint,
                PromptTitle = "Petunjuk",
            },
            _ => new CellRule(area, CellRuleKind.Length, "0", SubmissionTextLimit)
            {
                Error = "Paling banyak 2.000 huruf.",
                Prompt = cell.Hint,
                PromptTitle = "Petunjuk",
            },
        };

    private const string SubmissionTextLimit = "2000";

    private static CellContent Head(string text) =>
        CellContent.Text(text, CellStyle.Heading with { Align = CellAlign.Left });

    private static FormWorkbookReading Failed(string message) =>
        new(new Dictionary<string, string>(), [new PlanError("$", message)], new Dictionary<string, CellPlace>());
}
