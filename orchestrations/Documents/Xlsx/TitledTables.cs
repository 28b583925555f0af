namespace Sakip.Documents.Xlsx;

/// <summary>A table and what it is called: its caption, or else the words that stand above it.</summary>
internal sealed record TitledTable(string Title, Table Table);

internal static class TitledTables
{
    public static IEnumerable<TitledTable> Of(Document document)
    {
        var above = document.Info.Title;
        foreach (var block in document.Sections.SelectMany(section => section.Blocks))
        {
            switch (block)
            {
                case Heading heading:
                    above = $"{heading.Number} {heading.Text}".Trim();
                    break;
                case Paragraph { Style: ParagraphStyle.Bold or ParagraphStyle.CentredBold } paragraph:
                    above = string.Concat(paragraph.Inlines.OfType<TextRun>().Select(run => run.Text));
                    break;
                case Table { InSpreadsheet: true } table:
                    yield return new TitledTable(
                        table.Caption is { } caption ? $"{Labels.TableWord} {caption.Number} {caption.Title}" : above,
                        table
                    );
                    break;
            }
        }
    }
}
