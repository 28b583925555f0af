namespace Sakip.Planning;

/// <summary>Short ways to say what a column is.</summary>
internal static class Columns
{
    public static SheetColumn Code(string heading, string field = "code", string? hint = null) =>
        new(heading, field, ColumnKind.Code)
        {
            Required = true,
            Width = 16,
            Hint =
                hint
                ?? "Huruf kecil, angka, dan tanda hubung, 1 sampai 16 karakter. Tidak boleh sama dengan baris lain.",
        };

    public static SheetColumn Text(string heading, string field, double width = 32, string? hint = null) =>
        new(heading, field, ColumnKind.Text) { Width = width, Hint = hint };

    public static SheetColumn Long(string heading, string field, double width = 60, string? hint = null) =>
        new(heading, field, ColumnKind.Long) { Width = width, Hint = hint };

    public static SheetColumn Mail(string heading, string field, string hint) =>
        new(heading, field, ColumnKind.Mail) { Width = 34, Hint = hint };

    public static SheetColumn Digits(string heading, string field, string hint) =>
        new(heading, field, ColumnKind.Digits) { Width = 22, Hint = hint };

    public static SheetColumn Whole(string heading, string field, string? hint = null) =>
        new(heading, field, ColumnKind.Whole) { Width = 12, Hint = hint ?? "Bilangan bulat." };

    public static SheetColumn Number(string heading, string field, string? hint = null) =>
        new(heading, field, ColumnKind.Number)
        {
            Width = 16,
            Hint = hint ?? "Angka, misalnya 87,5. Tanda \"-\" berarti tidak ada.",
        };

    public static SheetColumn Percent(string heading, string field, string? hint = null) =>
        new(heading, field, ColumnKind.Percent) { Width = 14, Hint = hint ?? "Persentase 0 sampai 100, misalnya 75." };

    public static SheetColumn Rupiah(string heading, string field, string? hint = null) =>
        new(heading, field, ColumnKind.Rupiah) { Width = 22, Hint = hint ?? "Jumlah rupiah, misalnya 125.000.000." };

    public static SheetColumn Day(string heading, string field, string? hint = null) =>
        new(heading, field, ColumnKind.Day)
        {
            Width = 14,
            Hint = hint ?? "Tanggal, misalnya 31-12-2024 atau 31 Desember 2024.",
        };

    public static SheetColumn Flag(string heading, string field, string? hint = null) =>
        new(heading, field, ColumnKind.Flag)
        {
            Width = 12,
            Choices = ChoiceList.YesNo,
            Hint = hint ?? "Ya atau Tidak.",
        };

    public static SheetColumn Choice(string heading, string field, ChoiceList choices, string? hint = null) =>
        new(heading, field, ColumnKind.Choice)
        {
            Choices = choices,
            Hint = hint ?? $"Salah satu dari: {string.Join(", ", choices.Words)}.",
        };

    /// <summary>A code that stands on another sheet.</summary>
    public static SheetColumn From(string heading, string field, string sheet, string? hint = null) =>
        new(heading, field, ColumnKind.Code)
        {
            Source = sheet,
            Width = 18,
            Hint = hint ?? $"Kode dari lembar {sheet}.",
        };

    public static SheetColumn Needed(this SheetColumn column) => column with { Required = true };
}
