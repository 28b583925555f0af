using System.Globalization;
using Sakip.Documents;
using Sakip.Kernel;
using Sakip.Reporting;

namespace Sakip.Functions.Reporting;

/// <summary>Reads what document somebody asks for.</summary>
internal static class DocumentWishes
{
    public static DocumentKind? Kind(string name) =>
        Enum.TryParse<DocumentKind>(name, ignoreCase: true, out var kind)
        && Enum.IsDefined(kind)
        && !char.IsAsciiDigit(name[0])
            ? kind
            : null;

    /// <summary>What a button of the page sends: kind, format and, where it has one, quarter.</summary>
    public static string ValueOf(DocumentKind kind, FileFormat format, Quarter? quarter) =>
        FormattableString.Invariant($"{kind}.{format.Extension()}.{(int?)quarter}");

    /// <summary>What such a button asked for; null for anything else.</summary>
    public static DocumentWish? OfValue(string value) =>
        value.Split('.') is [var kind, var format, var quarter] && kind.Length > 0 && Kind(kind) is { } known
            ? Read(
                known,
                name =>
                    name switch
                    {
                        "format" => format,
                        "quarter" => quarter,
                        _ => null,
                    }
            )
            : null;

    /// <summary>Null when a value cannot be understood.</summary>
    public static DocumentWish? Read(DocumentKind kind, Func<string, string?> field)
    {
        var (format, quarter, revision) = (field("format"), field("quarter"), field("revision"));
        var chosen = string.IsNullOrEmpty(format) ? FileFormat.Pdf : FileFormats.Parse(format);
        if (
            chosen is null
            || !IsNumber(quarter, 1, 4, out var inQuarter)
            || !IsNumber(revision, 0, 99, out var ofRevision)
        )
        {
            return null;
        }

        return new DocumentWish(
            kind,
            chosen.Value,
            kind == DocumentKind.QuarterlyReport ? inQuarter : null,
            kind == DocumentKind.Agreement ? ofRevision : null
        );
    }

    private static bool IsNumber(string? text, int least, int most, out int? number)
    {
        number = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (
            !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            || given < least
            || given > most
        )
        {
            return false;
        }

        number = given;
        return true;
    }
}
