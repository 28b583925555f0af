using System.Collections;
using QRCoder;

namespace Sakip.Signing;

/// <summary>A QR code as its squares, the quiet zone around it included.</summary>
internal sealed class QrModules
{
    private readonly List<BitArray> _rows;

    public QrModules(string payload)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        _rows = code.ModuleMatrix;
    }

    public int Size => _rows.Count;

    /// <summary>The dark squares, those that touch in a row taken together. Rows count from the top.</summary>
    public IEnumerable<(int Row, int Column, int Length)> Runs()
    {
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                var start = column;
                while (column < Size && _rows[row][column])
                {
                    column++;
                }

                if (column > start)
                {
                    yield return (row, start, column - start);
                }
            }
        }
    }
}
