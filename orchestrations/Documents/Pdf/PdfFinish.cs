using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Sakip.Documents.Pdf.Layout;
using Sakip.Documents.Pdf.Objects;

namespace Sakip.Documents.Pdf;

/// <summary>What SkiaSharp does not write: ids that depend on nothing but the content, language, outline, page labels.</summary>
internal static partial class PdfFinish
{
    /// <summary>Replaces the random ids by ones derived from the rest of the file. Every length stays, so no offset moves.</summary>
    public static byte[] WithStableIds(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var blank = TrailerId().Replace(Uuid().Replace(text, new string('0', 36)), match => Blank(match.Value));
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(blank)))[..32];
        var id = Guid.ParseExact(hash, "N").ToString("D");
        var stable = TrailerId().Replace(Uuid().Replace(text, id), $"/ID [<{hash}> <{hash}>]");
        return Encoding.Latin1.GetBytes(stable);
    }

    public static byte[] Complete(byte[] pdf, Document document, LaidDocument laid)
    {
        var file = PdfFile.Open(pdf);
        var update = new PdfUpdate(file);
        var pages = file.PagesOf();
        var catalog = file.Catalog
            .With("Lang", Text(document.Info.Language))
            .With("ViewerPreferences", PdfDictionary.Of(("DisplayDocTitle", new PdfBoolean(true))))
            .With("PageLabels", PageLabels(laid));
        var headings = document.Sections.SelectMany(section => section.Blocks).OfType<Heading>()
            .Where(heading => heading.InContents && laid.PageOfId.ContainsKey(heading.Id!)).ToList();
        if (headings.Count > 0)
        {
            catalog = catalog.With("Outlines", new Outline(update, pages, laid).Write(headings))
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
            if (page.Section.Numbering.StartAt is { } start && (i == 0 || laid.Pages[i - 1].Section != page.Section)) count = start - 1;
            if (style != NumberStyle.None) count++;
            if (run.Next == -1 || style != run.Style || (style != NumberStyle.None && count != run.Next))
            {
                entries.Add(new PdfNumber(i));
                entries.Add(Label(style, count));
            }

            run = (style, count + 1);
        }

        return PdfDictionary.Of(("Nums", new PdfArray(entries)));
    }

    private static PdfDictionary Label(NumberStyle style, int first) => style switch
    {
        NumberStyle.Roman => PdfDictionary.Of(("S", new PdfName("r")), ("St", new PdfNumber(first))),
        NumberStyle.Arabic => PdfDictionary.Of(("S", new PdfName("D")), ("St", new PdfNumber(first))),
        _ => PdfDictionary.Empty,
    };

    private static PdfString Text(string text) => new(Encoding.ASCII.GetBytes(text));

    private static string Blank(string id) => HexDigit().Replace(id, "0");

    [GeneratedRegex("(?<=uuid:)[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex("/ID \\[<[0-9A-Fa-f]{32}> <[0-9A-Fa-f]{32}>\\]")]
    private static partial Regex TrailerId();

    [GeneratedRegex("(?<=<[0-9A-Fa-f]*)[0-9A-Fa-f]")]
    private static partial Regex HexDigit();
}
