using System.Text;
using Sakip.Documents.Pdf.Objects;
using Sakip.Signing;
using static Sakip.Tests.Orchestrations.Signing.SignedUpdate;

namespace Sakip.Tests.Orchestrations.Signing;

/// <summary>What was appended behind a signature and is neither one nor validation data is a change, whatever it says.</summary>
public sealed class ForgeryTests
{
    private static readonly string[] _kinds = ["table", "object streams", "hybrid"];
    private readonly SignatureVerifier _verifier = new([TrustAnchor.Trial], TimeProvider.System);

    [Theory]
    [InlineData("widget-covers-page")]
    [InlineData("false-time-stamp")]
    [InlineData("hidden-startxref")]
    public async Task A_forged_agreement_of_the_review_is_found(string name) =>
        AssertFound(await SignedBases.ForgedAsync(name));

    [Theory]
    [MemberData(nameof(UnsignedForgeries))]
    public async Task An_update_that_nobody_signed_is_a_change(string kind, string forgery)
    {
        var file = PdfFile.Open(await SignedBases.OfAsync(kind));
        var update = new PdfUpdate(file);
        Forgeries.Unsigned[forgery](file, update);

        AssertFound(update.ToBytes());
    }

    [Theory]
    [MemberData(nameof(SignedForgeries))]
    public async Task A_signature_is_no_licence_to_change_the_document(string kind, string forgery) =>
        AssertFound(Sign(await SignedBases.OfAsync(kind), Forgeries.Signed[forgery]));

    [Theory]
    [MemberData(nameof(ByBytes))]
    public async Task Bytes_that_belong_to_no_update_are_a_change(string how)
    {
        var pdf = await SignedBases.OfAsync("agreement");
        var text = Encoding.Latin1.GetString(pdf);
        var data = Encoding.Latin1.GetString(WithData(pdf)[pdf.Length..]);
        var forged = how switch
        {
            "a blank behind the end" => text + " ",
            "text behind the end" => text + "\n% lampiran",
            "a second end" => text + "%%EOF\n",
            "the file twice" => text + text,
            "another file behind" => text + Encoding.Latin1.GetString(SigningWorld.Document()),
            "a comment before the update" => text + "% " + data,
            "blanks behind the update" => text + data + new string(' ', 3_000),
            "an object that is not listed" => text + Shifted(data, "7 0 obj\n<<>>\nendobj\n", text.Length),
            "an update within an update" => text
                + Shifted(data, "xref\n0 0\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n", text.Length),
            "one bit of a page" => Encoding.Latin1.GetString([
                .. pdf[..20_000],
                (byte)(pdf[20_000] ^ 1),
                .. pdf[20_001..],
            ]),
            "cut in the second signature" => text[..330_000],
            "no range" => text.Replace("/ByteRange [0 311148", "/ByteRange null %8", StringComparison.Ordinal),
            "a negative range" => text.Replace(
                "/ByteRange [0 311148",
                "/ByteRange [0 -11148",
                StringComparison.Ordinal
            ),
            "no contents" => text.Replace("/Contents <", "/Contenty <", StringComparison.Ordinal),
            _ => text.Replace("/Contents <30", "/Contents <3 ", StringComparison.Ordinal),
        };

        AssertFound(Encoding.Latin1.GetBytes(forged));
    }

    [Theory]
    [InlineData("listed twice")]
    [InlineData("a key twice")]
    [InlineData("an object taken away")]
    [InlineData("a table beside a stream")]
    [InlineData("leads past the signed table")]
    [InlineData("another size")]
    [InlineData("another generation")]
    public async Task An_update_that_readers_take_in_two_ways_is_a_change(string how)
    {
        var pdf = await SignedBases.OfAsync("table");
        var file = PdfFile.Open(pdf);
        var catalog = Encoding.Latin1.GetString(PdfSerializer.ToBytes(file.Catalog.With("DSS", PdfDictionary.Empty)));
        catalog = how == "a key twice" ? catalog[..^2] + "/DSS <<>>>>" : catalog;
        var (number, at) = (file.Root.Number, pdf.Length);
        var generation = how == "another generation" ? 1 : 0;
        var body = $"{number} {generation} obj\n{catalog}\nendobj\n";
        var row = $"{at:D10} {generation:D5} n \n";
        var rows = how switch
        {
            "listed twice" => $"{number} 1\n{row}{number} 1\n{row}",
            "an object taken away" => $"{number} 1\n{row}{file.PagesOf()[0].Reference.Number} 1\n0000000000 00001 f \n",
            _ => $"{number} 1\n{row}",
        };
        var size = how == "another size" ? 3 : ((PdfNumber)file.Trailer["Size"]!).Value;
        var previous = how == "leads past the signed table" ? ((PdfNumber)file.Trailer["Prev"]!).Value : file.XrefStart;
        var beside = how == "a table beside a stream" ? $"/XRefStm {file.XrefStart}" : "";
        var tail =
            $"xref\n{rows}trailer\n<</Size {size}/Root {number} 0 R"
            + $"/Prev {previous}{beside}>>\nstartxref\n{at + body.Length}\n%%EOF\n";

        AssertFound([.. pdf, .. Encoding.Latin1.GetBytes(body + tail)]);
    }

