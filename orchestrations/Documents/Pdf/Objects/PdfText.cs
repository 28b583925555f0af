using System.Globalization;
using System.Text;

namespace Sakip.Documents.Pdf.Objects;

/// <summary>Text and dates as PDF strings (ISO 32000-1, 7.9.2 and 7.9.4).</summary>
internal static class PdfText
{
    /// <summary>ASCII as it is, anything else as UTF-16BE with its mark.</summary>
    public static PdfString FromText(string text) =>
        Ascii.IsValid(text)
            ? new PdfString(Encoding.ASCII.GetBytes(text))
            : new PdfString([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)], Hex: true);

    public static string ToText(PdfObject? value) =>
        value switch
        {
            PdfString { Bytes: [0xFE, 0xFF, .. var rest] } => Encoding.BigEndianUnicode.GetString(rest),
            PdfString { Bytes: [0xEF, 0xBB, 0xBF, .. var rest] } => Encoding.UTF8.GetString(rest),
            PdfString text => Encoding.Latin1.GetString(text.Bytes),
            _ => "",
        };

    /// <summary>"D:20240102093000+08'00'".</summary>
    public static PdfString FromInstant(DateTimeOffset instant)
    {
        var zone = instant.ToString("zzz", CultureInfo.InvariantCulture).Replace(':', '\'');
        return FromText($"D:{instant.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}{zone}'");
    }

    /// <summary>The instant, or null when the text is none. A date without a zone counts as UTC.</summary>
    public static DateTimeOffset? ToInstant(PdfObject? value)
    {
        var text = ToText(value).Replace("D:", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        text = text.EndsWith('Z') ? text[..^1] : text;
        return DateTimeOffset.TryParseExact(
            text,
            ["yyyyMMddHHmmsszzz", "yyyyMMddHHmmss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? instant
            : null;
    }
}
