using System.IO.Compression;
using System.IO.Packaging;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Sakip.Documents.Docx;
using Sakip.Documents.Pdf;
using Sakip.Documents.Pdf.Layout;

namespace Sakip.Documents;

/// <summary>Writes a document for Word: native styles, headings, fields. What the fields show is what the PDF has.</summary>
internal sealed partial class DocxWriter(FontLibrary fonts)
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string CoreProperties = "docProps/core.psmdcp";

    private static readonly Dictionary<string, string> Namespaces = new()
    {
        ["w"] = "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        ["r"] = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        ["wp"] = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        ["a"] = "http://schemas.openxmlformats.org/drawingml/2006/main",
        ["pic"] = "http://schemas.openxmlformats.org/drawingml/2006/picture",
    };

    private static readonly DateTimeOffset ZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="paginated">The PDF of the same document: its page numbers fill the fields.</param>
    public byte[] Write(Document document, PdfResult paginated)
    {
        // The parts lie there uncompressed, pictures and all: in a large office's report that is a hundred megabytes.
        using var stream = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            1 << 16,
            FileOptions.DeleteOnClose
        );
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            // The parts written here are read again below, where they are compressed.
            package.CompressionOption = CompressionOption.NotCompressed;
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("rIdGaya").Styles = WordStyles.Of(document.Info.Language);
            var frame = new WordFrame(main, document.Info);
            var numbering = new WordNumbering();
            var complete = HeadingIds.Complete(document);
            var blocks = new WordBlocks(
                complete,
                paginated,
                new WordPictures(main, fonts),
                numbering,
                Tables(complete, paginated)
            );
            using (var writer = OpenXmlWriter.Create(main))
                Write(writer, Elements(document, blocks, frame));
            numbering.Write(main);
            var properties = package.PackageProperties;
            (properties.Title, properties.Subject, properties.Creator) = (
                WordText.Clean(document.Info.Title),
                WordText.Clean(document.Info.Subject),
                WordText.Clean(document.Info.Author)
            );
            (properties.Created, properties.Modified) = (
                document.Info.Created.UtcDateTime,
                document.Info.Created.UtcDateTime
            );
            properties.Language = document.Info.Language;
        }

        return Stable(stream);
    }

    private TableSetter Tables(Document document, PdfResult paginated) =>
        new(
            new LineBreaker(fonts),
            new InlineSetter(new Labels(document), id => paginated.PageLabels[paginated.PageOfId[id] - 1])
        );

    // One after another: a tree of a thousand pages would take ten times the room of what is written.
    private static void Write(OpenXmlWriter writer, IEnumerable<OpenXmlElement> elements)
    {
        writer.WriteStartElement(new DocumentFormat.OpenXml.Wordprocessing.Document(), [], Namespaces);
        writer.WriteStartElement(new Body());
        foreach (var element in elements)
            writer.WriteElement(element);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static IEnumerable<OpenXmlElement> Elements(Document document, WordBlocks blocks, WordFrame frame)
    {
        var runs = PageRun.Of(HeadingIds.Complete(document).Sections);
        foreach (var (i, run) in runs.Index())
        {
            foreach (var element in run.Blocks.SelectMany(block => blocks.Of(block, run.Width)))
                yield return element;
            var properties = frame.Of(run.First);
            yield return i == runs.Count - 1
                ? properties
                : new DocumentFormat.OpenXml.Wordprocessing.Paragraph(new ParagraphProperties(properties));
        }
    }

    // The package library stamps its entries with the machine's time and gives the core properties and the root's
    // relationships random names; the same document must give the same bytes.
    private static byte[] Stable(Stream package)
    {
        using var output = new MemoryStream();
        using (var read = new ZipArchive(package, ZipArchiveMode.Read))
        using (var write = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            var random = read
                .Entries.FirstOrDefault(entry => entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal))
                ?.FullName;
            foreach (var entry in read.Entries.OrderBy(Order, StringComparer.Ordinal))
            {
                var name = entry.FullName == random ? CoreProperties : entry.FullName;
                // Pictures are compressed already.
                var isPicture = name.EndsWith(".png", StringComparison.Ordinal);
                var copy = write.CreateEntry(
                    name,
                    isPicture ? CompressionLevel.NoCompression : CompressionLevel.Fastest
                );
                copy.LastWriteTime = ZipTime;
                using var from = entry.Open();
                using var to = copy.Open();
                if (name is "_rels/.rels" or ContentTypes)
                    to.Write(Renamed(from, random));
                else
                    from.CopyTo(to);
            }
        }

        return output.ToArray();
    }

    private static string Order(ZipArchiveEntry entry) =>
        entry.FullName == ContentTypes ? ""
        : entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal) ? CoreProperties
        : entry.FullName;

    private static byte[] Renamed(Stream xml, string? random)
    {
        using var reader = new StreamReader(xml, Encoding.UTF8);
        var text = reader.ReadToEnd();
        if (random is not null)
            text = text.Replace(random, CoreProperties, StringComparison.Ordinal);
        var count = 0;
        return Encoding.UTF8.GetBytes(RandomId().Replace(text, _ => $"Id=\"rId{++count}\""));
    }

    [GeneratedRegex("Id=\"R[0-9a-f]{12,}\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RandomId();
}
