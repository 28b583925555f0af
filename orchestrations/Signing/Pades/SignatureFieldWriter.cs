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
        var (page, rectangle) = SignaturePlacement.Of(file, request.Appearance);
        var existing = file.SignatureFieldsOf().FirstOrDefault(f => f.Name == request.FieldName);
        if (existing is { Value: not null } or { Reference: null })
        {
            throw new DocumentNotSignableException($"Kolom tanda tangan {request.FieldName} sudah terisi.");
        }

        var widget = (
            existing?.Dictionary
            ?? PdfDictionary.Of(
                ("Type", new PdfName("Annot")),
                ("Subtype", new PdfName("Widget")),
                ("FT", new PdfName("Sig")),
                ("T", PdfText.FromText(request.FieldName)),
                ("P", page.Reference)
            )
        )
            .With("F", new PdfNumber(PrintAndLocked))
            .With("Rect", rectangle.ToArray())
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

    private void AddToPage(PdfPage page, PdfReference widget) =>
        update.Replace(
            page.Reference,
            page.Dictionary.With("Annots", new PdfArray([.. file.Array(page.Dictionary["Annots"]), widget]))
        );

    private void AddToForm(PdfReference field)
    {
        var form = file.Dictionary(file.Catalog["AcroForm"]) ?? PdfDictionary.Empty;
        form = form.With("Fields", new PdfArray([.. file.Array(form["Fields"]), field]))
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
