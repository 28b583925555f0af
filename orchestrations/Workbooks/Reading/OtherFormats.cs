namespace Sakip.Workbooks;

/// <summary>What a file is that is no workbook, as far as its first bytes tell, so that its sender knows what to mend.</summary>
internal static class OtherFormats
{
    public static string NameOf(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("%PDF-"u8))
            return "Berkas ini PDF, bukan buku kerja Excel.";
        if (start.StartsWith<byte>([0xFF, 0xD8, 0xFF]) || start.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47]))
            return "Berkas ini gambar, bukan buku kerja Excel.";
        var text = start.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? start[3..] : start;
        if (text.TrimStart(" \t\r\n"u8).StartsWith("<"u8))
            return "Berkas ini halaman HTML atau XML yang diberi nama Excel. Buka di Excel.";
        return start.Length > 0 && !start.ContainsAnyInRange((byte)0, (byte)8)
            ? "Berkas ini teks biasa (misalnya CSV), bukan buku kerja Excel. Buka di Excel."
            : "Berkas ini bukan buku kerja Excel.";
    }
}
