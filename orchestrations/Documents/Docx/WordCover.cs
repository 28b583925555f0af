using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Sakip.Documents.Pdf.Layout;

namespace Sakip.Documents.Docx;

/// <summary>
/// The first page: emblem, title on a coloured band, office, address. No QR code: it would vouch for a file that anybody edits.
/// </summary>
internal static class WordCover
{
    private const float EmblemSize = 112;

    public static IEnumerable<OpenXmlElement> Of(Cover cover, WordPictures pictures, float width)
    {
        foreach (var line in cover.HeadLines)
            yield return WordText.Styled("Title", WordText.Run(line));
        yield return WordText.Centred(pictures.Emblem(cover.Logo, Theme.Opaque(cover.BandHex), EmblemSize));
        yield return Gap(1);
        var room = WordText.Twips(width);
        var band = WordTable.Framed([room], visible: false);
        band.Append(
            new TableRow(
                new TableCell([
                    new TableCellProperties(
                        new TableCellWidth { Width = $"{room}", Type = TableWidthUnitValues.Dxa },
                        new Shading { Val = ShadingPatternValues.Clear, Fill = cover.BandHex }
                    ),
                    Gap(0),
                    .. cover
                        .TitleLines.Append(cover.Year)
                        .Select(line => WordText.Styled("CoverTitle", WordText.Run(line))),
                ])
            )
        );
        yield return band;
        yield return Gap(1);
        foreach (var line in cover.OfficeLines)
            yield return WordText.Styled("Title", WordText.Run(line));
        if (cover.Edition is { } edition)
            yield return WordText.Centred(WordText.Run(edition, italic: true));
        yield return Gap(2);
        foreach (var line in cover.AddressLines)
            yield return WordText.Centred(WordText.Run(line));
    }

    private static DocumentFormat.OpenXml.Wordprocessing.Paragraph Gap(int breaks) =>
        WordText.Centred(new Run(Enumerable.Range(0, breaks).Select(_ => new Break())));
}
