using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Sakip.Workbooks;

/// <summary>The parts of an XLSX file, opened only after a look at what it is, and read only up to the limits.</summary>
internal sealed class SafeArchive : IDisposable
{
    private const string OpenDocument = "application/vnd.oasis.opendocument";
    private readonly ZipArchive _zip;
    private readonly WorkbookLimits _limits;
    private readonly ByteBudget _budget;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    private SafeArchive(ZipArchive zip, WorkbookLimits limits)
    {
        _zip = zip;
        _limits = limits;
        _budget = new ByteBudget(limits);
    }

    public static SafeArchive Open(Stream content, WorkbookLimits limits)
    {
        if (content.Length == 0)
            throw new WorkbookException(WorkbookFault.Empty, "Berkas kosong: tidak ada isinya.");
        if (content.Length > limits.FileBytes)
        {
            throw new WorkbookException(
                WorkbookFault.TooLarge,
                $"Berkas lebih besar dari batas {limits.FileBytes / (1024 * 1024)} MB."
            );
        }

        Recognise(content);
        if (EntryCount(content) is not { } count)
            throw WorkbookException.Damaged();
        if (count > limits.Entries)
            throw WorkbookException.Suspicious("arsipnya memuat terlalu banyak bagian");
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var archive = new SafeArchive(zip, limits);
            archive.CheckParts();
            zip = null;
            return archive;
        }
        catch (InvalidDataException failure)
        {
            throw WorkbookException.Damaged(failure);
        }
        finally
        {
            zip?.Dispose();
        }
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    public bool HasAny(string ending) =>
        _parts.Keys.Any(part => part.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a part as XML: no DTD, no outside resources, no more than the limits.</summary>
    public XmlReader Read(string part)
    {
        var entry = _parts.GetValueOrDefault(part) ?? throw WorkbookException.Damaged();
        return XmlReader.Create(
            _budget.Guard(entry.Open(), entry.CompressedLength),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
                MaxCharactersFromEntities = 1024,
            }
        );
    }

    public void Dispose() => _zip.Dispose();

    private void CheckParts()
    {
        foreach (var entry in _zip.Entries)
        {
            // Not every program writes the names of parts in the same case, and some with the strokes of Windows.
            if (!_parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry))
                throw WorkbookException.Suspicious("ada bagian yang bernama sama");
            if (entry.Length > _limits.EntryBytes)
                throw ByteBudget.Bomb();
        }

        var names = _parts.Keys;
        if (names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw Macro();
        if (_parts.ContainsKey("xl/workbook.bin"))
            throw Not("Berkas berformat .xlsb.");
        if (_parts.ContainsKey("mimetype") && Mimetype().StartsWith(OpenDocument, StringComparison.Ordinal))
            throw Not("Berkas berformat OpenDocument (.ods).");
        if (!_parts.ContainsKey("[Content_Types].xml"))
            throw Not("Berkas ini arsip ZIP biasa, bukan buku kerja.");
        if (names.Any(name => name.StartsWith("word/", StringComparison.Ordinal)))
            throw Not("Berkas ini dokumen Word.");
    }

    private string Mimetype()
    {
        var entry = _parts["mimetype"];
        using var text = new StreamReader(_budget.Guard(entry.Open(), entry.CompressedLength));
        var start = new char[64];
        return new string(start, 0, text.ReadBlock(start));
    }

    internal static WorkbookException Macro() =>
        new(
            WorkbookFault.Macro,
            "Berkas memuat makro (.xlsm) dan tidak diterima. Simpan sebagai Buku Kerja Excel (.xlsx) tanpa makro, lalu unggah kembali."
        );

    private static WorkbookException Not(string what) =>
        new(WorkbookFault.NotAWorkbook, what + " Simpan sebagai Buku Kerja Excel (.xlsx), lalu unggah kembali.");

    private static void Recognise(Stream content)
    {
        Span<byte> start = stackalloc byte[8];
        content.Position = 0;
        var read = content.ReadAtLeast(start, 8, throwOnEndOfStream: false);
        if (read >= 8 && start.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            throw Compound(content);
        if (read < 4 || !start[..4].SequenceEqual("PK\x03\x04"u8))
            throw Not(OtherFormats.NameOf(start[..read]));
    }

    // A password makes a workbook a compound file with a stream named EncryptedPackage; the old .xls is one without it.
    private static WorkbookException Compound(Stream content)
    {
        content.Position = 0;
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? new WorkbookException(
                WorkbookFault.Encrypted,
                "Berkas terkunci kata sandi. Buka di Excel, hapus kata sandinya (Berkas > Info > Proteksi), simpan, lalu unggah kembali."
            )
            : new WorkbookException(
                WorkbookFault.OldFormat,
                "Berkas berformat lama (.xls). Buka di Excel, simpan sebagai Buku Kerja Excel (.xlsx), lalu unggah kembali."
            );
    }

    // Read from the archive's end, before anything is made of its entries.
    private static int? EntryCount(Stream content)
    {
        var length = (int)Math.Min(content.Length, 66_000);
        var tail = new byte[length];
        content.Position = content.Length - length;
        content.ReadExactly(tail);
        content.Position = 0;
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        return at < 0 || at + 12 > length ? null : BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
    }
}
