namespace Sakip.Documents.Pdf.Objects;

/// <summary>The signature fields of a file's form (ISO 32000-1, 12.7.4.5), signed or not, in the form's order.</summary>
internal static class SignatureFields
{
    private const int MostFields = 10_000;
    private const int DeepestForm = 32;

    public static IReadOnlyList<SignatureField> SignatureFieldsOf(this PdfFile file)
    {
        var found = new List<SignatureField>();
        var seen = 0;
        var form = file.Dictionary(file.Catalog["AcroForm"]);
        foreach (var field in file.Array(form?["Fields"]))
        {
            Walk(field, parentName: null, inheritedType: null, depth: 0);
        }

        return found;

        void Walk(PdfObject node, string? parentName, PdfObject? inheritedType, int depth)
        {
            if (depth > DeepestForm || ++seen > MostFields)
            {
                throw new PdfFormatException("The form is too deep or too large.");
            }

            if (file.Dictionary(node) is not { } field)
            {
                return;
            }

            var name = field["T"] is { } own ? Join(parentName, PdfText.ToText(file.Resolve(own))) : parentName;
            var type = field["FT"] ?? inheritedType;
            var kids = file.Array(field["Kids"]).Where(kid => file.Dictionary(kid)?["T"] is not null).ToList();
            kids.ForEach(kid => Walk(kid, name, type, depth + 1));
            if (kids.Count == 0 && file.Resolve(type) is PdfName { Value: "Sig" })
            {
                found.Add(new SignatureField(name ?? "", node as PdfReference, field, file.Dictionary(field["V"])));
            }
        }
    }

    private static string Join(string? parent, string name) => parent is null ? name : $"{parent}.{name}";
}

/// <summary>One field; <paramref name="Value"/> is its signature dictionary, null while it is unsigned.</summary>
internal sealed record SignatureField(
    string Name,
    PdfReference? Reference,
    PdfDictionary Dictionary,
    PdfDictionary? Value
);