    [Fact]
    public async Task What_the_signed_file_waits_for_cannot_be_brought_later()
    {
        var file = PdfFile.Open(SigningWorld.Document());
        var update = new PdfUpdate(file);
        var page = file.PagesOf()[0];
        var awaited = new PdfReference(file.Numbers.Last() + 20);
        update.Replace(
            page.Reference,
            page.Dictionary.With("Contents", new PdfArray([page.Dictionary["Contents"]!, awaited]))
        );
        var signed = await SigningWorld.SignAsync(update.ToBytes(), SigningWorld.First);

        AssertFound(
            Sign(
                signed,
                (f, u, v) =>
                {
                    AddField(f, u, v, "palsu", PdfRectangle.Nowhere);
                    u.Replace(awaited, new PdfStream(PdfDictionary.Empty, "0 0 500 500 re f"u8.ToArray()));
                }
            )
        );
    }

    [Fact]
    public async Task A_list_that_is_two_things_cannot_grow_as_one_of_them()
    {
        var file = PdfFile.Open(SigningWorld.Document(3));
        var update = new PdfUpdate(file);
        var shared = update.Add(new PdfArray([]));
        foreach (var page in file.PagesOf())
        {
            update.Replace(page.Reference, page.Dictionary.With("Annots", shared));
        }

        var signed = await SigningWorld.SignAsync(update.ToBytes(), SigningWorld.First);
        AssertFound(
            Sign(
                signed,
                (f, u, v) =>
                {
                    var field = u.Add(Forgeries.Widget(PdfRectangle.Nowhere).With("V", v));
                    AddToForm(f, u, field);
                    u.Replace(shared, new PdfArray([field]));
                }
            )
        );
    }

    [Fact]
    public async Task A_signature_that_does_not_verify_is_no_further_signature() =>
        AssertFound(
            Sign(
                await SignedBases.OfAsync("table"),
                "adbe.pkcs7.detached",
                content => Cms([.. content, 1], Stranger),
                (file, update, v) => AddField(file, update, v, "palsu", PdfRectangle.Nowhere)
            )
        );

    [Fact]
    public async Task A_time_stamp_of_other_bytes_is_no_time_stamp() =>
        AssertFound(
            Sign(
                await SignedBases.OfAsync("table"),
                "ETSI.RFC3161",
                content => TimeStampAuthority.Stamp([.. content, 1]),
                (file, update, v) => AddField(file, update, v, "palsu", PdfRectangle.Nowhere)
            )
        );

    [Fact]
    public async Task A_time_stamp_that_covers_the_page_is_a_change() =>
        AssertFound(
            Sign(
                await SignedBases.OfAsync("table"),
                "ETSI.RFC3161",
                TimeStampAuthority.Stamp,
                (file, update, v) => AddField(file, update, v, "palsu", new PdfRectangle(0, 0, 595, 842))
            )
        );

    public static TheoryData<string, string> UnsignedForgeries() =>
        new(_kinds.SelectMany(kind => Forgeries.Unsigned.Keys.Select(forgery => (kind, forgery))));

    public static TheoryData<string, string> SignedForgeries() =>
        new(_kinds.SelectMany(kind => Forgeries.Signed.Keys.Select(forgery => (kind, forgery))));

    public static TheoryData<string> ByBytes() =>
        [
            "a blank behind the end",
            "text behind the end",
            "a second end",
            "the file twice",
            "another file behind",
            "a comment before the update",
            "blanks behind the update",
            "an object that is not listed",
            "an update within an update",
            "one bit of a page",
            "cut in the second signature",
            "no range",
            "a negative range",
            "no contents",
            "a blank in the contents",
        ];

    private static byte[] WithData(byte[] pdf)
    {
        var file = PdfFile.Open(pdf);
        var update = new PdfUpdate(file);
        update.Replace(file.Root, file.Catalog.With("DSS", PdfDictionary.Empty));
        return update.ToBytes();
    }

    // The rows of the update's own table move with what is put before them, so that only the intruder is at fault.
    private static string Shifted(string update, string intruder, int start)
    {
        var section = start + update.IndexOf("xref\n", StringComparison.Ordinal);
        return intruder
            + update
                .Replace($"{start:D10} 00000 n", $"{start + intruder.Length:D10} 00000 n", StringComparison.Ordinal)
                .Replace($"startxref\n{section}", $"startxref\n{section + intruder.Length}", StringComparison.Ordinal);
    }

    private void AssertFound(byte[] forged)
    {
        var result = _verifier.Verify(forged);
        Assert.True(
            result.Outcome is VerificationOutcome.Broken or VerificationOutcome.NotSigned,
            result.Outcome.ToString()
        );
        Assert.Contains(result.Signatures.Append(null), s => s is null || !s.IsSound);
    }
}
