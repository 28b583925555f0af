using System.Text;
using Sakip.Documents;
using Sakip.Documents.Pdf.Objects;
using Sakip.Reporting;
using Sakip.Tests.Orchestrations.Documents;

namespace Sakip.Tests.Orchestrations.Reporting;

/// <summary>
/// What ISO 19005-2 asks of a PDF/A-2b file, as far as it can be seen in its objects: no validator of it can be installed
/// where the tests run.
/// </summary>
public class ArchivalFileTests
{
    private static readonly Document Report = AnnualReportDocument.Build(SampleReport.Data);

    private static readonly byte[] Bytes = Printed.Of(Report).Result.Bytes;

    private static readonly PdfFile Read = PdfFile.Open(Bytes);

    private static readonly IReadOnlyList<PdfObject> Objects =
    [
        .. Read.Numbers.Select(number => Read.Resolve(new PdfReference(number))).OfType<PdfObject>(),
    ];

    private static IEnumerable<PdfDictionary> Dictionaries => Objects.SelectMany(Within);

    [Fact]
    public void It_begins_with_its_version_and_a_line_of_high_bytes_and_its_trailer_has_ids_and_no_encryption()
    {
        Assert.StartsWith("%PDF-1.", Encoding.Latin1.GetString(Bytes[..16]), StringComparison.Ordinal);
        var second = Bytes.AsSpan(Bytes.AsSpan().IndexOf((byte)'\n') + 1);
        Assert.Equal((byte)'%', second[0]);
        Assert.All(second[1..5].ToArray(), one => Assert.True(one > 127));
        Assert.Equal(2, Read.Array(Read.Trailer["ID"]).Count);
        Assert.Null(Read.Trailer["Encrypt"]);
    }

    [Fact]
    public void Colours_are_those_of_one_embedded_profile()
    {
        var intent = Read.Dictionary(Assert.Single(Read.Array(Read.Catalog["OutputIntents"])))!;
        Assert.True(intent.IsNamed("S", "GTS_PDFA1"));
        var profile = Assert.IsType<PdfStream>(Read.Resolve(intent["DestOutputProfile"]));
        Assert.Equal(3, Assert.IsType<PdfNumber>(profile.Dictionary["N"]).Value);
        Assert.Equal("acsp", Encoding.ASCII.GetString(Read.Decode(profile).AsSpan(36, 4)));
        Assert.DoesNotContain(Dictionaries, one => one.IsNamed("ColorSpace", "DeviceCMYK"));
    }

    [Fact]
    public void Every_font_is_embedded_and_its_letters_can_be_copied()
    {
        var fonts = Dictionaries.Where(one => one.IsNamed("Type", "Font")).ToList();
        Assert.NotEmpty(fonts);
        foreach (var font in fonts.Where(one => !one.IsNamed("Subtype", "Type0")))
        {
            var descriptor = Read.Dictionary(font["FontDescriptor"]);
            Assert.True(descriptor is not null, $"{font["BaseFont"]} has no descriptor");
            Assert.Contains(
                new[] { "FontFile", "FontFile2", "FontFile3" },
                key => Read.Resolve(descriptor[key]) is PdfStream
            );
        }

        Assert.All(
            fonts.Where(one => one.IsNamed("Subtype", "Type0")),
            font => Assert.IsType<PdfStream>(Read.Resolve(font["ToUnicode"]))
        );
    }

    [Fact]
    public void Nothing_in_it_runs_is_attached_or_comes_from_elsewhere()
    {
        string[] forbidden =
        [
            "JS",
            "JavaScript",
            "AA",
            "OpenAction",
            "EmbeddedFiles",
            "TR",
            "OPI",
            "Alternates",
            "XFA",
        ];
        Assert.All(forbidden, key => Assert.DoesNotContain(Dictionaries, one => one[key] is not null));
        string[] actions = ["Launch", "Sound", "Movie", "ResetForm", "ImportData", "JavaScript"];
        Assert.All(actions, action => Assert.DoesNotContain(Dictionaries, one => one.IsNamed("S", action)));
        Assert.DoesNotContain(Dictionaries, one => one["Interpolate"] is PdfBoolean { Value: true });
        Assert.DoesNotContain(Dictionaries, one => one.IsNamed("Filter", "LZWDecode") || one["F"] is PdfString);
    }

    [Fact]
    public void The_metadata_say_what_the_information_dictionary_says()
    {
        var metadata = Assert.IsType<PdfStream>(Read.Resolve(Read.Catalog["Metadata"]));
        Assert.Null(metadata.Dictionary["Filter"]);
        var xml = System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(Read.Decode(metadata)).Trim('\uFEFF'));
        var said = xml.ToString();
        var info = Read.Dictionary(Read.Trailer["Info"])!;
        foreach (var key in new[] { "Title", "Author", "Subject", "Creator", "Producer" })
        {
            Assert.Contains(
                PdfText.ToText(info[key])!,
                System.Net.WebUtility.HtmlDecode(said),
                StringComparison.Ordinal
            );
        }
        Assert.Contains($"{Report.Info.Created.UtcDateTime:yyyy-MM-ddTHH:mm:ss}", said, StringComparison.Ordinal);
    }

    private static IEnumerable<PdfDictionary> Within(PdfObject value) =>
        value switch
        {
            PdfDictionary one => one.Entries.SelectMany(entry => Within(entry.Value)).Prepend(one),
            PdfStream stream => Within(stream.Dictionary),
            PdfArray array => array.Items.SelectMany(Within),
            _ => [],
        };
}
