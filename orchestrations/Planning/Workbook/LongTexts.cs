using System.Text.Json;
using System.Text.Json.Nodes;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>Texts that no cell can hold: the rest stands in columns of its own, which the reader joins again.</summary>
internal static class LongTexts
{
    /// <summary>For example "Isi (lanjutan 2)".</summary>
    public static string Heading(SheetColumn column, int piece) =>
        FormattableString.Invariant($"{column.Heading} (lanjutan {piece})");

    /// <summary>The further pieces that a sheet needs, by column and number.</summary>
    public static IReadOnlyList<(int Column, int Piece)> Continued(
        SheetLayout layout,
        IReadOnlyList<JsonNode?[]> rows
    ) =>
        [
            .. Enumerable
                .Range(0, layout.Columns.Count)
                .SelectMany(column =>
                    Enumerable
                        .Range(2, Math.Max(0, rows.Max(row => (int?)Pieces(row[column]).Count) - 1 ?? 0))
                        .Select(piece => (column, piece))
                ),
        ];

    /// <summary>A piece of a text, from 1; what is no long text is whole in the first.</summary>
    public static JsonNode? Piece(JsonNode? value, int piece)
    {
        var pieces = Pieces(value);
        return pieces.Count < 2
            ? piece == 1
                ? value
                : null
            : piece <= pieces.Count
                ? JsonValue.Create(pieces[piece - 1])
                : null;
    }

    private static IReadOnlyList<string> Pieces(JsonNode? value) =>
        value is JsonValue text && text.GetValueKind() == JsonValueKind.String
            ? CellText.Pieces(text.GetValue<string>())
            : [""];
}
