using System.Text;
using Sakip.Workbooks;

namespace Sakip.Planning;

/// <summary>The text of an export in whichever encoding its program wrote it.</summary>
internal static class ExportText
{
    public static string Decode(byte[] content)
    {
        var text = Encoding(content).GetString(content).TrimStart('\uFEFF');
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new WorkbookException(
                WorkbookFault.NotAWorkbook,
                "Berkas ini bukan buku kerja, CSV, atau tabel HTML. Buka di program asalnya, simpan sebagai Buku Kerja Excel (.xlsx) atau CSV, lalu unggah kembali."
            )
            : text;
    }

    private static Encoding Encoding(byte[] content) =>
        content switch
        {
            [0xFF, 0xFE, ..] => System.Text.Encoding.Unicode,
            [0xFE, 0xFF, ..] => System.Text.Encoding.BigEndianUnicode,
            [not 0, 0, not 0, 0, ..] => System.Text.Encoding.Unicode,
            [0, not 0, 0, not 0, ..] => System.Text.Encoding.BigEndianUnicode,
            _ when System.Text.Unicode.Utf8.IsValid(content) => System.Text.Encoding.UTF8,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        };
}
