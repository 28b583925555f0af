using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Sakip.Documents.Docx;

/// <summary>Native numbering: one definition for each style of list, one count for each list.</summary>
internal sealed class WordNumbering
{
    public const int Indent = 440;

    private readonly List<NumberingInstance> _lists = [];

    public int Next(BlockList list)
    {
        var number = _lists.Count + 1;
        var instance = new NumberingInstance(new AbstractNumId { Val = (int)list.Style }) { NumberID = number };
        if (list.Style != ListStyle.Bullet)
            instance.Append(new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 });
        _lists.Add(instance);
        return number;
    }

    public void Write(MainDocumentPart main)
    {
        var part = main.AddNewPart<NumberingDefinitionsPart>("rIdNomor");
        part.Numbering = new Numbering([.. Enum.GetValues<ListStyle>().Select(Definition), .. _lists]);
    }

    private static AbstractNum Definition(ListStyle style)
    {
        var (format, text) = style switch
        {
            ListStyle.Number => (NumberFormatValues.Decimal, "%1."),
            ListStyle.NumberParenthesis => (NumberFormatValues.Decimal, "%1)"),
            ListStyle.Letter => (NumberFormatValues.LowerLetter, "%1."),
            ListStyle.LetterParenthesis => (NumberFormatValues.LowerLetter, "%1)"),
            _ => (NumberFormatValues.Bullet, "•"),
        };
        return new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = format },
                new LevelText { Val = text },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = $"{Indent}", Hanging = $"{Indent}" })
            )
            {
                LevelIndex = 0,
            }
        )
        {
            AbstractNumberId = (int)style,
        };
    }
}
