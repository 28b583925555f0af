using System.Buffers.Binary;
using System.IO.Compression;

namespace Sakip.Collection;

/// <summary>An archive that would swell beyond what an Office file needs. The message is for the sender.</summary>
internal sealed class ArchiveRefusedException(string message) : Exception(message);

/// <summary>
/// Reads an archive through to its end, counting what really comes out of it: what its headers promise is not believed.
/// A budget covers the archive and what is nested in it.
/// </summary>
internal sealed class ArchiveReading(long fileLength)
{
    public const int MostEntries = 5_000;
    public const long MostBytes = 150L * 1024 * 1024;
    private const long FreeBytes = 4L * 1024 * 1024;
    private const int HighestRatio = 150;
    private const int LargestNested = 12 * 1024 * 1024;
    private const int LargestDirectory = 2 * 1024 * 1024;
    private const int EndRecord = 22;
    private const string Bomb =
        "Arsip di dalam berkas ini mengembang tidak wajar (bom arsip), sehingga ditolak demi keamanan.";

    private long _out;
    private int _entries;

    /// <summary>The names of the archive's entries.</summary>
    public IReadOnlySet<string> Read(Stream archive, int depth)
    {
        CheckDirectory(archive);
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            if (++_entries > MostEntries)
                throw new ArchiveRefusedException(Bomb);
            if (!names.Add(entry.FullName))
                throw new InvalidDataException("Two entries bear one name.");
            Drain(entry, depth);
        }

        return names;
    }

    // Before the directory is read into memory: how many entries it announces, and how long it is.
    private static void CheckDirectory(Stream archive)
    {
        const int LongestComment = ushort.MaxValue;
        var length = (int)Math.Min(archive.Length, LongestComment + EndRecord);
        var tail = new byte[length];
        archive.Position = archive.Length - length;
        archive.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || tail.Length - at < EndRecord)
            throw new InvalidDataException("There is no end record.");
        var end = tail.AsSpan(at);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        if (entries > MostEntries || size > LargestDirectory)
            throw new ArchiveRefusedException(Bomb);
        archive.Position = 0;
    }

    private void Drain(ZipArchiveEntry entry, int depth)
    {
        var buffer = new byte[64 * 1024];
        using var content = entry.Open();
        var first = content.ReadAtLeast(buffer, 4, throwOnEndOfStream: false);
        using var nested = IsArchive(buffer.AsSpan(0, first)) ? Nested(entry, depth) : null;
        long own = 0;
        for (var read = first; read > 0; read = content.Read(buffer))
        {
            own += read;
            _out += read;
            if (_out > MostBytes || IsSwelling(own, entry.CompressedLength) || IsSwelling(_out, fileLength))
                throw new ArchiveRefusedException(Bomb);
            if (nested is null)
                continue;
            if (own > LargestNested)
                throw new ArchiveRefusedException(Bomb);
            nested.Write(buffer, 0, read);
        }

        if (nested is not null)
            Read(nested, depth + 1);
    }

    // A chart or table may carry a workbook; anything deeper, or packed elsewhere, has no place in an Office file.
    private static MemoryStream Nested(ZipArchiveEntry entry, int depth)
    {
        if (depth > 0 || !entry.FullName.Contains("/embeddings/", StringComparison.Ordinal))
        {
            throw new ArchiveRefusedException(
                "Berkas ini memuat arsip di dalam arsip, sehingga ditolak demi keamanan."
            );
        }

        return new MemoryStream();
    }

    private static bool IsSwelling(long came, long packed) => came > FreeBytes && came > packed * HighestRatio;

    private static bool IsArchive(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
        || head.StartsWith("7z"u8)
        || head.StartsWith("Rar!"u8);
}
