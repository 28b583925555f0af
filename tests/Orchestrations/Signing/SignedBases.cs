using System.Globalization;
using System.Text;
using Sakip.Documents.Pdf.Objects;
using static Sakip.Tests.Orchestrations.Signing.SigningWorld;

namespace Sakip.Tests.Orchestrations.Signing;

/// <summary>The same document signed by two, in each of the ways in which a file can list its objects.</summary>
internal static class SignedBases
{
    /// <summary>The agreement below the forged files: what its second signature covers.</summary>
    private const int EndOfAgreement = 367_416;

    public static async Task<byte[]> OfAsync(string kind) =>
        kind switch
        {
            "table" => await SignTwiceAsync(),
            "object streams" => await TwiceAsync((await ConvertAsync(Document(), "--object-streams=generate")).Pdf),
            "hybrid" => await TwiceAsync(Hybrid(Document())),
            "agreement" => (await ForgedAsync("widget-covers-page"))[..EndOfAgreement],
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static Task<byte[]> ForgedAsync(string name) =>
        File.ReadAllBytesAsync(
            Path.Combine(AppContext.BaseDirectory, "Forged", name + ".pdf"),
            TestContext.Current.CancellationToken
        );

    private static async Task<byte[]> TwiceAsync(byte[] pdf) =>
        await SignAsync(await SignAsync(pdf, First), Second, slot: 1);

    // A table that names a stream beside it; the stream lists one object more.
    private static byte[] Hybrid(byte[] pdf)
    {
        var file = PdfFile.Open(pdf);
        var number = file.Numbers.Last() + 1;
        var text = new StringBuilder();
        var note = pdf.Length;
        text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n<</Catatan (tersembunyi)>>\nendobj\n");
        var stream = note + text.Length;
        var row = $"01{note:X8}0000";
        text.Append(
            CultureInfo.InvariantCulture,
            $"{number + 1} 0 obj\n<</Type /XRef/Size {number + 2}/W [1 4 2]/Index [{number} 1]/Length 7>>\nstream\n"
        );
        var head = Encoding.ASCII.GetBytes(text.ToString());
        var table = note + head.Length + 7 + "\nendstream\nendobj\n".Length;
        var tail = string.Create(
            CultureInfo.InvariantCulture,
            $"\nendstream\nendobj\nxref\n0 0\ntrailer\n<</Size {number + 2}/Root {file.Root.Number} 0 R/Prev {file.XrefStart}/XRefStm {stream}>>\nstartxref\n{table}\n%%EOF\n"
        );
        return [.. pdf, .. head, .. Convert.FromHexString(row), .. Encoding.ASCII.GetBytes(tail)];
    }
}
