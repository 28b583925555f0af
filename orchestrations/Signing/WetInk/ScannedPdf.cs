using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>
/// A scan as the PDF that the scanner made. Its pages are kept as they are; each gets the mark as a note of its own. What a
/// scan never holds (passwords, programs, other files, signatures) is refused.
/// </summary>
internal static class ScannedPdf
{
    public const int LargestFile = 25 * 1024 * 1024;
    private const string WayOut =
        "Cetak dan pindai ulang, atau simpan sebagai PDF biasa (Cetak ke PDF), lalu unggah kembali.";

    private static readonly HashSet<string> ActiveActions = new(StringComparer.Ordinal)
    {
        "JavaScript",
        "Launch",
        "SubmitForm",
        "ImportData",
        "Rendition",
        "GoToE",
        "RichMediaExecute",
    };

    private static readonly HashSet<string> ActiveEntries = new(StringComparer.Ordinal)
    {
        "JS",
        "JavaScript",
        "XFA",
        "EmbeddedFiles",
        "EF",
        "RichMediaContent",
    };

    public static bool IsPdf(byte[] file) => file.AsSpan().StartsWith("%PDF-"u8);

    /// <param name="mark">The lines at the foot of a page, by its number and their count.</param>
    /// <exception cref="DocumentNotSignableException">It is no plain scan; the message says what to do.</exception>
    public static byte[] Mark(byte[] scan, Func<int, int, IReadOnlyList<string>> mark, CancellationToken cancellation)
    {
        if (scan.Length > LargestFile)
            throw Refused($"lebih besar dari {LargestFile / 1024 / 1024} MB. Pindai dengan 300 dpi atau kurang");
        try
        {
            var file = PdfFile.Open(scan);
            var pages = file.PagesOf();
            if (pages.Count is 0 or > WetInkSigner.MostPages)
                throw Refused($"memuat {pages.Count} halaman; yang diterima 1 sampai {WetInkSigner.MostPages} halaman");
            if (file.SignatureFieldsOf().Any(field => field.Value is not null))
                throw Refused("sudah bertanda tangan elektronik. " + WayOut);
            foreach (var value in file.ScanObjects())
            {
                cancellation.ThrowIfCancellationRequested();
                if (IsActive(value))
                    throw Refused("memuat program, tautan berkas, atau lampiran. " + WayOut);
            }

            var update = new PdfUpdate(file);
            using var font = new SignatureFont();
            for (var i = 0; i < pages.Count; i++)
            {
                var note = update.Add(ScanMark.On(pages[i], mark(i + 1, pages.Count), font, update));
                update.Replace(
                    pages[i].Reference,
                    pages[i]
                        .Dictionary.With("Annots", new PdfArray([.. file.Array(pages[i].Dictionary["Annots"]), note]))
                );
            }

            return update.ToBytes();
        }
        catch (PdfEncryptedException e)
        {
            throw Refused("terkunci kata sandi. Buka kuncinya (Cetak ke PDF), lalu unggah kembali", e);
        }
        catch (PdfFormatException e)
        {
            throw Refused("rusak atau tidak lengkap. " + WayOut, e);
        }
    }

    private static bool IsActive(PdfObject? value) =>
        value switch
        {
            PdfStream stream => IsActive(stream.Dictionary),
            PdfArray array => array.Items.Any(IsActive),
            PdfDictionary dictionary => dictionary["S"] is PdfName action && ActiveActions.Contains(action.Value)
                || dictionary.Entries.Any(entry => ActiveEntries.Contains(entry.Key) || IsActive(entry.Value)),
            _ => false,
        };

    private static DocumentNotSignableException Refused(string why, Exception? inner = null) =>
        new($"PDF hasil pindai {why.TrimEnd('.')}.", inner!);
}
