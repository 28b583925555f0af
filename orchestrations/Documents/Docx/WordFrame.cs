using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Sakip.Documents.Pdf.Layout;

namespace Sakip.Documents.Docx;

/// <summary>Pages, margins, numbering, running header and footer of sections.</summary>
internal sealed class WordFrame
{
    private const string HeaderId = "rIdKepala";
    private const string FooterId = "rIdKaki";

    private const string LandscapeFooterId = "rIdKakiMendatar";

    public WordFrame(MainDocumentPart main, DocumentInfo info)
    {
        var header = WordText.Styled("Note", WordText.Run(info.RunningHeader ?? ""));
        if (info.Watermark is { } word)
            header.Append(new Run(new TabChar()), WordText.Run(word, bold: true));
        main.AddNewPart<HeaderPart>(HeaderId).Header = new Header(header);
        main.AddNewPart<FooterPart>(FooterId).Footer = new Footer(Footer(info, Theme.ShortSide));
        main.AddNewPart<FooterPart>(LandscapeFooterId).Footer = new Footer(Footer(info, Theme.LongSide));
    }

    private static DocumentFormat.OpenXml.Wordprocessing.Paragraph Footer(DocumentInfo info, float pageWidth)
    {
        var footer = WordText.Styled(
            "Note",
            WordText.Run(info.CopyNote ?? info.FooterNote ?? ""),
            new Run(new TabChar()),
            WordText.Field(" PAGE ", "1")
        );
        footer.ParagraphProperties!.Tabs = new Tabs(
            new TabStop
            {
                Val = TabStopValues.Right,
                Position = (int)Twips(pageWidth - Theme.MarginLeft - Theme.MarginRight),
            }
        );
        return footer;
    }

    public SectionProperties Of(Section section)
    {
        var isLandscape = section.Orientation == PageOrientation.Landscape;
        var properties = new SectionProperties();
        if (section.RunningLines)
        {
            properties.Append(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = HeaderId },
                new FooterReference
                {
                    Type = HeaderFooterValues.Default,
                    Id = isLandscape ? LandscapeFooterId : FooterId,
                }
            );
        }

        properties.Append(
            new SectionType { Val = SectionMarkValues.NextPage },
            new PageSize
            {
                Width = Twips(isLandscape ? Theme.LongSide : Theme.ShortSide),
                Height = Twips(isLandscape ? Theme.ShortSide : Theme.LongSide),
                Orient = isLandscape ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
            },
            new PageMargin
            {
                Top = (int)Twips(Theme.MarginTop),
                Bottom = (int)Twips(Theme.MarginBottom),
                Left = Twips(Theme.MarginLeft),
                Right = Twips(Theme.MarginRight),
                Header = 720,
                Footer = 720,
                Gutter = 0,
            }
        );
        if (section.Numbering.Style != NumberStyle.None)
        {
            properties.Append(
                new PageNumberType
                {
                    Format =
                        section.Numbering.Style == NumberStyle.Roman
                            ? NumberFormatValues.LowerRoman
                            : NumberFormatValues.Decimal,
                    Start = section.Numbering.StartAt,
                }
            );
        }

        return properties;
    }

    private static uint Twips(float points) => (uint)Math.Round(points * 20);
}
