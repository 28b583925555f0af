using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>
/// Puts the signature into a field: the unsigned one of that name when the document has it, else a new one on the page.
/// </summary>
internal sealed class SignatureFieldWriter(PdfFile file, PdfUpdate update)
{
    private const int PrintAndLocked = 4 | 128;
    private const int SignaturesExistAndAppendOnly = 3;

    public void Sign(SigningRequest request, PdfReference signature, bool isTrial)
    {
        var page = PageOf(request.Appearance);
        var existing = file.SignatureFieldsOf().FirstOrDefault(f => f.Name == request.FieldName);
        if (existing is { Value: not null } or { Reference: null })
        {
            throw new DocumentNotSignableException($"Kolom tanda tangan {request.FieldName} sudah terisi.");
        }

        var widget = (existing?.Dictionary ?? PdfDictionary.Of(
                ("Type", new PdfName("Annot")),
                ("Subtype", new PdfName("Widget")),
                ("FT", new PdfName("Sig")),
                ("T", PdfText.FromText(request.FieldName)),
                ("P", page.Reference)))
            .With("F", new PdfNumber(PrintAndLocked))
            .With("Rect", RectangleOf(request.Appearance, page).ToArray())
            .With("V", signature);
        if (request.Appearance is { } appearance)
        {
            var stream = update.Add(AppearanceStream.Draw(update, appearance, isTrial));
            widget = widget.With("AP", PdfDictionary.Of(("N", stream)));
        }

        if (existing?.Reference is { } field)
        {
            update.Replace(field, widget);
            return;
        }

        var added = update.Add(widget);
        AddToPage(page, added);
        AddToForm(added);
    }

    private PdfPage PageOf(SignatureAppearance? appearance)
    {
        var pages = file.PagesOf();
        var number = appearance?.Page ?? 1;
        return number >= 1 && number <= pages.Count
            ? pages[number - 1]
            : throw new DocumentNotSignableException($"Dokumen tidak memiliki halaman {number}.");
    }

    private static PdfRectangle RectangleOf(SignatureAppearance? appearance, PdfPage page)
    {
        if (appearance is null)
        {
            return PdfRectangle.Nowhere;
        }

        var rectangle = new PdfRectangle(
            Points(appearance.X), Points(appearance.Y), Points(appearance.Width), Points(appearance.Height));
        return rectangle.Width > 0 && rectangle.Height > 0 && page.MediaBox.Contains(rectangle)
            ? rectangle
            : throw new DocumentNotSignableException($"Letak tanda tangan keluar dari halaman {appearance.Page}.");
    }

    private static decimal Points(double value) => double.Abs(value) < 1_000_000
        ? Math.Round((decimal)value, 2)
        : throw new DocumentNotSignableException("Letak tanda tangan tidak wajar.");

    private void AddToPage(PdfPage page, PdfReference widget) =>
        update.Replace(page.Reference, page.Dictionary.With("Annots", new PdfArray([.. file.Array(page.Dictionary["Annots"]), widget])));

    private void AddToForm(PdfReference field)
    {
        var form = file.Dictionary(file.Catalog["AcroForm"]) ?? PdfDictionary.Empty;
        form = form
            .With("Fields", new PdfArray([.. file.Array(form["Fields"]), field]))
            .With("SigFlags", new PdfNumber(SignaturesExistAndAppendOnly));
        if (file.Catalog["AcroForm"] is PdfReference existing)
        {
            update.Replace(existing, form);
        }
        else
        {
            update.Replace(file.Root, file.Catalog.With("AcroForm", update.Add(form)));
        }
    }
}
