using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Sakip.Documents.Pdf.Layout;
using Sakip.Documents.Pdf.Objects;

namespace Sakip.Documents.Pdf;

/// <summary>What SkiaSharp does not write: ids that depend on nothing but the content, language, outline, page labels.</summary>
internal static partial class PdfFinish
{
    /// <summary>
    /// Replaces the random ids by ones derived from the rest of the file. Those in the metadata keep their length; the
    /// trailer's lies behind every object, so no offset moves. It is a hexadecimal or a literal string, as chance has it.
    /// </summary>
    public static byte[] WithStableIds(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var blank = WithIds(text, new string('0', 36), new string('0', 32));
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(blank)))[..32];
        return Encoding.Latin1.GetBytes(WithIds(text, Guid.ParseExact(hash, "N").ToString("D"), hash));
    }

    private static string WithIds(string text, string uuid, string id)
    {
        var trailer = text.LastIndexOf("trailer", StringComparison.Ordinal);
        return Uuid().Replace(text[..trailer], uuid) + TrailerId().Replace(text[trailer..], $"/ID [<{id}> <{id}>]");
    }

    public static byte[] Complete(byte[] pdf, Document document, LaidDocument laid)
    {
        var file = PdfFile.Open(pdf);
        var update = new PdfUpdate(file);
        var pages = file.PagesOf();
        var catalog = file
            .Catalog.With("Lang", Text(document.Info.Language))
            .With("ViewerPreferences", PdfDictionary.Of(("DisplayDocTitle", new PdfBoolean(true))))
            .With("PageLabels", PageLabels(laid));
        var headings = document
            .Sections.SelectMany(section => section.Blocks)
            .OfType<Heading>()
            .Where(heading => heading.InContents && laid.PageOfId.ContainsKey(heading.Id!))
            .ToList();
        if (headings.Count > 0)
        {
            catalog = catalog
                .With("Outlines", new Outline(update, pages, laid).Write(headings))
                .With("PageMode", new PdfName("UseOutlines"));
        }

        update.Replace(file.Root, catalog);
        return update.ToBytes();
    }

    // A run of pages with one style is one entry; pages without a number have a style without digits.
    private static PdfDictionary PageLabels(LaidDocument laid)
    {
        var entries = new List<PdfObject>();
        (NumberStyle Style, int Next) run = (NumberStyle.None, -1);
        var count = 0;
        foreach (var (i, page) in laid.Pages.Index())
        {
            var style = page.Section.Numbering.Style;
            if (page.Section.Numbering.StartAt is { } start && (i == 0 || laid.Pages[i - 1].Section != page.Section))
                count = start - 1;
            if (style != NumberStyle.None)
                count++;
            if (run.Next == -1 || style != run.Style || (style != NumberStyle.None && count != run.Next))
            {
                entries.Add(new PdfNumber(i));
                entries.Add(Label(style, count));
            }

            run = (style, count + 1);
        }

        return PdfDictionary.Of(("Nums", new PdfArray(entries)));
    }

    private static PdfDictionary Label(NumberStyle style, int first) =>
        style switch
        {
            NumberStyle.Roman => PdfDictionary.Of(("S", new PdfName("r")), ("St", new PdfNumber(first))),
            NumberStyle.Arabic => PdfDictionary.Of(("S", new PdfName("D")), ("St", new PdfNumber(first))),
            _ => PdfDictionary.Empty,
        };

    private static PdfString Text(string text) => new(Encoding.ASCII.GetBytes(text));

    [GeneratedRegex(
        "(?<=uuid:)[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Uuid();

    [GeneratedRegex(@"/ID \[.*\](?=>>)", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TrailerId();
}
