using System.Globalization;
using System.Text;
using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>
/// A file with a signature field appended whose /Contents is still empty, and the two stretches around it that are signed:
/// everything but the placeholder itself.
/// </summary>
internal sealed class SignaturePlaceholder
{
    /// <summary>Room for the CMS signature in bytes; one with a chain of three certificates takes about a third of it.</summary>
    private const int Room = 12 * 1024;

    private const int ByteRangeWidth = 44;

    private readonly byte[] _file;
    private readonly int _start;

    private SignaturePlaceholder(byte[] file, int start)
    {
        _file = file;
        _start = start;
    }

    private int End => _start + (2 * Room) + 2;

    public static SignaturePlaceholder Append(PdfFile file, SigningRequest request, bool isTrial)
    {
        var update = new PdfUpdate(file);
        var contents = new PdfLiteral(Encoding.ASCII.GetBytes($"<{new string('0', 2 * Room)}>"));
        var byteRange = new PdfLiteral(Encoding.ASCII.GetBytes(new string(' ', ByteRangeWidth)));
        var signature = update.Add(
            PdfDictionary.Of(
                ("Type", new PdfName("Sig")),
                ("Filter", new PdfName("Adobe.PPKLite")),
                ("SubFilter", new PdfName("ETSI.CAdES.detached")),
                ("ByteRange", byteRange),
                ("Contents", contents),
                ("M", PdfText.FromInstant(request.At)),
                ("Name", PdfText.FromText(request.Signer.Name)),
                ("Reason", PdfText.FromText(request.Reason)),
                ("Location", PdfText.FromText(request.Place))
            )
        );
        new SignatureFieldWriter(file, update).Sign(request, signature, isTrial);

        var bytes = update.ToBytes();
        var placeholder = new SignaturePlaceholder(bytes, update.OffsetOf(contents));
        var range = string.Create(
            CultureInfo.InvariantCulture,
            $"[0 {placeholder._start} {placeholder.End} {bytes.Length - placeholder.End}]"
        );
        Encoding.ASCII.GetBytes(range, bytes.AsSpan(update.OffsetOf(byteRange)));
        return placeholder;
    }

    public byte[] Fill(Func<byte[], byte[]> sign)
    {
        var signature = sign([.. _file.AsSpan(0, _start), .. _file.AsSpan(End)]);
        if (signature.Length > Room)
        {
            throw new DocumentNotSignableException("Rantai sertifikat terlalu panjang untuk dimuat dalam PDF.");
        }

        Encoding.ASCII.GetBytes(Convert.ToHexString(signature), _file.AsSpan(_start + 1));
        return _file;
    }
}
