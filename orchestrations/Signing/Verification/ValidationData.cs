using Sakip.Documents.Pdf.Objects;

namespace Sakip.Signing;

/// <summary>
/// Certificates and revocation lists kept beside the signatures (ISO 32000-2, 12.8.4.3). They show nothing, whatever they hold, as long as
/// they are nothing else: the shape of every part is checked.
/// </summary>
internal sealed class ValidationData(PdfFile file, Action<PdfReference> explain)
{
    private static readonly string[] Lists = ["Certs", "CRLs", "OCSPs"];
    private static readonly string[] OfSignature = ["Cert", "CRL", "OCSP"];
    private static readonly string[] OfStream = ["Length", "Filter", "DecodeParms"];

    public bool IsSound(PdfObject? store) =>
        store is null
        || (
            Follow(store) is PdfDictionary dictionary
            && dictionary.Entries.All(e =>
                e.Key switch
                {
                    "Type" => e.Value is PdfName { Value: "DSS" },
                    "VRI" => Follow(e.Value) is PdfDictionary signatures && signatures.Entries.All(IsOfSignature),
                    var key => Lists.Contains(key) && IsList(e.Value),
                }
            )
        );

    private bool IsOfSignature(KeyValuePair<string, PdfObject> signature) =>
        (signature.Key == "Type" && signature.Value is PdfName)
        || (
            Follow(signature.Value) is PdfDictionary dictionary
            && dictionary.Entries.All(e =>
                e.Key switch
                {
                    "Type" => e.Value is PdfName { Value: "VRI" },
                    "TU" => e.Value is PdfString,
                    "TS" => IsPacked(e.Value),
                    var key => OfSignature.Contains(key) && IsList(e.Value),
                }
            )
        );

    private bool IsList(PdfObject value) => Follow(value) is PdfArray array && array.Items.All(IsPacked);

    private bool IsPacked(PdfObject value) =>
        Follow(value) is PdfStream stream
        && stream.Dictionary.Entries.All(e => OfStream.Contains(e.Key) && e.Value is not PdfReference);

    private PdfObject? Follow(PdfObject value)
    {
        if (value is PdfReference reference)
        {
            explain(reference);
        }

        return file.Resolve(value);
    }
}
