using Sakip.Documents.Pdf.Objects;
using Sakip.Signing;
using static Sakip.Tests.Orchestrations.Signing.SignedUpdate;

namespace Sakip.Tests.Orchestrations.Signing;

/// <summary>What signing software adds to a document leaves it genuine.</summary>
public sealed class GenuineDocumentTests
{
    private readonly SignatureVerifier _verifier = new([TrustAnchor.Trial], TimeProvider.System);

    [Theory]
    [InlineData("table")]
    [InlineData("object streams")]
    [InlineData("hybrid")]
    [InlineData("agreement")]
    public async Task A_document_that_both_have_signed_is_genuine(string kind)
    {
        var result = _verifier.Verify(await SignedBases.OfAsync(kind));

        Assert.Equal(VerificationOutcome.Trial, result.Outcome);
        Assert.Equal([LaterChanges.OnlySignatures, LaterChanges.None], result.Signatures.Select(s => s.LaterChanges));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("object streams")]
    [InlineData("hybrid")]
    [InlineData("agreement")]
    public async Task Validation_data_and_a_time_stamp_leave_it_genuine(string kind)
    {
        var pdf = WithData(await SignedBases.OfAsync(kind));
        pdf = TimeStamped(pdf);
        var result = _verifier.Verify(WithData(pdf));

        Assert.Equal(VerificationOutcome.Trial, result.Outcome);
        Assert.Equal(2, result.Signatures.Count);
        Assert.All(result.Signatures, s => Assert.Equal(LaterChanges.OnlySignatures, s.LaterChanges));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("object streams")]
    public async Task A_signature_in_the_form_of_the_service_is_genuine(string kind)
    {
        var once = await SignedBases.OfAsync(kind);
        var file = PdfFile.Open(once);
        Assert.NotNull(file.Catalog["AcroForm"]);
        var signed = Sign(
            once,
            (f, u, v) =>
            {
                var image = u.Add(
                    new PdfStream(
                        PdfDictionary.Of(("Type", new PdfName("XObject")), ("Subtype", new PdfName("Image"))),
                        new byte[] { 1, 2, 3 }
                    )
                );
                var picture = u.Add(
                    new PdfStream(
                        PdfDictionary.Of(
                            ("Type", new PdfName("XObject")),
                            ("Subtype", new PdfName("Form")),
                            ("Resources", PdfDictionary.Of(("XObject", PdfDictionary.Of(("img0", image)))))
                        ),
                        "/img0 Do"u8.ToArray()
                    )
                );
                AddField(f, u, v, "Signature1", PdfRectangle.Nowhere, w => w.With("AP", Drawn(picture)));
                var info = PdfDictionary.Of(
                    ("Producer", PdfText.FromText("iText")),
                    ("ModDate", PdfText.FromText("D:2024"))
                );
                if (f.Trailer["Info"] is PdfReference known)
                {
                    u.Replace(
                        known,
                        f.Dictionary(known)!.With("Producer", info["Producer"]!).With("ModDate", info["ModDate"]!)
                    );
                }
            }
        );

        var result = _verifier.Verify(TimeStamped(WithData(signed)));

        Assert.All(result.Signatures, s => Assert.True(s.IsSound, s.FieldName));
        Assert.Equal((VerificationOutcome.Untrusted, 3), (result.Outcome, result.Signatures.Count));
    }

    [Fact]
    public async Task A_reserved_field_is_filled_where_it_stands_and_nowhere_else()
    {
        var file = PdfFile.Open(SigningWorld.Document());
        var update = new PdfUpdate(file);
        AddField(file, update, null, "sekda", new PdfRectangle(300, 100, 220, 60), page: 1);
        var once = await SigningWorld.SignAsync(update.ToBytes(), SigningWorld.First);

        var twice = await SigningWorld.SignAsync(once, SigningWorld.Second, slot: 1);
        var elsewhere = Sign(
            once,
            (f, u, v) =>
            {
                var field = f.SignatureFieldsOf().Single(x => x.Value is null);
                u.Replace(field.Reference!, field.Dictionary.With("V", v).With("Rect", PdfArray.Of(0, 0, 595, 842)));
            }
        );

        Assert.Equal(VerificationOutcome.Trial, _verifier.Verify(twice).Outcome);
        Assert.Equal(VerificationOutcome.Broken, _verifier.Verify(elsewhere).Outcome);
    }

    private static byte[] TimeStamped(byte[] pdf) =>
        Sign(
            pdf,
            "ETSI.RFC3161",
            TimeStampAuthority.Stamp,
            (file, update, v) => AddField(file, update, v, $"waktu-{pdf.Length}", PdfRectangle.Nowhere)
        );

    private static byte[] WithData(byte[] pdf)
    {
        var file = PdfFile.Open(pdf);
        var update = new PdfUpdate(file);
        PdfReference Packed(byte value) => update.Add(new PdfStream(PdfDictionary.Empty, new byte[] { 0x30, value }));
        var certificates = update.Add(new PdfArray([Packed(1), Packed(2)]));
        var ofSignature = update.Add(
            PdfDictionary.Of(
                ("Cert", certificates),
                ("OCSP", new PdfArray([Packed(3)])),
                ("TU", PdfText.FromText("D:20240102093000+08'00'"))
            )
        );
        var data = update.Add(
            PdfDictionary.Of(
                ("Type", new PdfName("DSS")),
                ("Certs", certificates),
                ("CRLs", new PdfArray([Packed(4)])),
                ("VRI", PdfDictionary.Of((new string('A', 40), ofSignature)))
            )
        );
        update.Replace(
            file.Root,
            file.Catalog.With("DSS", data)
                .With(
                    "Extensions",
                    PdfDictionary.Of(
                        (
                            "ADBE",
                            PdfDictionary.Of(("BaseVersion", new PdfName("1.7")), ("ExtensionLevel", new PdfNumber(5)))
                        )
                    )
                )
        );
        return update.ToBytes();
    }
}
