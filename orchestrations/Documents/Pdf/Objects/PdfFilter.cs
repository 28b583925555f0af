using System.IO.Compression;

namespace Sakip.Documents.Pdf.Objects;

/// <summary>Decodes the streams that the file's own structure uses: none or Flate, with or without a PNG predictor.</summary>
internal static class PdfFilter
{
    /// <summary>No table or object stream of an honest file grows beyond this many bytes.</summary>
    private const int LargestOutput = 16 * 1024 * 1024;

    public static byte[] Decode(PdfStream stream, ReadingBudget budget)
    {
        var filter = stream.Dictionary["Filter"] switch
        {
            PdfArray { Items: [var only] } => only,
            PdfArray { Items: [] } => null,
            var other => other,
        };
        var bytes = filter switch
        {
            null => Plain(stream.Raw, budget),
            PdfName { Value: "FlateDecode" } => Inflate(stream.Raw, budget),
            _ => throw new PdfFormatException("A table of the file is packed in a way that is not read here."),
        };
        var parameters = stream.Dictionary["DecodeParms"] switch
        {
            PdfDictionary dictionary => dictionary,
            PdfArray { Items: [PdfDictionary dictionary] } => dictionary,
            _ => PdfDictionary.Empty,
        };
        return Number(parameters, "Predictor", 1) switch
        {
            1 => bytes,
            >= 10 => UndoPrediction(bytes, BytesPerRow(parameters), BytesPerPixel(parameters)),
            _ => throw new PdfFormatException("A table of the file uses a predictor that is not read here."),
        };
    }

    private static byte[] Plain(ReadOnlyMemory<byte> raw, ReadingBudget budget)
    {
        budget.SpendBytes(raw.Length);
        return raw.ToArray();
    }

    private static byte[] Inflate(ReadOnlyMemory<byte> raw, ReadingBudget budget)
    {
        budget.SpendBytes(raw.Length);
        using var inflater = new ZLibStream(new MemoryStream(raw.ToArray()), CompressionMode.Decompress);
        using var output = new MemoryStream();
        var chunk = new byte[64 * 1024];
        try
        {
            for (int read; (read = inflater.Read(chunk)) > 0; )
            {
                budget.SpendBytes(read);
                output.Write(chunk, 0, read);
                if (output.Length > LargestOutput)
                {
                    throw new PdfFormatException("A packed stream is too large.");
                }
            }
        }
        catch (InvalidDataException e)
        {
            throw new PdfFormatException("A packed stream is damaged.", e);
        }

        return output.ToArray();
    }

    private static byte[] UndoPrediction(byte[] bytes, int rowLength, int pixel)
    {
        var rows = bytes.Length / (rowLength + 1);
        var output = new byte[rows * rowLength];
        for (var row = 0; row < rows; row++)
        {
            var kind = bytes[row * (rowLength + 1)];
            var encoded = bytes.AsSpan((row * (rowLength + 1)) + 1, rowLength);
            var start = row * rowLength;
            for (var i = 0; i < rowLength; i++)
            {
                var left = i >= pixel ? output[start + i - pixel] : 0;
                var up = row > 0 ? output[start + i - rowLength] : 0;
                var corner = row > 0 && i >= pixel ? output[start + i - rowLength - pixel] : 0;
                output[start + i] = (byte)(
                    encoded[i]
                    + kind switch
                    {
                        0 => 0,
                        1 => left,
                        2 => up,
                        3 => (left + up) / 2,
                        4 => Nearest(left, up, corner),
                        _ => throw new PdfFormatException("A predictor is unknown."),
                    }
                );
            }
        }

        return output;
    }

    private static int Nearest(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (
            Math.Abs(up - corner),
            Math.Abs(left - corner),
            Math.Abs(left + up - (2 * corner))
        );
        return toLeft <= toUp && toLeft <= toCorner ? left
            : toUp <= toCorner ? up
            : corner;
    }

    private static int BytesPerPixel(PdfDictionary parameters) => Math.Max(1, BitsPerPixel(parameters) / 8);

    private static int BytesPerRow(PdfDictionary parameters) =>
        ((Number(parameters, "Columns", 1, most: 65_536) * BitsPerPixel(parameters)) + 7) / 8;

    private static int BitsPerPixel(PdfDictionary parameters) =>
        Number(parameters, "Colors", 1, most: 32) * Number(parameters, "BitsPerComponent", 8, most: 16);

    private static int Number(PdfDictionary parameters, string key, int otherwise, int most = 15) =>
        parameters[key] switch
        {
            null => otherwise,
            PdfNumber { Value: > 0 } number when number.Value <= most => (int)number.Value,
            _ => throw new PdfFormatException($"/{key} of a packed stream is out of range."),
        };
}
