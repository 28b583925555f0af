using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>How a signature is drawn: one form, clipped to the field's place, out of parts that came with it and draw only.</summary>
internal sealed class AppearanceRule(PdfRevision update, UpdateRule rule)
{
    private static readonly string[] Active = ["AA", "OpenAction", "JS", "Ref", "OPI", "Annots"];
    private readonly HashSet<int> _walked = [];

    public bool IsDrawing(PdfObject? appearance) =>
        appearance is null
        || (
            appearance is PdfDictionary states
            && states.Entries.All(e => e.Key == "N")
            && states["N"] is PdfReference drawing
            && update.Objects.GetValueOrDefault(drawing.Number) is PdfStream form
            && form.Dictionary.IsNamed("Subtype", "Form")
            && IsPassive(drawing)
        );

    private bool IsPassive(PdfObject value) =>
        value switch
        {
            PdfReference reference when update.Objects.TryGetValue(reference.Number, out var target) => !_walked.Add(
                reference.Number
            ) || (rule.Adds(reference.Number) && IsPassive(target)),
            PdfStream stream => stream.Dictionary["F"] is null && IsPassive(stream.Dictionary),
            PdfArray array => array.Items.All(IsPassive),
            PdfDictionary dictionary => !dictionary.IsNamed("Subtype", "PS")
                && dictionary["Type"] is not PdfName { Value: "Action" or "Annot" or "Page" or "Pages" or "Catalog" }
                && dictionary.Entries.All(e => !Active.Contains(e.Key) && IsPassive(e.Value)),
            _ => true,
        };
}
