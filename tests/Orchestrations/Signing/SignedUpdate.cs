using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Sakip.Documents.Pdf.Objects;

namespace Sakip.Tests.Orchestrations.Signing;

/// <summary>Signs whatever update a test makes, as other software does it: the forms are not those of our own signer.</summary>
internal static class SignedUpdate
{
    private const int Room = 8 * 1024;

    public static X509Certificate2 Stranger { get; } = Certificate("CN=Orang Asing", "1.3.6.1.5.5.7.3.4");

    public static byte[] Sign(byte[] pdf, Action<PdfFile, PdfUpdate, PdfReference> place) =>
        Sign(pdf, "adbe.pkcs7.detached", content => Cms(content, Stranger), place);

    public static byte[] Sign(
        byte[] pdf,
        string form,
        Func<byte[], byte[]> sign,
        Action<PdfFile, PdfUpdate, PdfReference> place
    )
    {
        var file = PdfFile.Open(pdf);
        var update = new PdfUpdate(file);
        var contents = new PdfLiteral(Encoding.ASCII.GetBytes($"<{new string('0', 2 * Room)}>"));
        var range = new PdfLiteral(Encoding.ASCII.GetBytes(new string(' ', 44)));
        var isTimeStamp = form == "ETSI.RFC3161";
        var signature = update.Add(
            PdfDictionary.Of(
                ("Type", new PdfName(isTimeStamp ? "DocTimeStamp" : "Sig")),
                ("Filter", new PdfName("Adobe.PPKLite")),
                ("SubFilter", new PdfName(form)),
                ("ByteRange", range),
                ("Contents", contents)
            )
        );
        place(file, update, signature);
        var bytes = update.ToBytes();
        var (start, end) = (update.OffsetOf(contents), update.OffsetOf(contents) + (2 * Room) + 2);
        Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"[0 {start} {end} {bytes.Length - end}]"),
            bytes.AsSpan(update.OffsetOf(range))
        );
        var signed = sign([.. bytes.AsSpan(0, start), .. bytes.AsSpan(end)]);
        Encoding.ASCII.GetBytes(Convert.ToHexString(signed), bytes.AsSpan(start + 1));
        return bytes;
    }

    /// <summary>Puts a new field for the signature on a page and into the form.</summary>
    public static PdfReference AddField(
        PdfFile file,
        PdfUpdate update,
        PdfReference? signature,
        string name,
        PdfRectangle place,
        Func<PdfDictionary, PdfDictionary>? twist = null,
        int page = 0
    )
    {
        var widget = PdfDictionary.Of(
            ("Type", new PdfName("Annot")),
            ("Subtype", new PdfName("Widget")),
            ("FT", new PdfName("Sig")),
            ("T", PdfText.FromText(name)),
            ("F", new PdfNumber(132)),
            ("P", file.PagesOf()[page].Reference),
            ("Rect", place.ToArray())
        );
        widget = signature is null ? widget : widget.With("V", signature);
        var added = update.Add(twist is null ? widget : twist(widget));
        AddToPage(file, update, added, page);
        AddToForm(file, update, added);
        return added;
    }

    public static void AddToPage(PdfFile file, PdfUpdate update, PdfReference widget, int number = 0)
    {
        var page = file.PagesOf()[number];
        update.Replace(
            page.Reference,
            page.Dictionary.With("Annots", new PdfArray([.. file.Array(page.Dictionary["Annots"]), widget]))
        );
    }

    public static void AddToForm(PdfFile file, PdfUpdate update, PdfReference field)
    {
        var form = file.Dictionary(file.Catalog["AcroForm"]) ?? PdfDictionary.Empty;
        form = form.With("Fields", new PdfArray([.. file.Array(form["Fields"]), field]))
            .With("SigFlags", new PdfNumber(3));
        if (file.Catalog["AcroForm"] is PdfReference known)
        {
            update.Replace(known, form);
        }
        else
        {
            update.Replace(file.Root, file.Catalog.With("AcroForm", form));
        }
    }

    public static PdfReference Picture(PdfUpdate update, string drawing) =>
        update.Add(
            new PdfStream(
                PdfDictionary.Of(
                    ("Type", new PdfName("XObject")),
                    ("Subtype", new PdfName("Form")),
                    ("BBox", PdfArray.Of(0, 0, 220, 60))
                ),
                Encoding.ASCII.GetBytes(drawing)
            )
        );

    public static PdfDictionary Drawn(PdfReference picture) => PdfDictionary.Of(("N", picture));

    public static byte[] Cms(byte[] content, X509Certificate2 certificate)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.ComputeSignature(
            new CmsSigner(certificate)
            {
                DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
                IncludeOption = X509IncludeOption.EndCertOnly,
            },
            silent: true
        );
        return cms.Encode();
    }

    public static X509Certificate2 Certificate(string name, string usage)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: true));
        return request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
    }
}
