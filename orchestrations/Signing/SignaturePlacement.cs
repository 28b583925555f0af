using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>The page and rectangle that an appearance asks for, proved to exist and to lie within each other.</summary>
internal sealed record SignaturePlacement(PdfPage Page, PdfRectangle Rectangle)
{
    /// <exception cref="DocumentNotSignableException">There is no such page, or the block does not lie on it.</exception>
    public static SignaturePlacement Of(PdfFile file, SignatureAppearance? appearance)
    {
        var pages = file.PagesOf();
        var number = appearance?.Page ?? 1;
        if (number < 1 || number > pages.Count)
        {
            throw new DocumentNotSignableException($"Dokumen tidak memiliki halaman {number}.");
        }

        var page = pages[number - 1];
        if (appearance is null)
        {
            return new SignaturePlacement(page, PdfRectangle.Nowhere);
        }

        var rectangle = new PdfRectangle(
            Points(appearance.X),
            Points(appearance.Y),
            Points(appearance.Width),
            Points(appearance.Height)
        );
        return rectangle.Width > 0 && rectangle.Height > 0 && page.MediaBox.Contains(rectangle)
            ? new SignaturePlacement(page, rectangle)
            : throw new DocumentNotSignableException($"Letak tanda tangan keluar dari halaman {number}.");
    }

    private static decimal Points(double value) =>
        double.Abs(value) < 1_000_000
            ? Math.Round((decimal)value, 2)
            : throw new DocumentNotSignableException("Letak tanda tangan tidak wajar.");
}
