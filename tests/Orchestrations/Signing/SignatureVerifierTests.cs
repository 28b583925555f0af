using System.Text;
using CsCheck;
using Sakip.Documents.Pdf.Objects;
using Sakip.Signing;
using static Sakip.Tests.Orchestrations.Signing.SigningWorld;

namespace Sakip.Tests.Orchestrations.Signing;

public sealed class SignatureVerifierTests
{
    private readonly SignatureVerifier _verifier = new([TrustAnchor.Trial], TimeProvider.System);

    [Fact]
    public async Task Both_signatures_are_sound_and_marked_as_trial()
    {
        var result = _verifier.Verify(await SignTwiceAsync());

        Assert.Equal(VerificationOutcome.Trial, result.Outcome);
        Assert.Equal(["kabiro", "sekda"], result.Signatures.Select(s => s.FieldName));
        Assert.Equal([LaterChanges.OnlySignatures, LaterChanges.None], result.Signatures.Select(s => s.LaterChanges));
        Assert.All(
            result.Signatures,
            s => Assert.Equal((SignatureIntegrity.Valid, CertificateTrust.Trial), (s.Integrity, s.Trust))
        );
        Assert.Contains("UJI COBA", result.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_tells_who_signed_when_where_and_why()
    {
        var signature = Assert.Single(_verifier.Verify(await SignAsync(Document(), First)).Signatures);

        Assert.Equal("Contoh Pertama, S.Kom.", signature.StatedName);
        Assert.Equal("UJI COBA - Contoh Pertama, S.Kom.", signature.SignerName);
        Assert.Equal(SignedAt, signature.SignedAt);
        Assert.Equal(SignedAt.Offset, signature.SignedAt!.Value.Offset);
        Assert.Equal(("Denpasar", "Perjanjian Kinerja 2024"), (signature.Place, signature.Reason));
    }

    [Fact]
    public async Task A_certificate_under_no_known_root_is_not_trusted()
    {
        var result = new SignatureVerifier([], TimeProvider.System).Verify(await SignAsync(Document(), First));

        Assert.Equal(VerificationOutcome.Untrusted, result.Outcome);
        Assert.Equal(CertificateTrust.Unknown, result.Signatures[0].Trust);
    }

    [Fact]
    public async Task Any_changed_byte_of_the_signed_file_is_found()
    {
        var signed = await SignTwiceAsync();
        var sound = _verifier.Verify(signed).Signatures;
        Gen.Select(Gen.Int[0, signed.Length - 1], Gen.Byte[1, 255])
            .Sample(
                (position, flip) =>
                {
                    var changed = signed.ToArray();
                    changed[position] ^= flip;
                    var result = _verifier.Verify(changed);
                    return result.Outcome is VerificationOutcome.Broken or VerificationOutcome.NotSigned
                        || (LiesInContents(changed, position) && result.Signatures.SequenceEqual(sound));
                },
                iter: 300
            );
    }

    [Fact]
    public async Task A_page_changed_by_a_later_update_is_found_although_the_signature_still_holds()
    {
        var file = PdfFile.Open(await SignAsync(Document(), First));
        var update = new PdfUpdate(file);
        var page = file.PagesOf()[0];
        var stream = new PdfStream(PdfDictionary.Empty, Encoding.ASCII.GetBytes("0 0 500 500 re f"));
        update.Replace(page.Reference, page.Dictionary.With("Contents", update.Add(stream)));

        var signature = Assert.Single(_verifier.Verify(update.ToBytes()).Signatures);

        Assert.Equal((SignatureIntegrity.Valid, LaterChanges.Content), (signature.Integrity, signature.LaterChanges));
        Assert.False(signature.IsSound);
    }

    [Fact]
    public async Task A_note_pinned_on_a_signed_page_is_a_change_of_content()
    {
        var file = PdfFile.Open(await SignAsync(Document(), First));
        var update = new PdfUpdate(file);
        var page = file.PagesOf()[0];
        var note = update.Add(
            PdfDictionary.Of(
                ("Type", new PdfName("Annot")),
                ("Subtype", new PdfName("FreeText")),
                ("Rect", PdfArray.Of(0, 0, 500, 500))
            )
        );
        update.Replace(page.Reference, page.Dictionary.With("Annots", new PdfArray([note])));

        Assert.Equal(VerificationOutcome.Broken, _verifier.Verify(update.ToBytes()).Outcome);
    }

    [Fact]
    public async Task A_signature_cut_back_to_before_the_second_one_is_still_the_first_one()
    {
        var once = await SignAsync(Document(), First);
        var twice = await SignAsync(once, Second, slot: 1);

        Assert.Equal(LaterChanges.None, Assert.Single(_verifier.Verify(twice[..once.Length]).Signatures).LaterChanges);
    }

    [Fact]
    public async Task Text_behind_the_end_of_a_signed_file_is_a_change()
    {
        byte[] longer = [.. await SignAsync(Document(), First), .. "\n% lampiran"u8];

        Assert.NotEqual(LaterChanges.None, _verifier.Verify(longer).Signatures.Single().LaterChanges);
    }

    [Fact]
    public void A_pdf_without_signatures_is_no_signed_pdf()
    {
        var result = _verifier.Verify(Document());

        Assert.Equal(
            (VerificationOutcome.NotSigned, "Bukan PDF yang ditandatangani."),
            (result.Outcome, result.Explanation)
        );
    }

    [Fact]
    public void Arbitrary_bytes_get_an_answer() =>
        Gen.Byte.Array[0, 2_000].Sample(bytes => _verifier.Verify(bytes).Outcome == VerificationOutcome.NotSigned);

    [Fact]
    public async Task A_signed_file_mangled_in_many_places_gets_an_answer()
    {
        var signed = await SignTwiceAsync();
        Gen.Select(Gen.Int[0, signed.Length - 1], Gen.Byte)
            .List[1, 200]
            .Sample(
                changes =>
                {
                    var mangled = signed.ToArray();
                    changes.ForEach(c => mangled[c.Item1] = c.Item2);
                    _verifier.Verify(mangled);
                },
                iter: 300
            );
    }

    [Fact]
    public async Task A_signed_file_cut_anywhere_gets_an_answer()
    {
        var signed = await SignTwiceAsync();
        Gen.Int[0, signed.Length - 1]
            .Sample(length => _verifier.Verify(signed[..length]).Outcome != VerificationOutcome.Valid, iter: 300);
    }

    [Theory]
    [MemberData(nameof(HostileFiles))]
    public void A_hostile_file_gets_its_answer_at_once(string what, byte[] pdf)
    {
        Assert.NotEmpty(what);
        Assert.Equal(VerificationOutcome.NotSigned, _verifier.Verify(pdf).Outcome);
    }

    public static TheoryData<string, byte[]> HostileFiles() =>
        new()
        {
            { "nested arrays", Hostile(new string('[', 200_000)) },
            {
                "a table that follows itself",
                Ascii(
                    "%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF"
                )
            },
            {
                "a huge subsection",
                Ascii("%PDF-1.7\nxref\n0 2147483647\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n9\n%%EOF")
            },
            { "a form inside itself", Hostile("<</AcroForm<</Fields[1 0 R]>>/T(a)/Kids[1 0 R 1 0 R]>>") },
            { "pages inside themselves", Hostile("<</AcroForm<</Fields[]>>/Pages 1 0 R/Kids[1 0 R 1 0 R 1 0 R]>>") },
            { "lengths that need each other", LengthsInAChain(100_000) },
        };

    private static byte[] Hostile(string catalog)
    {
        var body = $"%PDF-1.7\n1 0 obj\n{catalog}\nendobj\n";
        return Ascii(
            $"{body}xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n{body.Length}\n%%EOF"
        );
    }

    private static byte[] LengthsInAChain(int count)
    {
        var body = new StringBuilder("%PDF-1.7\n");
        var table = new StringBuilder($"xref\n0 {count + 1}\n0000000000 65535 f \n");
        for (var i = 1; i <= count; i++)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"{body.Length:D10} 00000 n \n");
            body.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{i} 0 obj\n<</Length {i + 1} 0 R>>\nstream\n\nendstream\nendobj\n"
            );
        }

        return Ascii($"{body}{table}trailer\n<</Size {count + 1}/Root 1 0 R>>\nstartxref\n{body.Length}\n%%EOF");
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    /// <summary>What fills the space behind a signature's own bytes belongs to no document and signs nothing.</summary>
    private static bool LiesInContents(byte[] pdf, int position)
    {
        var start = pdf.AsSpan(0, position).LastIndexOf("/Contents <"u8);
        var end = start < 0 ? -1 : pdf.AsSpan(start).IndexOf((byte)'>');
        return end >= 0 && position < start + end;
    }
}
